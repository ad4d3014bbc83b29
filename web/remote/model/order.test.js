import assert from 'node:assert/strict';
import {test} from 'node:test';
import {beforeAt, beforeFor} from './order.js';

/** @import {Item} from '../../shared/protocol.js' */

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

test('every target index is reached', () => {
  for (let from = 0; from < items.length; from++) {
    for (let to = 0; to < items.length; to++) {
      const got = moved(items[from].id, beforeAt(items, from, to));
      assert.equal(got.indexOf(items[from].id), to, `from ${from} to ${to}: ${got}`);
    }
  }
});
