// DASH streams, by dash.js: real media, and what a person is told when there is none.

import {readFile} from 'node:fs/promises';
import {extname} from 'node:path';
import {expect, test} from './support/fixtures.js';
import {Folder, TYPES} from './support/folder.js';
import {sayAs} from './support/guest.js';
import {ROOT} from './support/paths.js';
import {heard, listen} from './support/told.js';

/** @import {Route} from '@playwright/test' */
/** @import {Screen} from './support/screen.js' */

const STREAMS = `${ROOT}/testdata/dash`;

/** The stream's length, s. */
const LENGTH_S = 10;

/**
 * Puts the stream beside the pages, where dash.js may fetch from. Returns its address.
 * @param {Screen} tv
 * @param {(name: string, body: Buffer) => Buffer|null} [change]  null: it is not there
 */
async function ownStream(tv, change = (_, body) => body) {
  await tv.page.context().route(`${tv.server}/stream/*`, async (/** @type {Route} */ route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const file = await readFile(`${STREAMS}/${name}`).catch(() => null);
    const body = file && change(name, file);
    await route.fulfill(body ? {body, contentType: TYPES[extname(name)]} : {status: 404});
  });
  return `${tv.server}/stream/stream.mpd`;
}

/** Adds and plays. @param {Screen} tv @param {string} url @param {object} [range] */
const play = (tv, url, range = {}) =>
  sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items: [{url, ...range}]}},
    {event: 'command', data: {name: 'play'}},
  ]);


test('a stream plays by dash.js, takes a seek, and comes to its end', async ({server, tv}) => {
  let fetched = false;
  tv.page.on('request', (request) => (fetched ||= request.url().endsWith('/vendor/dash.js')));
  await tv.open();
  expect(fetched, 'dash.js was fetched before anything needs it').toBe(false);
  await play(tv, await ownStream(tv));
  await tv.plays();
  expect(fetched, 'dash.js was fetched').toBe(true);
  await tv.look('width').toBe(160);
  const can = async () => (await server.session(tv.session)).state;
  expect((await can()).items[0].media.provider).toBe('dash');
  const say = (/** @type {object[]} */ ...commands) => sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, commands.map((data) => ({event: 'command', data})));
  await say({name: 'seek', position: 0}, {name: 'pause'});
  await tv.near(0);
  await tv.isPaused();
  await say({name: 'seek', position: (LENGTH_S - 2.5) * 1000});
  await tv.near(LENGTH_S - 2.5);
  await say({name: 'play'});
  await expect(tv.page.getByRole('heading', {name: 'That was the last one'})).toBeVisible();
});

test('a range of a stream begins and ends where it says', async ({tv}) => {
  await tv.open();
  await tv.page.evaluate(() => {
    const played = /** @type {number[]} */ ([]);
    Object.assign(window, {played});
    document.addEventListener('timeupdate', ({target}) => target instanceof HTMLVideoElement && !target.paused && played.push(target.currentTime), true);
  });
  await play(tv, await ownStream(tv), {start: 4000, end: 6000});
  await expect(tv.page.getByRole('heading', {name: 'That was the last one'})).toBeVisible();
  const played = await tv.page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).played));
  expect(Math.min(...played), 'where it began, s').toBeGreaterThan(3.9);
  expect(Math.max(...played), 'where it ended, s').toBeLessThan(LENGTH_S - 1);
});

for (const {what, codec, says} of [
  {what: 'a picture', codec: 'avc1.64000c', says: 'Plays without a picture'},
  {what: 'sound', codec: 'mp4a.40.2', says: 'Plays without sound'},
]) {
  test(`a stream with ${what} that this browser cannot decode says so`, async ({tv}) => {
    const unknown = (/** @type {string} */ name, /** @type {Buffer} */ body) =>
      name.endsWith('.mpd') ? Buffer.from(body.toString().replace(codec, codec.startsWith('avc1') ? 'xyz1.1' : 'ac-9')) : body;
    await tv.open();
    await listen(tv.page, tv.session);
    await play(tv, await ownStream(tv, unknown));
    await expect.poll(() => heard(tv.page), 'the reason that the session tells').toContain(says);
  });
}

test('a stream that is not there says so', async ({guard, tv}) => {
  guard.expect(/status of 404/);
  await tv.open();
  await play(tv, await ownStream(tv, () => null));
  await expect(tv.failure).toContainText('The file is no longer there');
});

test('what is no stream description says so', async ({guard, tv}) => {
  guard.expect(/parse|XML/i);
  await tv.open();
  await play(tv, await ownStream(tv, () => Buffer.from('<p>nothing</p>')));
  await expect(tv.failure).toContainText('no media at this address that this browser can play');
});

test('a stream whose server lets nobody else read it says so', async ({guard, tv}) => {
  guard.expect(/Content Security Policy|CORS|net::ERR_FAILED|Fetch API cannot load/);
  const folder = await Folder.serve(STREAMS);
  guard.allow(folder.url);
  await tv.open();
  await play(tv, `${folder.url}/stream.mpd`);
  await expect(tv.failure).toContainText('does not let other pages read it');
  await folder.close();
});
