// A finger that moves: Playwright's touchscreen only taps.

/** @import {Locator, Page} from '@playwright/test' */

/** Frames that the finger is on its way. */
const MOVE_FRAMES = 8;

/** Frames that it rests before it is lifted. Lifted in full flight it flings, and Chromium takes the next tap for a stop. */
const REST_FRAMES = 12;

/**
 * Puts a finger on the middle of an element, draws it away, and lifts it.
 * @param {Page} page
 * @param {Locator} from
 * @param {{x?: number, y?: number}} by  CSS px
 */
export async function drag(page, from, {x = 0, y = 0}) {
  const box = await from.boundingBox();
  if (!box) throw new Error('there is nothing to put a finger on');
  const start = {x: box.x + box.width / 2, y: box.y + box.height / 2};
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [start]});
  for (let frame = 1; frame <= MOVE_FRAMES + REST_FRAMES; frame += 1) {
    const share = Math.min(1, frame / MOVE_FRAMES);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await touch.send('Input.dispatchTouchEvent', {type: 'touchMove', touchPoints: [{x: start.x + x * share, y: start.y + y * share}]});
  }
  await touch.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
  await touch.detach();
}
