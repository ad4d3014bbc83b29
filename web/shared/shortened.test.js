import assert from 'node:assert/strict';
import test from 'node:test';
import {watchShortened} from './shortened.js';

/** @param {string} client  who added the list */
function watched(client) {
  /** @type {Record<string, (message: any) => void>} */
  const heard = {};
  /** @type {any} */
  let state = {items: [{id: 'l', media: {provider: 'list', url: 'https://x.example/l', title: 'Road trip (150/200)'}, addedBy: {client}}]};
  /** @type {[string, number][]} */
  const told = [];
  watchShortened(
    /** @type {any} */ ({on: (/** @type {string} */ type, /** @type {any} */ listener) => (heard[type] = listener)}),
    /** @type {any} */ ({getState: () => ({client: 'me', state})}),
    (title, leftOut) => told.push([title, leftOut]),
  );
  heard.state({});
  return {told, gone: (/** @type {object} */ data) => {
    state = {items: []};
    heard.event({event: 'remove', data: {items: ['l'], ...data}});
  }};
}

test('who added a list is told how many of its items were left out', () => {
  const mine = watched('me');
  mine.gone({leftOut: 300});
  assert.deepEqual(mine.told, [['Road trip', 300]]);
});

test('nobody is told of others’ lists, and of whole ones', () => {
  const others = watched('ann');
  others.gone({leftOut: 300});
  const whole = watched('me');
  whole.gone({});
  assert.deepEqual([...others.told, ...whole.told], []);
});
