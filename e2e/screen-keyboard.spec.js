// The player page without a mouse.

import {expect, test} from './support/fixtures.js';

test('keys steer the session', async ({tv, phone}) => {
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  await phone.addFromLibrary('Slow colours, twenty seconds', 'Clock, twenty seconds');
  await tv.plays('bars.webm');
  const press = (/** @type {string} */ key) => tv.page.keyboard.press(key);

  await press('k');
  await tv.isPaused();
  await expect(phone.condition).toContainText('Paused');
  const {time} = await tv.media();
  await press('ArrowRight');
  await tv.near(time + 10);
  await press('j');
  await tv.near(time);
  await press('Space');
  await tv.plays('bars.webm');

  await press('ArrowDown');
  await tv.look('volume').toBeCloseTo(0.95);
  await press('m');
  await tv.look('muted').toBe(true);
  await press('ArrowUp');
  await tv.look('volume').toBe(1);
  await tv.look('muted').toBe(false);

  await press('n');
  await tv.plays('clock.mp4');
  await press('p');
  await tv.plays('bars.webm');
});

test('help and full screen come and go by keys', async ({tv}) => {
  await tv.open();
  const help = tv.page.getByRole('dialog', {name: 'Keys'});
  await expect(async () => {
    await tv.page.keyboard.press('?'); // heard once all of the page is there, which is after what it shows first
    await expect(help).toBeVisible({timeout: 1000});
  }).toPass();
  await tv.page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  const full = () => tv.page.evaluate(() => document.fullscreenElement !== null);
  await tv.page.keyboard.press('f');
  await expect.poll(full).toBe(true);
  await tv.page.keyboard.press('f');
  await expect.poll(full).toBe(false);
});
