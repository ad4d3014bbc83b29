import assert from 'node:assert/strict';
import test from 'node:test';

import {takeList} from './take-list.js';

test('a list counts as taken in when the page has the change, too', async () => {
  const snapshot = /** @type {any} */ ({status: 'online', client: 'c', seq: 4, state: {items: [], playback: {status: 'playing', item: 'a'}}});
  let told = false;
  const done = takeList(/** @type {any} */ ({app: undefined, latest: () => snapshot}), 'append', async () => ({seq: 5, items: 2, skipped: []}));
  void done.then(() => (told = true));
  await new Promise((next) => setTimeout(next, 60));
  assert.equal(told, false);
  snapshot.seq = 5;
  assert.equal((await done).items, 2);
});
