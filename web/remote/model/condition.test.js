import assert from 'node:assert/strict';
import {test} from 'node:test';
import {conditionOf} from './condition.js';
import {playing, report, snapshot} from '../testing/snapshots.js';

/** @type {[string, any, string][]} */
const cases = [
  ['before the first registration', {state: null, status: 'connecting'}, 'connecting'],
  ['session ended', {status: 'closed', reason: 'session ended'}, 'closed'],
  ['an empty list', {state: playing({items: []})}, 'empty'],
  ['an empty list and no screen', {state: playing({items: []}), clients: [{client: 'me', role: 'remote'}]}, 'noScreen'],
  ['items, nothing chosen', {state: playing({}, {status: 'idle', item: null})}, 'ready'],
  ['at the end', {state: playing({}, {status: 'ended'})}, 'ended'],
  ['nobody but remotes here', {clients: [{client: 'me', role: 'remote'}]}, 'noScreen'],
  ['a screen that has not said anything yet', {}, 'playing'],
  ['who is here is not known yet', {clients: []}, 'playing'],
  ['playing', {players: [report('playing')]}, 'playing'],
  ['paused', {state: playing({}, {status: 'paused'}), players: [report('paused')]}, 'paused'],
  ['a screen wants a tap', {players: [report('playing', {client: 'p2'}), report('blocked')]}, 'blocked'],
  ['paused and a screen wants a tap', {state: playing({}, {status: 'paused'}), players: [report('blocked')]}, 'blocked'],
  ['loading', {players: [report('loading')]}, 'loading'],
  ['buffering', {players: [report('buffering')]}, 'buffering'],
  ['one of two buffers', {players: [report('buffering'), report('playing', {client: 'p2'})]}, 'playing'],
  ['held while screens get ready', {state: playing({}, {held: true}), players: [report('ready')]}, 'waiting'],
  ['paused while it buffers', {state: playing({}, {status: 'paused'}), players: [report('buffering')]}, 'paused'],
  ['a report about the item before', {players: [report('buffering', {item: 'old'})]}, 'playing'],
  ['failed', {players: [report('failed', {reason: 'gone'})]}, 'failed'],
];

for (const [name, change, want] of cases) {
  test(`condition: ${name}`, () => assert.equal(conditionOf(snapshot(change)).kind, want));
}

test('a failure carries its reason, a blocked screen its name', () => {
  assert.equal(conditionOf(snapshot({players: [report('failed', {reason: 'gone'})]})).reason, 'gone');
  assert.deepEqual(conditionOf(snapshot({players: [report('blocked')]})).screens, ['Living room']);
});
