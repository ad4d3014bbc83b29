// What lies beside and in the files of a folder: covers and subtitles, seen on the screen and on the phone.

import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from './support/fixtures.js';
import {sayAs} from './support/guest.js';
import {MEDIA, ROOT} from './support/paths.js';

/** @import {Screen} from './support/screen.js' */

const FOLDER = mkdtempSync(join(tmpdir(), 'remoted-e2e-shelf-'));

/** SubRip, as from an old disc: in Windows-1252. @param {string} line */
const subtitles = (line) => Buffer.from(`1\r\n00:00:00,000 --> 00:00:30,000\r\n${line}\r\n`, 'latin1');

copyFileSync(`${ROOT}/testdata/sync/counter.mp4`, join(FOLDER, 'Evening.mp4'));
writeFileSync(join(FOLDER, 'Evening.de.srt'), subtitles('Schöne Grüße'));
writeFileSync(join(FOLDER, 'Evening.en.srt'), subtitles('Kind regards'));
copyFileSync(`${MEDIA}/tone.mp3`, join(FOLDER, 'Calm.mp3'));
copyFileSync(`${ROOT}/web/icons/logo-512.png`, join(FOLDER, 'Calm.png'));
test.use({flags: ['--media', FOLDER]});
test.afterAll(() => rmSync(FOLDER, {recursive: true}));

/** The library's path of a file. @param {Screen} tv @param {string} name */
async function urlOf(tv, name) {
  const {items} = await (await fetch(`${tv.server}/api/library?q=${name}`)).json();
  return items.find((/** @type {{url: string}} */ {url}) => url.endsWith(name)).url;
}

/** Plays files of the library, the first at once. @param {Screen} tv @param {...string} names */
async function play(tv, ...names) {
  const items = await Promise.all(names.map(async (name) => ({url: await urlOf(tv, name)})));
  await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items}},
    {event: 'command', data: {name: 'play'}},
  ]);
}

/** The captions on the screen. @param {Screen} tv */
const captions = (tv) => tv.page.locator('caption-lines p');

test('the phone offers the captions that the film has, and the screen shows them', async ({tv, phone}) => {
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  await play(tv, 'Evening.mp4');
  await tv.plays('Evening.mp4');
  await phone.tap('Speed and captions');
  const choices = phone.sheet.getByRole('group', {name: 'Captions'}).getByRole('radio');
  await expect(choices, 'off, and the two that there are').toHaveCount(3);
  await expect(captions(tv)).toHaveCount(0);
  await phone.sheet.getByText('Deutsch', {exact: true}).tap();
  await expect(captions(tv)).toHaveText('Schöne Grüße');
  await phone.sheet.getByText('English', {exact: true}).tap();
  await expect(captions(tv)).toHaveText('Kind regards');
  await phone.sheet.getByText('Off', {exact: true}).tap();
  await expect(captions(tv)).toHaveCount(0);
});

test('a cover shows on the screen and on the phone', async ({tv, phone}) => {
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  await play(tv, 'Calm.mp3');
  await tv.plays('Calm.mp3');
  for (const page of [tv.page, phone.page]) {
    const cover = page.locator('img[src^="/covers/"]').first();
    await expect(cover).toBeVisible();
    await expect.poll(() => cover.evaluate((/** @type {HTMLImageElement} */ img) => img.naturalWidth), 'it is a picture').toBe(512);
  }
});
