import assert from 'node:assert/strict';
import test from 'node:test';
import {applyEvent, currentItem, position} from './reducer.js';

/** @import {Item, Playback, State} from './protocol.js' */

/** @param {string} id @returns {Item} */
const item = (id) => ({id, media: {provider: 'file', url: `https://media.example/${id}.webm`}});

/** @param {string} ids  one letter an item @returns {State} */
function state(ids) {
  return Object.freeze({
    session: '00000000-0000-4000-8000-000000000000',
    items: Object.freeze([...ids].map((id) => Object.freeze(item(id)))),
    playback: Object.freeze({status: 'idle', item: null, position: 0, at: 0, rate: 1, held: false}),
    volume: 100,
    muted: false,
    repeat: 'none',
    shuffle: false,
    captions: null,
  });
}

/** @param {State} s */
const ids = (s) => s.items.map(({id}) => id).join('');

const lists = [
  {name: 'insert at the start', data: {items: [item('x'), item('y')], index: 0}, want: 'xyabcd'},
  {name: 'insert in the middle', data: {items: [item('x')], index: 2}, want: 'abxcd'},
  {name: 'insert at the end', data: {items: [item('x')], index: 4}, want: 'abcdx'},
  {name: 'insert with the place of the request repeated', data: {items: [item('x')], index: 1, before: 'b'}, want: 'axbcd'},
  {name: 'the whole list', data: {items: [item('x')]}, want: 'x'},
  {name: 'the whole list, empty', data: {items: []}, want: ''},
  {name: 'move before', data: {items: ['d', 'c'], before: 'b'}, want: 'adcb'},
  {name: 'move to the end', data: {items: ['a'], before: null}, want: 'bcda'},
  {name: 'move before one that moves too', data: {items: ['c', 'a'], before: 'a'}, want: 'bdca'},
  {name: 'move before an unknown item', data: {items: ['a'], before: 'z'}, want: 'bcda'},
  {name: 'move of one named twice', data: {items: ['c', 'c'], before: 'a'}, want: 'cabd'},
  {name: 'move of an unknown item', data: {items: ['z'], before: 'a'}, want: 'abcd'},
  {name: 'remove', data: {items: ['b', 'd']}, want: 'ac'},
  {name: 'remove of an unknown item', data: {items: ['z']}, want: 'abcd'},
  {name: 'jump names an item and leaves the list alone', data: {name: 'jump', item: 'b'}, want: 'abcd'},
  {name: 'data of a later version', data: {colour: 'red'}, want: 'abcd'},
  {name: 'no data', data: undefined, want: 'abcd'},
];

for (const {name, data, want} of lists) {
  test(`list: ${name}`, () => {
    const before = state('abcd');
    const after = applyEvent(before, data);
    assert.equal(ids(after), want);
    assert.equal(ids(before), 'abcd', 'the old state stays as it was');
  });
}

test('an update changes media and failed of one item only', () => {
  const media = {provider: 'file', url: 'u', title: 'T', duration: 5};
  const failed = applyEvent(applyEvent(state('ab'), {item: 'b', media}), {item: 'b', failed: 'gone'});
  assert.deepEqual(failed.items[1], {id: 'b', media, failed: 'gone'});
  assert.deepEqual(failed.items[0], item('a'));
  const cleared = applyEvent(failed, {item: 'b', failed: null});
  assert.deepEqual(cleared.items[1], {id: 'b', media});
});

test('values are taken over whole', () => {
  const playback = /** @type {Playback} */ ({status: 'playing', item: 'a', position: 7, at: 8, rate: 1, held: true});
  const after = applyEvent(state('a'), {name: 'volume', volume: 0, muted: false, repeat: 'all', shuffle: true, captions: 'de', playback});
  const {volume, muted, repeat, shuffle, captions} = after;
  assert.deepEqual({volume, muted, repeat, shuffle, captions}, {volume: 0, muted: false, repeat: 'all', shuffle: true, captions: 'de'});
  assert.deepEqual(after.playback, playback);
  assert.equal(applyEvent(after, {captions: null}).captions, null);
});

const positions = [
  {name: 'playing', change: {}, now: 3000, want: 1000 + 2000 * 1.5},
  {name: 'held', change: {held: true}, now: 3000, want: 1000},
  {name: 'paused', change: {status: 'paused'}, now: 3000, want: 1000},
  {name: 'start in the future', change: {}, now: 500, want: 1000},
];

for (const {name, change, now, want} of positions) {
  test(`position: ${name}`, () => {
    const playback = /** @type {Playback} */ ({status: 'playing', item: 'a', position: 1000, at: 1000, rate: 1.5, held: false, ...change});
    assert.equal(position(playback, now), want);
  });
}

test('currentItem', () => {
  const s = applyEvent(state('ab'), {playback: {status: 'paused', item: 'b', position: 0, at: 0, rate: 1, held: false}});
  assert.equal(currentItem(s)?.id, 'b');
  assert.equal(currentItem(state('ab')), null);
  assert.equal(currentItem(null), null);
});
