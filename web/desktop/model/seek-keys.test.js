import assert from 'node:assert/strict';
import test from 'node:test';
import {seekFor} from './seek-keys.js';

/** @type {[string, ReturnType<typeof seekFor>][]} */
const KEYS = [
  ['ArrowLeft', {delta: -10_000}],
  ['ArrowUp', {delta: 10_000}],
  ['PageDown', {delta: -60_000}],
  ['Home', {position: 5000}],
  ['End', {position: 90_000}],
  ['k', null],
  ['constructor', null],
];
for (const [key, want] of KEYS) {
  test(`${key} on the seek slider`, () => assert.deepEqual(seekFor(key, 5000, 100_000), want));
}

test('the end of something short is not before its start', () => assert.deepEqual(seekFor('End', 5000, 9000), {position: 5000}));
