// How fast a tap on the phone is in the player, printed; docs/performance.md has the figures of one machine.

import {expect, test} from './support/fixtures.js';

const COLOURS = 'Slow colours, twenty seconds';

/** The aim for 95 of 100, ms on loopback; shown, not asserted: a machine may be busy with other things. */
const AIM_MS = 60;

/** No machine that runs this is worse off; less is noise of other programs. */
const GROSS_MS = 500;

/** Taps that are measured, half of them pauses. */
const TAPS = 40;

test.beforeEach(({tv}) => tv.open());

test('a tap is in the player at once', async ({tv, phone}, info) => {
  await phone.open(await tv.scan());
  await phone.addFromLibrary(COLOURS);
  await tv.plays('bars.webm');
  await phone.tap('Repeat: off');
  await tv.video.evaluate((video) => {
    const heard = /** @type {any} */ (window);
    heard.heard = [];
    for (const type of ['play', 'pause']) video.addEventListener(type, () => heard.heard.push({type, at: performance.timeOrigin + performance.now()}));
  });
  await phone.page.evaluate(() => {
    const tapped = /** @type {any} */ (window);
    tapped.tapped = [];
    addEventListener('click', () => tapped.tapped.push(performance.timeOrigin + performance.now()), true);
  });
  for (let i = 0; i < TAPS; i++) {
    await phone.tap(i % 2 === 0 ? 'Pause' : 'Play');
    await expect.poll(() => tv.page.evaluate(() => /** @type {any} */ (window).heard.length), {intervals: [20]}).toBeGreaterThan(i);
    await expect(phone.button(i % 2 === 0 ? 'Play' : 'Pause')).toBeVisible();
  }
  const tapped = await phone.page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).tapped));
  const heard = await tv.page.evaluate(() => /** @type {{type: string, at: number}[]} */ (/** @type {any} */ (window).heard));
  expect(heard.length, 'one event a tap').toBe(TAPS);
  const took = heard.map(({at}, i) => at - tapped[i]).toSorted((a, b) => a - b);
  const quantile = (/** @type {number} */ q) => took[Math.min(took.length - 1, Math.floor(q * took.length))];
  const said = `tap to media event: p50 ${quantile(0.5).toFixed(1)} ms, p95 ${quantile(0.95).toFixed(1)} ms, of ${TAPS}; the aim is ${AIM_MS} ms`;
  console.log(said);
  info.annotations.push({type: 'latency', description: said});
  expect(quantile(0.5), said).toBeLessThan(GROSS_MS);
});
