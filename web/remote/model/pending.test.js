import assert from 'node:assert/strict';
import {test} from 'node:test';
import {waitingFor} from './pending.js';

test('requests under way, by the control that sent them', () => {
  const waiting = waitingFor(new Map([
    ['1', {event: 'command', data: {name: 'jump', item: 'a'}, at: 0}],
    ['2', {event: 'move', data: {items: ['b'], before: null}, at: 0}],
    ['3', {event: 'remove', data: {items: ['c']}, at: 0}],
    ['4', {event: 'add', data: {items: [{url: 'x'}, {url: 'y'}]}, at: 0}],
    ['5', {event: 'undo', data: undefined, at: 0}],
  ]));
  assert.deepEqual([...waiting.commands], ['jump']);
  assert.deepEqual([...waiting.items], ['a', 'b', 'c']);
  assert.equal(waiting.adding, 2);
});
