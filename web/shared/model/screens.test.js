import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chosenOf, playingOf, screenName, withScreen} from './screens.js';

/** @import {ClientInfo} from '../protocol.js' */

/** @type {ClientInfo[]} */
const clients = [
  {client: 'tv', role: 'player', name: ' Kitchen '},
  {client: 'ann', role: 'remote', name: 'Ann'},
  {client: 'wall', role: 'player'},
  {client: 'tablet', role: 'player', name: ''},
];
/** @param {string[]} [screens] */
const room = (screens) => ({state: {screens}, clients});
const ids = (/** @type {readonly ClientInfo[]} */ of) => of.map(({client}) => client);

test('all screens play unless some are chosen', () => {
  assert.deepEqual(ids(playingOf(room())), ['tv', 'wall', 'tablet']);
  assert.deepEqual(ids(playingOf(room(['wall', 'gone']))), ['wall']);
  assert.deepEqual(ids(playingOf({state: null, clients})), ['tv', 'wall', 'tablet']);
});

test('when all that were chosen have gone, the others play', () => {
  assert.deepEqual(chosenOf(room(['gone'])), []);
  assert.deepEqual(ids(playingOf(room(['gone']))), ['tv', 'wall', 'tablet']);
});

test('one screen more; the last one makes it all of them', () => {
  assert.deepEqual(withScreen(room(['wall']), 'tv'), ['wall', 'tv']);
  assert.equal(withScreen(room(['wall', 'tv']), 'tablet'), null);
  assert.deepEqual(withScreen(room(['wall', 'gone']), 'wall'), ['wall']);
});

test('a screen has a name, or a number', () => {
  const unnamed = (/** @type {number} */ n) => `Screen ${n}`;
  assert.equal(screenName('tv', clients, unnamed), 'Kitchen');
  assert.equal(screenName('wall', clients, unnamed), 'Screen 2');
  assert.equal(screenName('tablet', clients, unnamed), 'Screen 3');
});
