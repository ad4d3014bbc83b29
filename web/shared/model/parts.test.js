import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LIMITS} from '../protocol.js';
import {PART_BYTES, firstAdd, fitsAdd, partsOf} from './parts.js';

/** @param {number} n @param {number} [length]  of each link */
const items = (n, length = 30) => Array.from({length: n}, (_, i) => ({url: `https://x.example/${i}/`.padEnd(length, 'a')}));

test('what fits into an add is one part', () => {
  for (const n of [1, 100]) assert.deepEqual(partsOf(items(n)).map(({length}) => length), [n]);
});

test('a hundred long links do not fit into the message of an add', () => {
  const long = items(100, LIMITS.URL_CHARS);
  assert.equal(fitsAdd(long), false);
  const first = firstAdd(long);
  assert.ok(first.length > 20 && first.length < 32, `first ${first.length} links`);
  assert.ok(JSON.stringify({event: 'add', id: 'x'.repeat(64), data: {items: first, place: 'end'}}).length <= LIMITS.MESSAGE_BYTES);
});

test('five thousand items go in order, in parts that an upload can carry', () => {
  const many = items(5000, 120);
  const parts = partsOf(many);
  assert.ok(parts.length > 1, `${parts.length} parts`);
  assert.deepEqual(parts.flat(), many);
  for (const part of parts) assert.ok(JSON.stringify(part).length <= PART_BYTES + 2, `a part of ${JSON.stringify(part).length} bytes`);
});

test('letters count as the bytes that they are', () => {
  const title = '曲'.repeat(300); // 900 bytes
  assert.equal(fitsAdd(items(100).map((item) => ({...item, title}))), false);
});

test('nothing is one empty part to send, and no first one', () => {
  assert.deepEqual(partsOf([]), [[]]);
  assert.deepEqual(firstAdd([]), []);
});
