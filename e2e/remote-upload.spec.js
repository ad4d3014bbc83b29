// Files from the phone: chosen there, sent over a line that may break, and shown on the screen.

import {readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {LINE_DOWN} from './support/guard.js';
import {expect, test} from './support/fixtures.js';
import {MEDIA} from './support/paths.js';
import {png} from './support/picture.js';

/** @import {TestInfo} from '@playwright/test' */
/** @import {Phone} from './support/phone.js' */

test.beforeEach(({tv}) => tv.open());

/** A picture of a state, for people to look at, if the environment asks for it. @param {Phone} phone @param {TestInfo} info @param {string} name */
const look = async (phone, info, name) => {
  if (process.env.LOOK) await phone.page.screenshot({path: info.outputPath(`${name}.png`)});
};

/** @typedef {{name: string, mimeType: string, buffer: Buffer}} Chosen */

/** Opens the page for files and chooses some. @param {Phone} phone @param {...Chosen} files */
async function choose(phone, ...files) {
  await phone.openSource('My files');
  if (files.length > 0) await phone.sheet.locator('input.pick').setInputFiles(files);
}

/** @param {Phone} phone @param {string} name */
const row = (phone, name) => phone.sheet.getByRole('list', {name: 'Files on their way'}).getByRole('listitem').filter({hasText: name});

/** How much of a file the server has. @param {string} upload  its address */
async function arrived(upload) {
  const answer = await fetch(upload, {method: 'HEAD', headers: {'Tus-Resumable': '1.0.0'}});
  return Number(answer.headers.get('Upload-Offset'));
}

test('a photo from the phone shows on the screen, and goes by itself; what lies about its type is refused in words', async ({server, guard, tv, phone}, info) => {
  guard.expect(/422/);
  await phone.open(await tv.scan());
  await choose(phone, {name: 'At the <b>lake<i>.png', mimeType: 'image/png', buffer: png(320, 200)}, {name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7')});
  await expect(phone.sheet.getByRole('listitem').filter({hasText: 'letter.pdf'})).toContainText('no video, music or picture');
  await look(phone, info, 'chosen');
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(row(phone, 'lake')).toContainText('Plays now');
  await look(phone, info, 'sent');
  const shown = tv.page.locator('#stage .pictures img.shown');
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((/** @type {HTMLImageElement} */ image) => [image.naturalWidth, image.naturalHeight])).toEqual([320, 200]);
  const {state} = await server.session(tv.session);
  expect(state.items[0].media).toMatchObject({provider: 'picture', title: 'At the <b>lake<i>', duration: 10_000});
  await phone.sheet.locator('input.pick').setInputFiles({name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><script>alert(1)</script>')});
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(row(phone, 'holiday.jpg')).toContainText('no video, music or picture');
  await look(phone, info, 'refused');
  await phone.closeSheet();
  const small = phone.current.locator('img');
  await expect(small).toHaveAttribute('src', `${state.items[0].media.url.replace(/[^/]*$/, '')}thumbnail`);
  await expect.poll(() => small.evaluate((/** @type {HTMLImageElement} */ image) => image.naturalWidth), 'width of the thumbnail').toBe(320);
  await look(phone, info, 'listed');
  await tv.page.keyboard.press('End'); // near enough to its end: it ends by itself
  await expect.poll(async () => (await server.session(tv.session)).state.playback.status, 'after its time').toBe('ended');
});

test('a video over a line that breaks and a server that is killed goes on where it was, and plays', async ({server, guard, line, tv, phone}, info) => {
  guard.expect(LINE_DOWN, /net::ERR_/);
  const film = await readFile(join(MEDIA, 'clock.mp4'));
  const name = 'Holiday.mp4';
  await phone.open(line.through(await tv.scan()));
  /** Where parts of the file began. @type {number[]} */
  const offsets = [];
  let upload = '';
  phone.page.on('request', (request) => {
    if (request.method() !== 'PATCH') return;
    offsets.push(Number(request.headers()['upload-offset']));
    upload = server.url + new URL(request.url()).pathname;
  });
  line.throttle(film.length / 2);
  await choose(phone, {name, mimeType: 'video/mp4', buffer: film});
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await line.full;
  await expect.poll(() => arrived(upload), 'bytes that the server has').toBeGreaterThan(0);
  await server.stop('SIGKILL');
  line.cut();
  await expect(row(phone, name)).toContainText('It goes on by itself');
  await look(phone, info, 'lost');
  await server.start();
  line.throttle(Infinity);
  line.mend();
  await expect(row(phone, name)).toContainText('Plays now');
  expect(offsets[0]).toBe(0);
  expect(offsets.at(-1), 'where it went on').toBeGreaterThan(0);
  await tv.plays('Holiday.mp4');
  const {state} = await server.session(tv.session);
  expect(state.items[0].media).toMatchObject({provider: 'upload', duration: 20_000});
});

test('a file that was paused is offered after a reload, and goes on where it was', async ({server, guard, line, tv, phone}, info) => {
  guard.expect(/net::ERR_/);
  const path = join(MEDIA, 'clock.mp4'); // the same file again, with the time of its last change
  /** Where parts of the file began. @type {number[]} */
  const offsets = [];
  phone.page.on('request', (request) => request.method() === 'PATCH' && offsets.push(Number(request.headers()['upload-offset'])));
  await phone.open(line.through(await tv.scan()));
  await choose(phone);
  line.throttle((await stat(path)).size / 2);
  await phone.sheet.locator('input.pick').setInputFiles(path);
  await phone.sheet.getByRole('button', {name: 'Play next', exact: true}).tap();
  await line.full;
  await phone.sheet.getByRole('button', {name: 'Pause clock.mp4'}).tap();
  await expect(row(phone, 'clock.mp4')).toContainText('Paused');
  await look(phone, info, 'paused');
  line.throttle(Infinity);
  await phone.page.reload();
  await choose(phone);
  await expect(phone.sheet).toContainText('“clock.mp4” was not sent completely');
  await look(phone, info, 'unfinished');
  await phone.sheet.locator('input.pick').setInputFiles(path);
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(row(phone, 'clock.mp4')).toContainText('Plays now');
  expect((await server.session(tv.session)).state.items).toHaveLength(1);
  expect(offsets[0]).toBe(0);
  expect(offsets.at(-1), 'where it went on').toBeGreaterThan(0);
});
