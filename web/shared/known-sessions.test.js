import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MAX_KNOWN, forget, knownSessions, remember} from './known-sessions.js';

function memory(first = '') {
  let value = first;
  return {getItem: () => value || null, setItem: (/** @type {string} */ _, /** @type {string} */ to) => void (value = to)};
}

const NOW = Date.now();
/** @param {string} session @param {number} [at] @param {string} [screen] */
const known = (session, at = NOW, screen = '') => ({session, code: 'ABC123', screen, at});
/** @param {ReturnType<typeof memory>} store */
const ids = (store) => knownSessions(store, NOW).map(({session}) => session);

test('the last one comes first, each once, the oldest go', () => {
  const store = memory();
  for (const id of ['a', 'b', 'a', 'c']) remember(known(id), store);
  assert.deepEqual(ids(store), ['c', 'a', 'b']);
  for (let i = 0; i < 20; i++) remember(known(`n${i}`), store);
  assert.equal(ids(store).length, MAX_KNOWN);
});

test('a screen keeps its name while it is away', () => {
  const store = memory();
  remember(known('a', NOW, 'Kitchen'), store);
  remember(known('a'), store);
  assert.equal(knownSessions(store, NOW)[0].screen, 'Kitchen');
});

test('one is forgotten when it is told so, or after a month', () => {
  const store = memory();
  for (const [id, at] of /** @type {[string, number][]} */ ([['old', NOW - 31 * 86_400_000], ['a', NOW], ['b', NOW]])) remember(known(id, at), store);
  assert.deepEqual(ids(store), ['b', 'a']);
  forget('a', store);
  assert.deepEqual(ids(store), ['b']);
});

test('what is no list of sessions, or cannot be read, is none', () => {
  for (const text of ['', '{', '{}', '[1,null,{"session":"../x","code":"","screen":"","at":1e99}]']) assert.deepEqual(ids(memory(text)), []);
  const blocked = {getItem() { throw new Error('blocked'); }, setItem() { throw new Error('blocked'); }};
  assert.deepEqual(knownSessions(blocked), []);
  remember(known('a'), blocked);
});
