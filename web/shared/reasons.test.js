import assert from 'node:assert/strict';
import test from 'node:test';
import {knownReason, loadStrings, reasonText} from './i18n.js';
import {REASONS} from './reason-table.js';

const before = knownReason('this file is empty');
const {reasonIn} = await import('./reasons.js');

test('the words come with their file', () => {
  assert.equal(before, null);
  assert.equal(knownReason('this file is empty'), 'This file is empty');
  assert.equal(reasonText('Das Video ist weg'), 'Das Video ist weg', 'what a player said stays');
});

test('values are put in, and what is a reason itself is said too', () => {
  assert.equal(reasonIn('ftp addresses cannot be played, only http and https'), 'ftp links cannot be played, only http and https');
  assert.equal(reasonIn('the rest did not come: the site took too long to answer'), 'The rest did not come: The site took too long to answer');
  assert.equal(reasonIn('a name is neither . nor .., and has 1 to 60 characters, none of them / or \\'), 'A name has up to 60 characters and no slashes');
});

test('what only looks like a reason is none', () => {
  for (const text of ['', 'this file is empty!', 'so this file is empty', ' addresses cannot be played, only http and https']) assert.equal(reasonIn(text), null);
});

const words = /** @type {Record<string, string|((...values: string[]) => string)>} */ (await loadStrings('reasons', ['en']));

test('every code has words, and they want no more than it has', () => {
  for (const [code, text] of REASONS) {
    const said = words[code];
    assert.ok(said, code);
    if (typeof said === 'function') assert.ok(said.length < text.split('{}').length, `${code}: ${text}`);
  }
});

test('all words belong to a code', () => {
  const codes = new Set(REASONS.map(([code]) => code));
  assert.deepEqual(Object.keys(words).filter((code) => !codes.has(code)), []);
});
