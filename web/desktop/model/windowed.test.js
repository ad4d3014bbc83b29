import assert from 'node:assert/strict';
import test from 'node:test';
import {rowFor, scrollFor} from './windowed.js';

/** @type {[string, number, number|null][]} */
const KEYS = [
  ['ArrowDown', 3, 4],
  ['ArrowDown', -1, 0],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 8],
  ['PageDown', 8, 9],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 0, 9],
  ['k', 3, null],
];
for (const [key, from, want] of KEYS) {
  test(`${key} from row ${from} of 10`, () => assert.equal(rowFor(key, from, 10, 5), want));
}

test('an empty list has no row to go to', () => assert.equal(rowFor('ArrowDown', -1, 0, 5), null));

test('scrolling goes only as far as a row needs', () => {
  assert.equal(scrollFor(5, 50, 100, 400), 100, 'visible: stays');
  assert.equal(scrollFor(1, 50, 100, 400), 50, 'above: to its top');
  assert.equal(scrollFor(20, 50, 100, 400), 650, 'below: to its bottom');
});
