// Streams: by the browser's own player where it has one, by hls.js elsewhere.

import {readFile} from 'node:fs/promises';
import {extname} from 'node:path';
import {expect, test} from './support/fixtures.js';
import {Folder, TYPES} from './support/folder.js';
import {sayAs} from './support/guest.js';
import {ROOT} from './support/paths.js';

/** @import {Page, Route} from '@playwright/test' */
/** @import {Screen} from './support/screen.js' */

const STREAMS = `${ROOT}/testdata/hls`;

/** The stream's length, s. */
const LENGTH_S = 12;

/** Makes the browser one that plays no HLS by itself. @param {Page} page */
const withoutHls = (page) =>
  page.addInitScript(() => {
    const {canPlayType} = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.canPlayType = function (type) {
      return type.includes('mpegurl') ? '' : canPlayType.call(this, type);
    };
  });

/**
 * Puts the stream beside the pages, where hls.js may fetch from. Returns its address.
 * @param {Screen} tv
 * @param {(route: Route) => boolean} [isThere]
 */
async function ownStream(tv, isThere = () => true) {
  await tv.page.context().route(`${tv.server}/stream/*`, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const body = isThere(route) ? await readFile(`${STREAMS}/${name}`).catch(() => null) : null;
    if (body) await route.fulfill({body, contentType: TYPES[extname(name)]});
    else if (route.request().resourceType() === 'media') await route.abort();
    else await route.fulfill({status: 404});
  });
  return `${tv.server}/stream/stream.m3u8`;
}

/** Adds and plays. @param {Screen} tv @param {string} url */
const play = (tv, url) =>
  sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items: [{url}]}},
    {event: 'command', data: {name: 'play'}},
  ]);

/** Whether hls.js was fetched. @param {Page} page */
function engineOf(page) {
  const engine = {loaded: false};
  page.on('request', (request) => (engine.loaded ||= request.url().endsWith('/vendor/hls.js')));
  return engine;
}

/** Plays, takes a seek, and comes to its end. @param {Screen} tv */
async function playsThrough(tv) {
  await tv.plays();
  await tv.look('width').toBe(160);
  const say = (/** @type {object[]} */ ...commands) => sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, commands.map((data) => ({event: 'command', data})));
  await say({name: 'seek', position: 0}, {name: 'pause'});
  await tv.near(0);
  await tv.isPaused();
  await say({name: 'seek', position: (LENGTH_S - 3) * 1000});
  await tv.near(LENGTH_S - 3);
  await say({name: 'play'});
  await expect(tv.page.getByRole('heading', {name: 'That was the last one'})).toBeVisible();
}

test('a browser that plays streams by itself does so, from anywhere', async ({guard, tv}) => {
  guard.expect(/CORS|net::ERR_FAILED/); // a look at the playlist, for captions
  const folder = await Folder.serve(STREAMS);
  guard.allow(folder.url);
  const engine = engineOf(tv.page);
  await tv.open();
  await play(tv, `${folder.url}/stream.m3u8`);
  await playsThrough(tv);
  expect(engine.loaded, 'hls.js was fetched').toBe(false);
  await folder.close();
});

test('another browser plays it by hls.js', async ({tv}) => {
  await withoutHls(tv.page);
  const engine = engineOf(tv.page);
  await tv.open();
  expect(engine.loaded, 'hls.js was fetched before anything needs it').toBe(false);
  await play(tv, await ownStream(tv));
  await playsThrough(tv);
  expect(engine.loaded, 'hls.js was fetched').toBe(true);
});

test('a browser that promises too much is helped out by hls.js', async ({guard, tv}) => {
  guard.expect(/net::ERR_FAILED/);
  const engine = engineOf(tv.page);
  await tv.open();
  await play(tv, await ownStream(tv, (route) => route.request().resourceType() !== 'media'));
  await tv.plays();
  expect(engine.loaded, 'hls.js was fetched').toBe(true);
});

test('a stream that is not there says so', async ({guard, tv}) => {
  guard.expect(/status of 404/);
  await withoutHls(tv.page);
  await tv.open();
  await play(tv, await ownStream(tv, () => false));
  await expect(tv.failure).toContainText('The file is no longer there');
});

test('a stream whose server lets nobody else read it says so', async ({guard, tv}) => {
  guard.expect(/Content Security Policy|CORS|net::ERR_FAILED|Fetch API cannot load/);
  const folder = await Folder.serve(STREAMS);
  guard.allow(folder.url);
  await withoutHls(tv.page);
  await tv.open();
  await play(tv, `${folder.url}/stream.m3u8`);
  await expect(tv.failure).toContainText('does not let other pages read it');
  await folder.close();
});
