// What a phone fetches until it steers: bytes, which are the same on every machine, and so a bound.

import {expect, test} from './support/fixtures.js';
import {sayAs} from './support/guest.js';

/** The budget of a page that steers: bytes of gzip, as the browser gets them. */
const BUDGET = 45_000;

/** What is left out until then is refused; that it cannot be had is said in the console. */
const REFUSED = /net::ERR_FAILED|Failed to fetch dynamically imported module/;

test('a phone steers with at most 45 kB', async ({server, web, tv, phone, guard}) => {
  guard.expect(REFUSED);
  await tv.open();
  await tv.repeats();
  await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [{event: 'add', data: {items: [{url: web.link('bars.webm')}], place: 'now'}}]);
  await tv.plays('bars.webm');
  const address = `${server.url}/s/${tv.session}?as=remote`;
  const page = await (await fetch(address)).text();
  const files = [...page.matchAll(/<(?:link rel="(?:modulepreload|stylesheet)" href|script type="module" src)="([^"]+)"([^>]*)>/g)];
  const first = new Set(files.filter(([, , rest]) => !rest.includes('fetchpriority="low"')).map(([, path]) => path));
  first.add(`/s/${tv.session}`).add('/web/shared/strings/remote/en.js');
  await phone.page.route('**', (route) => (first.has(new URL(route.request().url()).pathname) ? route.fallback() : route.abort()));
  await phone.open(address);
  await phone.tap('Pause');
  await tv.isPaused();
  await expect(phone.button('Play')).toBeVisible();
  const fetched = await phone.page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map((entry) => /** @type {PerformanceResourceTiming} */ (entry)).filter(({encodedBodySize}) => encodedBodySize > 0)
    .map(({name, encodedBodySize}) => ({name, bytes: encodedBodySize})));
  const sum = fetched.reduce((all, {bytes}) => all + bytes, 0);
  console.log(`until it steers: ${(sum / 1000).toFixed(1)} kB of gzip in ${fetched.length} files`);
  expect(fetched.length, 'files that were counted').toBe(first.size);
  expect(sum, 'bytes of gzip').toBeLessThanOrEqual(BUDGET);
});
