// What plays while nothing is queued: quietly, until somebody adds something, and again after that.

import {expect, test} from './support/fixtures.js';

test('a folder plays in the gaps, gives way, and comes back', async ({server, tv, phone}) => {
  await tv.open();
  await phone.open(await tv.scan());
  const {page, sheet} = phone;
  await page.getByRole('button', {name: 'Speed and captions'}).tap();
  await sheet.getByRole('button', {name: /^When nothing is queued/}).tap();
  await sheet.getByRole('radio', {name: /^album/}).tap();
  await expect(sheet.getByRole('radio', {name: /^album/})).toHaveAttribute('aria-checked', 'true');
  await phone.closeSheet();
  await expect.poll(async () => (await server.session(tv.session)).state.items[0]?.fallback).toBe(true);
  await tv.look('paused').toBe(false);
  await tv.look('volume').toBeCloseTo(0.5);
  await expect(tv.page.locator('now-bar .about')).toContainText('From album');
  await expect(phone.now).toContainText('From album');

  await phone.addFromLibrary('Clock, twenty seconds');
  await tv.look('file').toBe('clock.mp4');
  await tv.look('volume').toBe(1);
  await phone.lists(/Clock/);
  await phone.slide(phone.position, 0.97);
  await expect.poll(async () => (await server.session(tv.session)).state.items.map(({fallback}) => fallback ?? false)).toEqual([false, true]);
  await tv.look('paused').toBe(false);
  await expect(phone.now).toContainText('From album');
});
