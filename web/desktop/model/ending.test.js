import assert from 'node:assert/strict';
import test from 'node:test';
import {lastOf} from './ending.js';

/** @type {{name: string, playing: Parameters<typeof lastOf>[0], want: number|null}[]} */
const CASES = [
  {name: 'in the middle', playing: {item: {}, duration: 200_000, position: 100_000, rate: 1}, want: null},
  {name: 'eleven seconds left', playing: {item: {}, duration: 200_000, position: 189_000, rate: 1}, want: null},
  {name: 'ten seconds left', playing: {item: {}, duration: 200_000, position: 190_000, rate: 1}, want: 10_000},
  {name: 'at double speed, fifteen seconds of media are less than ten of the evening', playing: {item: {}, duration: 200_000, position: 185_000, rate: 2}, want: 7500},
  {name: 'a range ends before the media', playing: {item: {start: 10_000, end: 60_000}, duration: 200_000, position: 55_000, rate: 1}, want: 5000},
  {name: 'a range that ends after the media', playing: {item: {end: 900_000}, duration: 200_000, position: 195_000, rate: 1}, want: 5000},
  {name: 'a jingle of six seconds, at half', playing: {item: {}, duration: 6000, position: 3000, rate: 1}, want: null},
  {name: 'a jingle of six seconds, near its end', playing: {item: {}, duration: 6000, position: 4500, rate: 1}, want: 1500},
  {name: 'beyond the end', playing: {item: {}, duration: 200_000, position: 200_400, rate: 1}, want: 0},
  {name: 'a stream without an end', playing: {item: {}, duration: null, position: 5000, rate: 1}, want: null},
];
for (const {name, playing, want} of CASES) {
  test(`the last seconds: ${name}`, () => assert.equal(lastOf(playing), want));
}
