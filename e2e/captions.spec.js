// Captions: of streams and of other services' players, chosen on the screen and on phones, and where they are drawn.

import {readFile} from 'node:fs/promises';
import {extname} from 'node:path';
import {expect, test} from './support/fixtures.js';
import {TYPES} from './support/folder.js';
import {sayAs} from './support/guest.js';
import {ROOT} from './support/paths.js';
import * as vimeo from './support/standins/vimeo.js';

/** @import {Screen} from './support/screen.js' */

/** Puts streams beside the pages, where their players may fetch from. @param {Screen} tv @param {'hls'|'dash'} kind */
async function serve(tv, kind) {
  await tv.page.context().route(`${tv.server}/${kind}/*`, async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const body = await readFile(`${ROOT}/testdata/${kind}/${file}`).catch(() => null);
    await route.fulfill(body ? {body, contentType: TYPES[extname(file)]} : {status: 404});
  });
}

/** Adds and plays. @param {Screen} tv @param {...string} urls */
const play = (tv, ...urls) =>
  sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items: urls.map((url) => ({url}))}},
    {event: 'command', data: {name: 'play'}},
  ]);

/** What is drawn of captions. @param {Screen} tv */
const lines = (tv) => tv.page.locator('caption-lines p');

/** Which parts of the screen lie over one another. @param {Screen} tv */
const overlaps = (tv) => tv.page.evaluate(() => {
  const inside = (/** @type {string} */ selector) => document.querySelector('player-app')?.shadowRoot?.querySelector('play-screen')?.shadowRoot?.querySelector(selector);
  const box = (/** @type {Element|null|undefined} */ element) => element?.getBoundingClientRect() ?? new DOMRect();
  const text = box(inside('caption-lines')?.shadowRoot?.querySelector('p'));
  return ['now-bar', 'join-card'].filter((name) => {
    const other = box(inside(name));
    return text.left < other.right && other.left < text.right && text.top < other.bottom && other.top < text.bottom;
  });
});

/** Puts the stream at a place, standing still. @param {Screen} tv @param {number} position  ms */
async function standAt(tv, position) {
  await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [{event: 'command', data: {name: 'pause'}}, {event: 'command', data: {name: 'seek', position}}]);
  await tv.isPaused();
  await tv.near(position / 1000);
}

test('captions of streams: by key, by mouse and from the phone, by name; clear of what fades in; the next item keeps the language', async ({tv, phone}) => {
  await tv.open();
  await phone.open(await tv.scan());
  await serve(tv, 'hls');
  await serve(tv, 'dash');
  await play(tv, `${tv.server}/hls/captions.m3u8`, `${tv.server}/dash/captions.mpd`);
  await tv.plays();
  await standAt(tv, 2000);
  await expect(lines(tv), 'off until somebody chooses').toHaveCount(0);
  for (const [said, shown] of /** @type {const} */ ([
    ['Captions: English', 'A bird, far away, says'], ['Captions: English · Commentary', 'We filmed this'], ['Captions: Deutsch', 'Ein Vogel, weit weg'],
  ])) {
    await tv.page.keyboard.press('c');
    await expect(tv.toasts).toContainText(said);
    await expect(lines(tv)).toContainText(shown);
  }
  await expect.poll(() => overlaps(tv), 'what lies over the captions').toEqual([]);
  await tv.page.keyboard.press('c');
  await expect(tv.toasts).toContainText('Captions off');
  await expect(lines(tv)).toHaveCount(0);

  await phone.tap('Speed and captions');
  const choices = phone.sheet.getByRole('group', {name: 'Captions'}).locator('label');
  await expect(choices).toHaveText(['Off', 'English', 'English · Commentary', 'Deutsch']);
  await choices.getByText('Deutsch').tap();
  await expect(lines(tv)).toContainText('Ein Vogel, weit weg');

  tv.video = tv.page.locator('#stage video:not([hidden])');
  await tv.page.keyboard.press('n');
  await tv.plays();
  await standAt(tv, 2000);
  await expect(lines(tv), 'TTML of a DASH stream').toHaveText(/Ein Vogel, weit weg,\s*sagt nichts/);
  await expect(async () => { // the buttons go again by themselves
    await tv.page.mouse.move(300, 300);
    await tv.page.mouse.move(320, 330);
    await tv.page.getByRole('button', {name: 'Captions', exact: true}).click({timeout: 2000});
  }).toPass();
  await tv.page.getByRole('dialog', {name: 'Captions'}).getByText('English', {exact: true}).click();
  await expect(choices, 'without those for foreign parts').toHaveText(['Off', 'English', 'Deutsch']);
  await expect(lines(tv)).toHaveText(/A bird, far away, says\s*nothing at all/);
});

test('Vimeo: its captions are chosen by name, and the page draws them', async ({tv}) => {
  await vimeo.standIn(tv.page.context());
  await tv.open();
  await play(tv, 'https://vimeo.com/808');
  await expect(tv.page.locator('stage-controls').getByTitle('Captions (C)'), 'the button, once there are some').toBeAttached();
  await tv.page.keyboard.press('c');
  await expect(tv.toasts).toContainText('Captions: English, with sounds');
  await expect(lines(tv)).toHaveText('en captions');
  await tv.page.keyboard.press('c');
  await expect(lines(tv)).toHaveText('de subtitles');
});
