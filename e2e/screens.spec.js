// Where it plays: one screen only, all of them, and what is set for one alone.

import {isAccessible} from './support/accessible.js';
import {DESKTOP, expect, openPage, test} from './support/fixtures.js';
import {Screen} from './support/screen.js';

const COLOURS = 'Slow colours, twenty seconds';

test('play here only, here too, everywhere', async ({browser, guard, server, tv, phone}) => {
  await tv.open();
  await tv.repeats();
  const desk = await openPage(browser, guard, DESKTOP);
  const wall = new Screen(desk.page, server.url);
  await desk.page.goto(`${server.url}/s/${tv.session}`);
  await phone.open(await tv.scan());
  await phone.addFromLibrary(COLOURS);
  await tv.plays('bars.webm');
  await wall.plays('bars.webm');

  await phone.page.getByRole('button', {name: /^Who is here/}).tap();
  await phone.sheet.getByRole('button', {name: 'Play on Screen 1 only'}).tap();
  await wall.isPaused();
  await expect(wall.page.getByRole('heading', {name: 'Playing on Screen 1'})).toBeVisible();
  await tv.plays();
  await expect(phone.sheet.locator('screens-list li').nth(1)).toContainText('Silent');

  await wall.page.getByRole('button', {name: 'Play here only'}).click();
  await tv.isPaused();
  await wall.plays();
  await tv.page.getByRole('button', {name: 'Play here too'}).click();
  await tv.plays();
  await wall.plays();
  expect((await server.session(tv.session)).state.screens).toBeUndefined();
  await desk.close();
});

test('what is set for one screen alone, by keys', async ({tv, phone, server}) => {
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  await phone.addFromLibrary(COLOURS);
  await tv.plays('bars.webm');
  const {page} = tv;
  const dialog = page.getByRole('dialog', {name: 'This screen'});
  await page.keyboard.press('t');
  await expect(dialog).toBeVisible();
  await isAccessible(page, 'the settings of this screen');
  await dialog.getByRole('textbox', {name: 'Name'}).fill('Kitchen');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('slider', {name: 'Volume here'})).toBeFocused();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowLeft');
  await tv.look('volume').toBeCloseTo(0.8);
  await dialog.getByRole('button', {name: '1 ms more'}).press('Enter');
  await dialog.getByRole('checkbox', {name: 'Mute this screen'}).press(' ');
  await tv.look('muted').toBe(true);
  await phone.page.getByRole('button', {name: /^Who is here/}).tap();
  await expect(phone.sheet.locator('screens-list li')).toContainText(/Kitchen.*muted there · delay 1 ms/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const again = await page.context().newPage(); // another window of the same browser is set up alike
  await again.goto(page.url());
  await expect(phone.sheet.locator('screens-list .name')).toHaveText(['Kitchen', 'Kitchen']);
  await expect.poll(async () => (await server.session(tv.session)).state.muted).toBe(false);
});
