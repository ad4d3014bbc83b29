// The first evening of somebody who has never seen this: scans, adds a song, moves it up, skips, takes it back. Only by
// what is on the screen; the pictures of each step are for people to look at.

import {expect, test} from './support/fixtures.js';

/** @import {Locator} from '@playwright/test' */

/**
 * Taps what can be seen without scrolling, as somebody does who does not know that there is more.
 * @param {Locator} control
 */
async function tapSeen(control) {
  await expect(control).toBeInViewport({ratio: 0.9});
  const box = await control.boundingBox();
  if (!box) throw new Error('nothing to tap');
  expect(Math.min(box.width, box.height), 'px that a thumb can hit').toBeGreaterThanOrEqual(40);
  await control.tap();
}

test('scan, add a song, move it up, skip, take it back', async ({tv, phone, anotherPhone}, info) => {
  const {page} = phone;
  let step = 0;
  const look = (/** @type {string} */ what) => page.screenshot({path: info.outputPath(`${String(++step).padStart(2, '0')}-${what}.png`)});

  await tv.open();
  await tv.repeats();
  const link = await tv.scan();
  await phone.open(link);
  await expect(page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  await look('scanned');

  // "I want a song": the bright button, then the field that has the cursor already.
  await tapSeen(page.getByRole('button', {name: 'Find a song or paste a link'}));
  await expect(phone.sheet.getByRole('textbox')).toBeFocused();
  await expect(phone.sheet.getByRole('button', {name: /^Add /}).first()).toBeVisible();
  await look('adding');
  await page.keyboard.type('clock');
  const plus = phone.sheet.getByRole('button', {name: 'Add Clock, twenty seconds', exact: true});
  await expect(plus).toBeVisible();
  await look('found');
  await tapSeen(plus);
  await expect(phone.sheet).toContainText('Plays now.');
  await look('added');
  await tapSeen(phone.sheet.getByRole('button', {name: 'Close', exact: true}));
  await tv.plays('clock.mp4');
  await look('plays');

  // Others add, too; then one more song of mine, which shall come sooner.
  const other = await anotherPhone();
  await other.open(link);
  await other.addFromLibrary('Slow colours, twenty seconds');
  await tapSeen(page.getByRole('button', {name: 'Add something…'}));
  await expect(phone.sheet.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('song');
  await tapSeen(phone.sheet.getByRole('button', {name: 'Add Song', exact: true}));
  await expect(phone.sheet).toContainText('Second in line.');
  await look('second');
  await tapSeen(phone.sheet.getByRole('button', {name: 'Close', exact: true}));
  await phone.lists(/^Clock/, /^Slow colours/, /Song$/);
  await look('list');
  await tapSeen(phone.row('Song').getByRole('button', {name: /Song/, expanded: false}));
  await look('row-opened');
  await tapSeen(phone.row('Song').getByRole('button', {name: 'Up', exact: true}));
  await phone.lists(/^Clock/, /Song$/, /^Slow colours/);
  await look('moved-up');

  await tapSeen(page.getByRole('button', {name: 'Next', exact: true}));
  await tv.plays('song.opus');
  await expect(phone.title).toHaveText(/Song$/);
  await look('skipped');

  // A slip of the thumb, and the way back.
  await tapSeen(phone.row('Slow colours').getByRole('button', {expanded: false}));
  await tapSeen(phone.row('Slow colours').getByRole('button', {name: 'Remove', exact: true}));
  await phone.lists(/^Clock/, /Song$/);
  await look('removed');
  await tapSeen(page.getByRole('button', {name: 'Undo'}));
  await phone.lists(/^Clock/, /Song$/, /^Slow colours/);
  await look('undone');
});
