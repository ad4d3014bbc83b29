// The list beside the stage: all that can be done with it by keys alone, and by the mouse alone.

import {isAccessible} from './support/accessible.js';
import {DESKTOP, expect, openPage, test} from './support/fixtures.js';

/** @import {Screen} from './support/screen.js' */

/** The list on the screen. @param {Screen} tv */
function listOf({page}) {
  const panel = page.getByRole('region', {name: 'List', exact: true});
  const rows = panel.getByRole('listitem');
  return {
    panel,
    rows,
    field: panel.getByRole('textbox', {name: 'Title, artist or link'}),
    found: panel.locator('find-panel'),
    titles: rows.locator('.title'),
    row: (/** @type {string} */ title) => rows.filter({hasText: title}),
    note: panel.locator('.note'),
    button: (/** @type {string} */ name) => panel.getByRole('button', {name, exact: true}),
  };
}

/** A page of a service that plays, with nothing to play on it. */
const NO_LINK = 'https://www.youtube.com/feed';

/** The answer to looking at it, in the console. */
const REFUSED = /422/;

const SLOW = 'Slow colours, twenty seconds';
const CLOCK = 'Clock, twenty seconds';

test('by keys alone: add, go through, move, remove, take back, play', async ({tv, web, guard}) => {
  guard.expect(REFUSED);
  await tv.open();
  await tv.repeats();
  await expect(tv.qr).toBeVisible();
  const {page} = tv;
  const {panel, field, titles, note, row} = listOf(tv);
  const press = (/** @type {string} */ key) => page.keyboard.press(key);

  await expect(async () => {
    await press('/');
    await expect(field).toBeFocused({timeout: 1000});
  }).toPass();
  await press('Control+a'); // the first key may have come twice, while the list was being loaded
  await page.keyboard.type('kn?'); // keys of the page, were they not typed
  await expect(panel.getByText('Nothing called “kn?”.')).toBeVisible();
  await press('Control+a');
  await page.keyboard.insertText(NO_LINK);
  await press('Enter');
  await expect(panel.getByText('That is no link to anything this screen can play.')).toBeVisible();
  await expect(field).toHaveValue(NO_LINK);
  await press('Control+a');
  await page.keyboard.type(['bars.webm', 'clock.mp4', 'short.webm'].map((name) => web.link(name)).join(' '));
  await press('Enter');
  await expect(titles).toHaveText([/bars/, /clock/, /short/]);
  await expect(panel.getByText('3 added')).toBeVisible();
  await tv.plays('bars.webm'); // nothing did: so the first one starts

  await press('Escape');
  await expect(row('bars').locator('.main')).toBeFocused();
  await press('ArrowDown');
  await press('Alt+ArrowDown');
  await expect(titles).toHaveText([/bars/, /short/, /clock/]);
  await expect(note).toContainText('Now number 3 of 3');
  await expect(row('clock').locator('.main')).toBeFocused();

  await press('Delete');
  await expect(titles).toHaveText([/bars/, /short/]);
  await expect(note).toContainText('Removed “clock');
  await expect(row('short').locator('.main')).toBeFocused();
  await press('u');
  await expect(titles).toHaveText([/bars/, /short/, /clock/]);

  await press('End');
  await press('Enter');
  await tv.plays('clock.mp4');
  await expect(row('clock').locator('.main')).toHaveAttribute('aria-current', 'true');
  await press('Escape');
  await expect(panel).toBeHidden();
});

test('by the mouse alone: open, drag, remove, take back, play, steer', async ({tv, phone, server}) => {
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  await phone.addFromLibrary(SLOW, CLOCK, 'Song');
  await tv.plays('bars.webm');
  const {page} = tv;
  const controls = page.getByRole('group', {name: 'Controls'});
  const {panel, titles, note, row, button} = listOf(tv);
  const stir = async () => {
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 330);
  };

  await stir();
  await controls.getByRole('button', {name: 'List'}).click();
  await expect(titles).toHaveText([SLOW, CLOCK, /Song/]);
  await isAccessible(page, 'the list beside a film');

  const [from, to] = [await row('Song').boundingBox(), await row(CLOCK).boundingBox()];
  if (!from || !to) throw new Error('the rows are not visible');
  await page.mouse.move(from.x + 90, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 90, to.y + 20, {steps: 10});
  await page.mouse.up();
  await expect(titles).toHaveText([SLOW, /Song/, CLOCK]);
  await tv.plays('bars.webm'); // the drag was no click

  await row('Song').hover();
  await row('Song').getByRole('button', {name: /^Remove/}).click();
  await expect(titles).toHaveText([SLOW, CLOCK]);
  await note.getByRole('button', {name: 'Undo'}).click();
  await expect(titles).toHaveText([SLOW, /Song/, CLOCK]);
  await row(CLOCK).hover();
  await row(CLOCK).getByRole('button', {name: /next$/}).click();
  await expect(titles).toHaveText([SLOW, CLOCK, /Song/]);

  await row(CLOCK).locator('.main').click();
  await tv.plays('clock.mp4');
  await button('Close the list').click();
  await expect(panel).toBeHidden();

  await stir();
  await controls.getByRole('button', {name: 'Pause'}).click();
  await tv.isPaused();
  const line = await page.getByRole('slider', {name: 'Position'}).boundingBox();
  if (!line) throw new Error('the seek slider is not visible');
  await page.mouse.click(line.x + line.width / 2, line.y + line.height / 2);
  await tv.near(10);
  const volume = await controls.getByRole('slider', {name: 'Volume'}).boundingBox();
  if (!volume) throw new Error('the volume slider is not visible');
  await page.mouse.click(volume.x + volume.width / 2, volume.y + volume.height / 2);
  await expect.poll(async () => Math.abs((await server.session(tv.session)).state.volume - 50), 'off the middle of the slider').toBeLessThan(6);
  await controls.getByRole('button', {name: 'Next', exact: true}).click();
  await expect.poll(async () => (await server.session(tv.session)).state.items.at(-1)?.id === (await server.session(tv.session)).state.playback.item, 'Song is current').toBe(true);
});

