// A browser that wants a gesture before it plays with sound.
//
// Whatever a test asks of a page counts as a gesture there. So the screen is left alone until the phone, which the
// session tells, shows that the screen is blocked.

import {expect, test} from './support/fixtures.js';
import {MAY_NOT_PLAY} from './support/guard.js';

test.beforeEach(({guard}) => guard.expect(MAY_NOT_PLAY));

test('a blocked screen says so to the phone, and plays after one tap', async ({tv, phone}) => {
  await tv.open();
  await phone.open(tv.page.url());
  await tv.repeats(phone.page);
  await phone.addFromLibrary('Slow colours, twenty seconds');
  await expect(phone.condition).toContainText('tap on the screen');

  await expect(tv.tapToStart).toBeVisible();
  await tv.tapToStart.click();
  await tv.plays('bars.webm');
  await expect(tv.tapToStart).toBeHidden();
  await expect(phone.condition).toContainText('Playing');
  await phone.addFromLibrary('Clock, twenty seconds');
  await phone.tap('Next');
  await tv.plays('clock.mp4');
});

test('a blocked screen plays after a key, which does nothing else', async ({tv, phone}) => {
  await tv.open();
  await phone.open(tv.page.url());
  await tv.repeats(phone.page);
  await phone.addFromLibrary('Slow colours, twenty seconds');
  await expect(phone.condition).toContainText('tap on the screen');
  await tv.page.keyboard.press('k');
  await tv.plays('bars.webm');
});

test('a screen that is clicked once at the start plays from then on', async ({tv, phone}) => {
  await tv.open();
  await phone.open(tv.page.url());
  await tv.repeats(phone.page);
  await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  await tv.page.mouse.click(5, 5);
  await phone.addFromLibrary('Slow colours, twenty seconds');
  await tv.plays('bars.webm');
  await expect(tv.tapToStart).toBeHidden();
});
