import assert from 'node:assert/strict';
import {test} from 'node:test';
import {aheadOf, aheadOfNew, beforeAt, beforeFor, historyLength} from './order.js';
import {playing} from '../../remote/testing/snapshots.js';

/** @import {Item} from '../protocol.js' */

/** @type {Item[]} */
const items = ['a', 'b', 'c', 'd'].map((id) => ({id, media: {provider: 'file', url: `https://x.example/${id}`}}));

/**
 * The list after "move id before that one", as the contract has it.
 * @param {string} id @param {string|null|undefined} before
 */
function moved(id, before) {
  const ids = items.map((item) => item.id);
  if (before === undefined) return ids.join('');
  const rest = ids.filter((other) => other !== id);
  rest.splice(before === null ? rest.length : rest.indexOf(before), 0, id);
  return rest.join('');
}

/** @type {[string, import('./order.js').Place, string|null, string][]} */
const cases = [
  ['c', 'top', null, 'cabd'],
  ['a', 'top', null, 'abcd'],
  ['d', 'top', 'b', 'abdc'],
  ['c', 'top', 'b', 'abcd'],
  ['b', 'top', 'c', 'bacd'],
  ['c', 'top', 'c', 'cabd'],
  ['c', 'up', null, 'acbd'],
  ['a', 'up', null, 'abcd'],
  ['b', 'down', null, 'acbd'],
  ['c', 'down', null, 'abdc'],
  ['d', 'down', null, 'abcd'],
  ['a', 'end', null, 'bcda'],
  ['d', 'end', null, 'abcd'],
  ['d', 'next', 'a', 'adbc'],
  ['b', 'next', 'a', 'abcd'],
  ['a', 'next', 'c', 'bcad'],
  ['a', 'next', 'd', 'bcda'],
  ['a', 'next', 'a', 'abcd'],
  ['c', 'next', null, 'cabd'],
  ['x', 'top', null, 'abcd'],
];

for (const [id, place, current, want] of cases) {
  test(`${id} to ${place} while ${current} plays`, () => {
    assert.equal(moved(id, beforeFor(items, id, place, current)), want);
  });
}

test('up stops below what must stay first', () => {
  assert.equal(beforeFor(items, 'c', 'up', 'a', 1), 'b');
  assert.equal(beforeFor(items, 'b', 'up', 'a', 1), undefined);
});

test('every target index is reached', () => {
  for (let from = 0; from < items.length; from++) {
    for (let to = 0; to < items.length; to++) {
      const got = moved(items[from].id, beforeAt(items, from, to));
      assert.equal(got.indexOf(items[from].id), to, `from ${from} to ${to}: ${got}`);
    }
  }
});

/** a to d, one of them current. @param {string|null} item @param {object} [change] */
const state = (item, change) => playing({items, ...change}, {item});

test('how many come before an item', () => {
  assert.deepEqual(['a', 'b', 'c', 'd', 'x'].map((id) => aheadOf(state('b'), id)), [-2, -1, 0, 1, null]);
  assert.equal(aheadOf(state(null), 'a'), null);
  assert.equal(aheadOf(state('a', {shuffle: true}), 'b'), null);
  assert.equal(aheadOf(null, 'a'), null);
});

test('how many come before what was just added', () => {
  assert.equal(aheadOfNew(state('a'), 1, 'end'), 2);
  assert.equal(aheadOfNew(state('a'), 3, 'end'), 0, 'three at once: the first of them counts');
  assert.equal(aheadOfNew(state('d'), 1, 'end'), -1, 'it started');
  assert.equal(aheadOfNew(state('a'), 1, 'next'), 0);
  assert.equal(aheadOfNew(state('a'), 1, 'now'), -1);
});

test('what was before is hidden when it is more than one, and never in shuffled order', () => {
  assert.deepEqual([null, 'a', 'b', 'c', 'd'].map((id) => historyLength(state(id))), [0, 0, 0, 2, 3]);
  assert.equal(historyLength(state('d', {shuffle: true})), 0);
});
