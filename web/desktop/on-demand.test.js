import assert from 'node:assert/strict';
import test from 'node:test';
import {onDemand} from './on-demand.js';

/** @import {News} from './model/news.js' */

/** @returns {{said: News[], say: (news: News) => void}} */
function page() {
  /** @type {News[]} */
  const said = [];
  return {said, say: (news) => void said.push(news)};
}

test('a part that comes is handed on, and nothing is said', async () => {
  const one = page();
  assert.equal(await onDemand(one, async () => 'part'), 'part');
  assert.deepEqual(one.said, []);
});

test('a part that does not come is said, and comes the next time', async () => {
  const one = page();
  let tries = 0;
  const load = async () => {
    tries += 1;
    if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return tries;
  };
  assert.equal(await onDemand(one, load), null);
  assert.equal(one.said.length, 1);
  assert.ok(one.said[0].text);
  assert.equal(await onDemand(one, load), 2);
  assert.equal(one.said.length, 1);
});
