import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {GRACE_MS, Whereabouts} from './whereabouts.js';

/** @import {Snapshot, Store} from '../../shared/store.js' */

/** A store in which this page is the screen `me`. @param {string[]} here @param {string[]} [screens] */
function room(here, screens) {
  /** @type {(snapshot: Snapshot) => void} */
  let listener = () => {};
  const of = (/** @type {string[]} */ ids, /** @type {string[]|undefined} */ chosen) =>
    /** @type {Snapshot} */ (/** @type {unknown} */ ({client: 'me', state: {screens: chosen}, clients: ids.map((client) => ({client, role: 'player'}))}));
  let snapshot = of(here, screens);
  const store = /** @type {Store} */ (/** @type {unknown} */ ({
    getState: () => snapshot,
    subscribe: (/** @type {(snapshot: Snapshot) => void} */ listen) => (listener = listen),
  }));
  return {store, now: (/** @type {string[]} */ ids, /** @type {string[]|undefined} */ chosen) => listener((snapshot = of(ids, chosen)))};
}

test('it plays here unless others were chosen', () => {
  assert.equal(new Whereabouts(room(['me', 'tv']).store, () => {}).others, null);
  assert.equal(new Whereabouts(room(['me', 'tv'], ['me']).store, () => {}).others, null);
  assert.deepEqual(new Whereabouts(room(['me', 'tv'], ['tv']).store, () => {}).others?.map(({client}) => client), ['tv']);
  assert.equal(new Whereabouts(room(['me'], ['gone']).store, () => {}).others, null, 'who comes late does not wait');
});

test('a reload of the chosen screen is no reason to jump in; its end is', (t) => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const {store, now} = room(['me', 'tv'], ['tv']);
  const changed = mock.fn();
  const whereabouts = new Whereabouts(store, changed);
  now(['me'], ['tv']);
  t.mock.timers.tick(GRACE_MS - 1);
  assert.notEqual(whereabouts.others, null);
  now(['me', 'tv'], ['tv']);
  t.mock.timers.tick(GRACE_MS);
  assert.notEqual(whereabouts.others, null);
  assert.equal(changed.mock.callCount(), 0);
  now(['me'], ['tv']);
  t.mock.timers.tick(GRACE_MS);
  assert.equal(whereabouts.others, null);
  assert.equal(changed.mock.callCount(), 1);
});

test('somebody who chooses this one does not wait', () => {
  const {store, now} = room(['me', 'tv'], ['tv']);
  const whereabouts = new Whereabouts(store, () => {});
  now(['me', 'tv'], ['tv', 'me']);
  assert.equal(whereabouts.others, null);
});
