import assert from 'node:assert/strict';
import test from 'node:test';
import {onceEach} from './history.js';

/** @param {string} url @param {number} at @param {object} [range] */
const played = (url, at, range) => ({at, item: {id: `${url}${at}`, addedAt: 0, media: {provider: 'file', ref: url, url}, ...range}});

test('what was played again stands where it played last, counted', () => {
  const history = [played('a', 9), played('b', 8), played('a', 7), played('a', 6), played('c', 5)];
  assert.deepEqual(onceEach(history).map(({item, at, times}) => [item.media.url, at, times]), [['a', 9, 3], ['b', 8, 1], ['c', 5, 1]]);
});

test('another part of the same film is something else', () => {
  assert.equal(onceEach([played('a', 2, {start: 1000}), played('a', 1), played('a', 0, {start: 0})]).length, 2);
});
