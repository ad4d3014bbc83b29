import assert from 'node:assert/strict';
import test from 'node:test';
import {isHeic, percentOf, problemOf, sizeText} from './chosen.js';

const MAX = 1000;

/** @type {[string, string, number, string][]} */
const FILES = [
  ['a.jpg', 'image/jpeg', 10, ''],
  ['a.jpg', 'image/jpeg', MAX, ''],
  ['a.jpg', 'image/jpeg', MAX + 1, 'tooLarge'],
  ['a.jpg', 'image/jpeg', 0, 'empty'],
  ['film.MKV', '', 10, ''],
  ['no name', 'audio/x-new', 10, ''],
  ['letter.pdf', 'application/pdf', 10, 'notMedia'],
  ['page.html', 'text/html', 10, 'notMedia'],
  ['a.svg', 'image/svg+xml', 10, 'notMedia'],
  ['mp4', '', 10, 'notMedia'],
];
for (const [name, type, size, want] of FILES) {
  test(`${name}, ${type || 'no type'}, ${size} bytes: ${want || 'may be sent'}`, () => assert.equal(problemOf({name, type, size}, MAX), want));
}

test('HEIC is known by its type or its name', () => {
  assert.ok(isHeic({name: 'x', type: 'image/heic'}) && isHeic({name: 'IMG_1.HEIC', type: ''}) && isHeic({name: 'x', type: 'image/heif-sequence'}));
  assert.ok(!isHeic({name: 'heic.jpg', type: 'image/jpeg'}));
});

test('sizes read as the language writes them', () => {
  assert.equal(sizeText(0, 'en'), '0 byte');
  assert.equal(sizeText(999, 'en'), '999 byte');
  assert.equal(sizeText(1000, 'en'), '1 kB');
  assert.equal(sizeText(3_440_000, 'en'), '3.4 MB');
  assert.equal(sizeText(34_400_000, 'de').replace(/\s/, ' '), '34 MB');
  assert.equal(sizeText(2 * 2 ** 30, 'de').replace(/\s/, ' '), '2,1 GB');
  assert.equal(sizeText(5e12, 'en'), '5,000 GB');
});

test('percents never promise what is not there', () => {
  assert.equal(percentOf(0, 3), 0);
  assert.equal(percentOf(2999, 3000), 99);
  assert.equal(percentOf(3, 3), 100);
  assert.equal(percentOf(0, 0), 0);
});
