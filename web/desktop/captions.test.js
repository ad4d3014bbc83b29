import assert from 'node:assert/strict';
import test from 'node:test';
import {afterThis, choicesOf, chosenText} from './captions.js';

const OFFERED = [{language: 'en', label: ''}, {language: 'de', label: ''}, {language: 'de-x-2', label: 'Kommentar'}];

test('the key goes from off through all there are', () => {
  /** @type {(string|null)[]} */
  const seen = [null];
  for (let i = 0; i <= OFFERED.length; i += 1) seen.push(afterThis(OFFERED, seen[i]));
  assert.deepEqual(seen, [null, 'en', 'de', 'de-x-2', null]);
  assert.equal(afterThis(OFFERED, 'fr'), 'en', 'after what this item has not');
  assert.equal(afterThis([], 'fr'), null);
});

test('choices by name, and the one that shows', () => {
  const {choices, shown} = choicesOf(OFFERED, 'de-AT');
  assert.deepEqual([choices.map(({name}) => name), shown], [['Off', 'English', 'Deutsch', 'Deutsch · Kommentar'], 'de']);
});

test('what is said of a choice', () => {
  assert.deepEqual([null, 'en', 'de-x-2', 'fr'].map((wanted) => chosenText(OFFERED, wanted)), ['Captions off', 'Captions: English', 'Captions: Deutsch · Kommentar', 'Captions: français']);
});
