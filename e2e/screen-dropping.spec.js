// What is dropped on the screen or pasted into it.

import {expect, test} from './support/fixtures.js';

/** @import {Screen} from './support/screen.js' */

/** @typedef {{text?: string, file?: {name: string, text: string}}} Held */

/** Drops or pastes on the page, outside of every field. @param {Screen} tv @param {'dragover'|'drop'|'paste'} type @param {Held} held */
const bring = (tv, type, held) => tv.page.evaluate(({type, held: {text, file}}) => {
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  if (file) data.items.add(new File([file.text], file.name));
  const more = {bubbles: true, cancelable: true, composed: true};
  const event = type === 'paste' ? new ClipboardEvent(type, {...more, clipboardData: data}) : new DragEvent(type, {...more, dataTransfer: data});
  return document.querySelector('player-app')?.dispatchEvent(event) === false;
}, {type, held});

test('links and lists that are dropped or pasted are added; a film leaves the page where it is, and says where to go', async ({web, tv, server}) => {
  await tv.open();
  await expect(tv.qr).toBeVisible();
  const titles = async () => (await server.session(tv.session)).state.items.map(({media}) => media.url.split('/').at(-1));
  await tv.page.waitForFunction(() => Boolean(/** @type {any} */ (document.querySelector('player-app')).panel));
  const link = `Look: ${web.link('clock.mp4')}`;
  expect(await bring(tv, 'dragover', {text: link}), 'taken').toBe(true);
  await expect(tv.page.locator('drop-zone')).toContainText('Drop links or a list here');
  await bring(tv, 'drop', {text: link});
  await expect(tv.page.locator('drop-zone')).toHaveCount(0);
  await expect(tv.toasts).toContainText('Added');
  await bring(tv, 'paste', {text: web.link('tone.mp3')});
  await bring(tv, 'drop', {file: {name: 'Evening.m3u', text: `#EXTM3U\n${web.link('song.opus')}\n`}});
  await expect.poll(async () => (await titles()).sort()).toEqual(['clock.mp4', 'song.opus', 'tone.mp3']);
  await bring(tv, 'drop', {file: {name: 'Holiday.mp4', text: 'film'}});
  await expect(tv.toasts).toContainText('are added from a phone');
  await bring(tv, 'paste', {text: 'nothing of the kind'});
  await expect(tv.toasts).toContainText('Only links can be added here');
});
