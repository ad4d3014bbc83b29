import assert from 'node:assert/strict';
import test from 'node:test';
import {Connection} from './connection/socket.js';
import {createStore} from './store.js';
import {FakeSocket} from './testing/fake-socket.js';

/** @import {TestContext} from 'node:test' */
/** @import {Snapshot} from './store.js' */

const STATE = {
  session: 's', items: [{id: 'a', media: {provider: 'file', url: 'u'}}],
  playback: {status: 'idle', item: null, position: 0, at: 0, rate: 1, held: false},
  volume: 100, muted: false, repeat: 'none', shuffle: false, captions: null,
};

/** A store on a registered connection. */
function setUp(/** @type {TestContext} */ t) {
  FakeSocket.reset();
  const connection = new Connection({url: 'ws://host/ws', session: 's', role: 'remote', client: 'me', WebSocket: FakeSocket.asWebSocket()});
  t.after(() => connection.close());
  const store = createStore(connection);
  connection.open();
  const socket = FakeSocket.last;
  socket.accept();
  socket.deliver({event: 'registered', id: socket.sent[0].id, seq: 5, data: {client: 'me', epoch: 'e', serverTime: 1, state: STATE}});
  return {connection, store, socket};
}

test('holds the state and applies events to it', (t) => {
  const {store, socket} = setUp(t);
  const before = store.getState();
  assert.deepEqual([before.status, before.seq, before.epoch, before.state?.items.length], ['online', 5, 'e', 1]);
  socket.deliver({event: 'remove', seq: 6, data: {items: ['a']}});
  assert.equal(store.getState().state?.items.length, 0);
  assert.equal(store.getState().seq, 6);
  assert.equal(before.state?.items.length, 1, 'snapshots do not change');
  assert.ok(Object.isFrozen(store.getState()));
});

test('notifies once a microtask, with the newest snapshot', async (t) => {
  const {store, socket} = setUp(t);
  await null;
  /** @type {Snapshot[]} */
  const seen = [];
  const stop = store.subscribe((snapshot) => seen.push(snapshot));
  for (const seq of [6, 7, 8]) socket.deliver({event: 'command', seq, data: {volume: seq}});
  assert.equal(seen.length, 0);
  await null;
  assert.deepEqual(seen.map(({seq, state}) => [seq, state?.volume]), [[8, 8]]);
  stop();
  socket.deliver({event: 'command', seq: 9, data: {}});
  await null;
  assert.equal(seen.length, 1);
});

test('shows players, presence and what waits', async (t) => {
  const {store, socket} = setUp(t);
  socket.deliver({event: 'players', data: {players: [{client: 'p', status: 'playing', item: 'a', position: 1, at: 2}]}});
  socket.deliver({event: 'presence', data: {clients: [{client: 'p', role: 'player', name: 'TV'}]}});
  assert.equal(store.getState().players[0].status, 'playing');
  assert.equal(store.getState().clients[0].name, 'TV');
  const done = store.command('volume', {volume: 30});
  const {id, data} = socket.sentOf('command')[0];
  assert.deepEqual(data, {name: 'volume', volume: 30});
  assert.deepEqual([...store.getState().pending.keys()], [id]);
  socket.deliver({event: 'command', seq: 6, id, by: 'me', data: {name: 'volume', volume: 30}});
  assert.deepEqual(await done, {seq: 6});
  assert.equal(store.getState().pending.size, 0);
  assert.equal(store.getState().state?.volume, 30);
});

test('keeps the last state while offline', (t) => {
  const {store, socket} = setUp(t);
  socket.drop(1006, 'gone');
  const {status, state, retryAt} = store.getState();
  assert.equal(status, 'offline');
  assert.equal(state?.items.length, 1);
  assert.ok(Number(retryAt) >= Date.now() - 1000);
});
