// The vectors that the rules made, which docs/protocol.md shows and Go's tests read as well.

import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {ERROR_CODES, EVENTS} from './protocol.js';
import {applyEvent} from './reducer.js';

/** @import {Envelope, State} from './protocol.js' */
/** @typedef {{name: string, state: State, event: Envelope, next: State}} Vector  a sequenced event, and the states around it */

const DIRECTORY = new URL('../../protocol/testdata/vectors/', import.meta.url);
const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json'));

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, DIRECTORY), 'utf8'));

/** A value that nothing can change any more. @param {any} value */
function freeze(value) {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

for (const file of files.filter((name) => name.startsWith('state-'))) {
  for (const {name, state, event, next} of /** @type {Vector[]} */ (read(file))) {
    test(`${file}: ${name}`, () => {
      assert.deepEqual(applyEvent(freeze(state), freeze(event.data)), next);
    });
  }
}

test('there is a vector of every sequenced event', () => {
  const events = ['add', 'remove', 'move', 'upload', 'update', 'command'];
  assert.deepEqual(events.filter((event) => !files.includes(`state-${event}.json`)), []);
});

test('every message and code of the vectors is a constant', () => {
  const events = new Set(/** @type {string[]} */ (Object.values(EVENTS)));
  const codes = new Set(/** @type {string[]} */ (Object.values(ERROR_CODES)));
  for (const file of files) {
    for (const {name, request, message, event, error} of read(file)) {
      const frame = message ?? event ?? (error ? undefined : request);
      if (frame) assert.ok(events.has(frame.event), `${file}: ${name}: event ${frame.event}`);
      const code = error?.code ?? message?.error?.code;
      if (code) assert.ok(codes.has(code), `${file}: ${name}: code ${code}`);
    }
  }
});

test('the transcript: every state that is told is the one that the events before it lead to', () => {
  /** @type {Map<string, {state: State, seq: number}>} */
  const clients = new Map();
  let told = 0;
  for (const {to, message} of read('transcript.json')) {
    if (to === 'server') continue;
    const names = to === 'everybody' ? [...clients.keys()] : [to];
    for (const name of names) {
      const client = clients.get(name);
      if (message.data?.state) {
        if (client) assert.deepEqual(client.state, message.data.state, message.event);
        clients.set(name, {state: message.data.state, seq: message.seq ?? 0});
        told += 1;
      } else if (client) {
        for (const event of message.data?.events ?? (message.at ? [message] : [])) {
          assert.equal(event.seq, client.seq + 1, 'seqs have no gaps');
          client.seq = event.seq;
          client.state = applyEvent(client.state, event.data);
        }
      }
    }
  }
  assert.ok(told >= 3, `got ${told} states, want at least 3`);
});
