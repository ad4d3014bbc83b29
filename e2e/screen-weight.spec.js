// What a screen fetches until it shows how to join, before the code that plays: bytes, and so a bound.

import {expect, test} from './support/fixtures.js';

/** The budget of the idle screen: bytes of gzip, as the browser gets them. */
const BUDGET = 60_000;

/** Where the page goes on to the part that plays; it tries again until it gets it. */
const PLAYING = '**/web/desktop/playing.js';

/** What is refused is said in the console. */
const REFUSED = /net::ERR_FAILED|Failed to fetch dynamically imported module/;

test('a screen shows how to join with at most 60 kB', async ({tv, guard}) => {
  guard.expect(REFUSED);
  await tv.page.route(PLAYING, (route) => route.abort());
  await tv.open();
  await expect(tv.qr).toBeVisible();
  const {code} = await tv.page.evaluate(async () => (await fetch(`/api/sessions/${location.pathname.split('/')[2]}`)).json());
  await expect(tv.page.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();
  const fetched = await tv.page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map((entry) => /** @type {PerformanceResourceTiming} */ (entry).encodedBodySize).filter((bytes) => bytes > 0));
  const sum = fetched.reduce((all, bytes) => all + bytes, 0);
  console.log(`until it shows how to join: ${(sum / 1000).toFixed(1)} kB of gzip in ${fetched.length} files`);
  expect(fetched.length, 'files that were counted').toBeGreaterThan(10);
  expect(sum, 'bytes of gzip').toBeLessThanOrEqual(BUDGET);

  await tv.page.unroute(PLAYING);
  await expect(async () => {
    await tv.page.keyboard.press('?');
    await expect(tv.page.getByRole('dialog', {name: 'Keys'})).toBeVisible({timeout: 1000});
  }, 'the rest comes when it can').toPass();
});
