import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sourceOf} from './native.js';

/** @type {[string, string][]} */
const SOURCES = [
  ['/media/song.opus', 'http://tv.example:8080/media/song.opus'],
  ['https://films.example/a b.mp4', 'https://films.example/a%20b.mp4'],
  ['https://films.example:99999/a.mp4', 'https://films.example:99999/a.mp4'], // no such port: no address
];

for (const [url, want] of SOURCES) {
  test(`source of ${url}`, () => {
    Object.assign(globalThis, {location: {href: 'http://tv.example:8080/s/1'}});
    assert.equal(sourceOf({provider: 'file', ref: url, url}), want);
  });
}