test('by keys alone: words find what is then added, played next, taken back', async ({tv, server}) => {
  await tv.open();
  await tv.repeats();
  await expect(tv.qr).toBeVisible();
  const {page} = tv;
  const {panel, field, found, titles, rows} = listOf(tv);
  const press = (/** @type {string} */ key) => page.keyboard.press(key);
  const state = async () => (await server.session(tv.session)).state;

  await expect(page.locator('idle-screen .code')).not.toBeEmpty(); // it is in the session, and listens to keys
  await page.keyboard.type('/twenty'); // at once: nobody waits for the field to come
  await expect(field).toHaveValue('twenty');
  await expect(field).toBeFocused();
  await expect(rows).toHaveCount(2);
  await press('Enter');
  await expect(rows.first().locator('.main')).toBeFocused();
  await press('Enter');
  await expect(rows.first()).toContainText('Plays now');
  await expect.poll(async () => (await state()).playback.status).toBe('playing');
  await press('ArrowUp');
  await expect(field).toBeFocused();
  await press('Control+a');
  await page.keyboard.type('sines');
  await expect(found).toContainText('Tone');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Shift+Enter');
  await expect(rows.nth(1)).toContainText('Comes next');
  await expect.poll(async () => (await state()).items.length).toBe(2);
  await press('Tab');
  await press('Enter'); // on what takes it back
  await expect.poll(async () => (await state()).items.length).toBe(1);
  await press('Escape');
  await expect(titles).toHaveText([/twenty/]);
  await expect(rows.first().locator('.main')).toBeFocused();
  await press('Escape');
  await expect(panel).toBeHidden();
});

test('by the mouse alone: through the folders of the library, one of them whole, a look at a link, a list that is kept', async ({tv, web, server}) => {
  await tv.open();
  await tv.repeats();
  await expect(tv.qr).toBeVisible();
  const {page} = tv;
  const {field, found, titles, rows, button} = listOf(tv);
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 330);
  await page.getByRole('button', {name: 'List', exact: true}).click();
  await button('Library').click();
  await rows.filter({hasText: CLOCK}).hover();
  await rows.filter({hasText: CLOCK}).getByTitle('Play now').click();
  await tv.plays('clock.mp4');
  await button('Folders').click();
  await rows.filter({hasText: 'album'}).click();
  await expect(found.getByRole('navigation')).toContainText('album');
  await button('Add all').click();
  await expect(found.getByText('3 added')).toBeVisible();
  await button('Undo').last().click();
  await expect.poll(async () => (await server.session(tv.session)).state.items.length).toBe(1);
  await button('Artists').click();
  await expect(found).toContainText('Unknown artist');
  await button('Back to the list').click();
  await expect(titles).toHaveText([CLOCK]);

  await field.fill(web.link('short.webm'));
  const card = page.locator('link-card');
  await expect(card).toContainText('127.0.0.1');
  await button('Play next').click();
  await expect(titles).toHaveText([CLOCK, /short/]);
  await expect(card).toHaveCount(0);

  await button('Saved lists').click();
  await page.getByRole('textbox', {name: 'Name for this list'}).fill('Two films');
  await button('Save').click();
  await expect(page.getByText('Saved as “Two films”: 2 items.')).toBeVisible();
  await rows.filter({hasText: 'Two films'}).click();
  await expect.poll(async () => (await server.session(tv.session)).state.items.length).toBe(4);
  await button('Saved lists').click();
  await expect(titles).toHaveText([CLOCK, /short/, CLOCK, /short/]);
});

test('the last seconds show what comes next, and the code stays when asked to', async ({tv, phone}) => {
  await tv.open();
  await phone.open(await tv.scan());
  await phone.addFromLibrary(SLOW, CLOCK);
  await tv.plays('bars.webm');
  const card = tv.page.locator('next-card');
  await expect(card).not.toContainText(CLOCK);

  await tv.page.keyboard.press('i');
  await phone.slide(phone.position, 0.62);
  await expect(card).toContainText(new RegExp(`Up next.*${CLOCK}`, 's')); // at once: some seconds later it is over
  await expect(tv.page.locator('join-card')).toHaveClass(/shown/);
  await tv.page.reload();
  await expect(tv.page.locator('join-card')).toHaveClass(/shown/);
});

test('the page speaks the language of its browser', async ({browser, guard, server}) => {
  for (const [locale, lang, heading] of [
    ['de-AT', 'de', 'Dein Handy ist die Fernbedienung'],
    ['zh-TW', 'zh-Hant', '你的手機就是遙控器'],
    ['ja-JP', 'ja', 'スマホがリモコンになります'],
    ['pt-BR', 'en', 'Your phone is the remote'],
  ]) {
    const {page, close} = await openPage(browser, guard, {...DESKTOP, locale});
    await page.goto(server.url);
    await expect(page.getByRole('heading', {name: heading})).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await close();
  }
});
