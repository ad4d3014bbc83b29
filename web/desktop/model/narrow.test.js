import assert from 'node:assert/strict';
import test from 'node:test';
import {remoteFor} from './narrow.js';

const SESSION = 'http://tv.local/s/1';

/** @type {[string, number, string, string|null][]} */
const WINDOWS = [
  ['a side bar', 320, SESSION, `${SESSION}?as=remote`],
  ['with something to add', 320, `${SESSION}?add=x`, `${SESSION}?add=x&as=remote`],
  ['that shall be a player', 320, `${SESSION}?as=player`, null],
  ['with just enough room', 480, SESSION, null],
  ['not laid out yet', 0, SESSION, null],
];
for (const [name, width, address, want] of WINDOWS) {
  test(`a window ${name}`, () => assert.equal(remoteFor(width, address), want));
}
