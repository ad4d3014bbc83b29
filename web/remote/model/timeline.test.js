import assert from 'node:assert/strict';
import {test} from 'node:test';
import {canDo, isMoving, positionNow, rangeOf, startsIn, timeLeft} from './timeline.js';
import {playing, report, snapshot} from '../testing/snapshots.js';

test('the position follows the server clock and the rate, and stays in the item', () => {
  assert.equal(positionNow(snapshot(), 2000), 3000);
  assert.equal(positionNow(snapshot({state: playing({}, {rate: 2})}), 2000), 5000);
  assert.equal(positionNow(snapshot({state: playing({}, {held: true})}), 2000), 1000);
  assert.equal(positionNow(snapshot(), 900_000), 60_000, 'not beyond the end');
});

test('a screen that stands still is believed, one of two is not', () => {
  assert.equal(positionNow(snapshot({players: [report('buffering')]}), 9000), 1500);
  assert.equal(positionNow(snapshot({players: [report('buffering'), report('playing', {client: 'p2'})]}), 9000), 10_000);
  assert.equal(positionNow(snapshot({players: [report('buffering', {item: 'b'})]}), 9000), 10_000, 'about another item');
});

test('an item plays from its start to its end; an unknown length comes from a screen', () => {
  const media = {provider: 'file', url: 'https://x.example/a', duration: 90_000};
  assert.deepEqual(rangeOf(snapshot({state: playing({items: [{id: 'a', media, start: 5000, end: 60_000}]})})), {start: 5000, end: 60_000});
  const unknown = playing({items: [{id: 'a', media: {provider: 'file', url: 'https://x.example/a'}}]});
  assert.deepEqual(rangeOf(snapshot({state: unknown})), {start: 0, end: null});
  assert.deepEqual(rangeOf(snapshot({state: unknown, players: [report('playing', {duration: 7000})]})), {start: 0, end: 7000});
  assert.deepEqual(rangeOf(snapshot({state: playing({}, {item: null})})), {start: 0, end: null});
});

test('abilities: the common ones until a screen has said otherwise', () => {
  assert.equal(canDo(snapshot(), 'seek'), true);
  assert.equal(canDo(snapshot(), 'captions'), false);
  const live = snapshot({players: [report('playing', {can: ['volume', 'captions']})]});
  assert.deepEqual([canDo(live, 'seek'), canDo(live, 'volume'), canDo(live, 'captions')], [false, true, true]);
});

test('it moves while it plays and is not held', () => {
  assert.equal(isMoving(snapshot()), true);
  assert.equal(isMoving(snapshot({state: playing({}, {held: true})})), false);
  assert.equal(isMoving(snapshot({state: playing({}, {status: 'paused'})})), false);
  assert.equal(isMoving(snapshot({state: null})), false);
});

test('what is left to play is known when every length is', () => {
  assert.equal(timeLeft(playing(), 0), 119_000);
  assert.equal(timeLeft(playing(), 30_000), 89_000);
  assert.equal(timeLeft(playing({}, {item: 'b'}), 0), 59_000);
  assert.equal(timeLeft(playing({}, {rate: 2}), 0), 59_500);
  assert.equal(timeLeft(playing({}, {status: 'idle', item: null}), 0), 120_000);
  assert.equal(timeLeft(playing({items: [{id: 'a', media: {provider: 'file', url: 'https://x.example/a'}}]}), 0), null);
  for (const change of [{repeat: /** @type {const} */ ('all')}, {shuffle: true}]) assert.equal(timeLeft(playing(change), 0), null);
  assert.equal(timeLeft(playing({}, {status: 'ended'}), 0), null);
});

test('when an item begins: what is left of the current one, then all between', () => {
  const media = {provider: 'file', url: 'https://x.example/a', duration: 60_000};
  const items = ['a', 'b', 'c', 'd'].map((id) => ({id, media}));
  const state = playing({items}, {item: 'b', position: 10_000});
  /** @param {Map<number, number>} begins */
  const list = (begins) => [...begins];
  assert.deepEqual(list(startsIn(state, 0)), [[2, 50_000], [3, 110_000]]);
  assert.deepEqual(list(startsIn(state, 20_000)), [[2, 30_000], [3, 90_000]]);
  assert.deepEqual(list(startsIn(state, 0, 3)), [[2, 50_000]], 'no further than asked');
  assert.deepEqual(list(startsIn({...state, playback: {...state.playback, rate: 2}}, 0)), [[2, 25_000], [3, 55_000]]);
  assert.deepEqual(list(startsIn(playing({items: [items[0], {id: 'x', media: {...media, duration: undefined}}, items[2]]}), 0)), [[1, 59_000]]);
  assert.deepEqual(list(startsIn(playing({items: [items[0], {...items[1], start: 10_000, end: 15_000}, items[2]]}), 0)), [[1, 59_000], [2, 64_000]]);
});

test('when an item begins cannot be said in shuffled order, in a circle, or when nothing plays', () => {
  for (const change of [{shuffle: true}, {repeat: /** @type {const} */ ('one')}, {repeat: /** @type {const} */ ('all')}]) {
    assert.equal(startsIn(playing(change), 0).size, 0);
  }
  assert.equal(startsIn(playing({}, {item: null, status: 'idle'}), 0).size, 0);
  assert.equal(startsIn(playing({}, {status: 'ended'}), 0).size, 0);
});
