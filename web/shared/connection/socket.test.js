import assert from 'node:assert/strict';
import test from 'node:test';
import {Connection, RequestError} from './socket.js';
import {EXPIRY_MS, RETRY_MS} from './requests.js';
import {SILENCE_MS} from './probe.js';
import {FakeSocket} from '../testing/fake-socket.js';

/** @import {TestContext} from 'node:test' */
/** @import {Details, Options} from './socket.js' */

const SESSION = '11111111-1111-4111-8111-111111111111';
const CLIENT = '22222222-2222-4222-8222-222222222222';
const EPOCH = '33333333-3333-4333-8333-333333333333';

/** A connection under a fake clock, with everything that it dispatches written down. */
function setUp(/** @type {TestContext} */ t, /** @type {Partial<Options>} */ options = {}) {
  t.mock.timers.enable({apis: ['setTimeout', 'Date']});
  FakeSocket.reset();
  const connection = new Connection({
    url: 'ws://host/ws', session: SESSION, role: 'remote', name: 'Ann', client: CLIENT, random: () => 0.5, WebSocket: FakeSocket.asWebSocket(), ...options,
  });
  t.after(() => connection.close());
  /** @type {{[T in keyof Details]: Details[T][]}} */
  const heard = {state: [], event: [], players: [], presence: [], status: [], goodbye: [], pending: []};
  for (const type of /** @type {(keyof Details)[]} */ (Object.keys(heard))) {
    connection.on(type, (detail) => /** @type {any[]} */ (heard[type]).push(detail));
  }
  return {connection, heard, tick: (/** @type {number} */ ms) => t.mock.timers.tick(ms)};
}

/** The server's side of registering, with a whole state. */
function register(seq = 5, data = {}) {
  const socket = FakeSocket.last;
  socket.accept();
  const {id} = socket.sentOf('register')[0];
  socket.deliver({event: 'registered', id, seq, data: {session: SESSION, client: CLIENT, role: 'remote', epoch: EPOCH, serverTime: 1, state: {items: []}, ...data}});
  return socket;
}

/** @param {Promise<unknown>} promise */
const outcome = (promise) => promise.then((value) => ({value}), (error) => ({error}));

test('registers with what it is, then hands over the state', (t) => {
  const {connection, heard} = setUp(t, {key: 'secret'});
  connection.open();
  assert.equal(FakeSocket.last.url, 'ws://host/ws');
  const socket = register(5);
  const [{id, ...sent}] = socket.sent;
  assert.match(id, /^[!-~]{1,64}$/);
  assert.deepEqual(sent, {event: 'register', data: {protocol: 1, session: SESSION, role: 'remote', name: 'Ann', client: CLIENT, key: 'secret'}});
  assert.deepEqual(heard.state, [{state: {items: []}, seq: 5, epoch: EPOCH}]);
  assert.deepEqual(heard.status.map(({status}) => status), ['connecting', 'online']);
});

test('hands on events in order, once, and fills a gap by sync', (t) => {
  const {connection, heard} = setUp(t);
  connection.open();
  const socket = register(5);
  socket.deliver({event: 'command', seq: 6, data: {n: 6}});
  socket.deliver({event: 'command', seq: 6, data: {n: 6}});
  socket.deliver({event: 'command', seq: 8, data: {n: 8}});
  const [sync] = socket.sentOf('sync');
  assert.deepEqual(sync.data, {epoch: EPOCH, seq: 6});
  socket.deliver({event: 'command', seq: 9, data: {n: 9}});
  assert.deepEqual(heard.event.map(({seq}) => seq), [6], 'nothing is handed on past the gap');
  const events = [7, 8, 9].map((seq) => ({event: 'command', seq, data: {n: seq}}));
  socket.deliver({event: 'download', id: sync.id, seq: 9, data: {events}});
  socket.deliver({event: 'command', seq: 10, data: {n: 10}});
  assert.deepEqual(heard.event.map(({seq, replayed}) => [seq, replayed]), [[6, false], [7, true], [8, true], [9, true], [10, false]]);
  assert.equal(socket.sentOf('sync').length, 1);
});

test('a sync may be answered by a whole state', (t) => {
  const {connection, heard} = setUp(t);
  connection.open();
  const socket = register(5);
  socket.deliver({event: 'command', seq: 9, data: {}});
  socket.deliver({event: 'download', id: socket.sentOf('sync')[0].id, seq: 12, data: {state: {items: ['new']}}});
  assert.deepEqual(heard.state.at(-1), {state: {items: ['new']}, seq: 12, epoch: EPOCH});
  socket.deliver({event: 'command', seq: 13, data: {}});
  assert.equal(heard.event.at(-1)?.seq, 13);
});

test('a refused sync starts over with the whole state', (t) => {
  const {connection, tick} = setUp(t);
  connection.open();
  const socket = register(5);
  socket.deliver({event: 'command', seq: 9, data: {}});
  socket.deliver({event: 'error', id: socket.sentOf('sync')[0].id, error: {code: 'internal', message: 'fault'}});
  tick(250);
  assert.equal(FakeSocket.made.length, 2);
  FakeSocket.last.accept();
  assert.equal(FakeSocket.last.sentOf('register')[0].data.resume, undefined);
});

test('resumes from its last seq and catches up', (t) => {
  const {connection, heard, tick} = setUp(t);
  connection.open();
  register(5).deliver({event: 'command', seq: 6, data: {}});
  FakeSocket.last.drop(1006);
  tick(125);
  const socket = FakeSocket.last;
  socket.accept();
  const {id, data} = socket.sentOf('register')[0];
  assert.deepEqual(data.resume, {epoch: EPOCH, seq: 6});
  const missed = [{event: 'command', seq: 7, data: {}}, {event: 'command', seq: 8, data: {}}];
  socket.deliver({event: 'registered', id, seq: 8, data: {client: CLIENT, epoch: EPOCH, serverTime: 1, events: missed}});
  assert.deepEqual(heard.event.map(({seq, replayed}) => [seq, replayed]), [[6, false], [7, true], [8, true]]);
  assert.equal(heard.state.length, 1);
});

test('an accepted event is the answer to its sender, and to no one else', async (t) => {
  const {connection} = setUp(t);
  connection.open();
  const socket = register(5);
  const answer = connection.request('command', {name: 'play'});
  const {id, data} = socket.sentOf('command')[0];
  assert.deepEqual(data, {name: 'play'});
  socket.deliver({event: 'command', seq: 6, by: 'somebody else', id, data: {}});
  assert.equal(connection.pending().size, 1, 'the same id of another client is not ours');
  socket.deliver({event: 'command', seq: 7, by: CLIENT, id, data: {}});
  assert.deepEqual(await answer, {seq: 7});
  assert.equal(connection.pending().size, 0);
});

test('ack resolves, error rejects with all that the refusal says', async (t) => {
  const {connection} = setUp(t);
  connection.open();
  const socket = register(5);
  const none = connection.request('undo');
  const refused = outcome(connection.request('command', {name: 'next', expect: 'x'}));
  socket.deliver({event: 'ack', id: socket.sentOf('undo')[0].id, seq: 5});
  const error = {code: 'stale', message: 'no longer', field: 'expect', seq: 5, retryAfter: 9};
  socket.deliver({event: 'error', id: socket.sentOf('command')[0].id, error});
  assert.deepEqual(await none, {seq: 5});
  const got = /** @type {any} */ (await refused).error;
  assert.ok(got instanceof RequestError);
  const {code, message, field, seq, retryAfter} = got;
  assert.deepEqual({code, message, field, seq, retryAfter}, error);
});

test('requests made offline, or unanswered at the loss, go out again with the same id', async (t) => {
  const {connection, tick} = setUp(t);
  connection.open();
  const first = register(5);
  const lost = connection.request('command', {name: 'next'});
  first.drop(1006);
  const offline = connection.request('command', {name: 'pause'});
  tick(125);
  const second = register(6);
  const again = second.sentOf('command');
  assert.deepEqual(again.map(({data}) => data.name), ['next', 'pause']);
  assert.equal(again[0].id, first.sentOf('command')[0].id);
  second.deliver({event: 'ack', id: again[0].id, seq: 6});
  second.deliver({event: 'command', id: again[1].id, by: CLIENT, seq: 7, data: {}});
  assert.deepEqual(await lost, {seq: 6});
  assert.deepEqual(await offline, {seq: 7});
});

test('what the missed events answer is not sent again', async (t) => {
  const {connection, tick} = setUp(t);
  connection.open();
  const first = register(5);
  const answer = connection.request('command', {name: 'next'});
  const {id} = first.sentOf('command')[0];
  first.drop(1006);
  tick(125);
  const second = register(6, {state: undefined, events: [{event: 'command', seq: 6, id, by: CLIENT, data: {}}]});
  assert.deepEqual(await answer, {seq: 6});
  assert.equal(second.sentOf('command').length, 0);
});

test('a request nobody answers expires', async (t) => {
  const {connection, tick} = setUp(t);
  const answer = outcome(connection.request('command', {name: 'next'}));
  tick(EXPIRY_MS - 1);
  assert.equal(connection.pending().size, 1);
  tick(1);
  assert.equal(/** @type {any} */ (await answer).error.code, 'expired');
  connection.open();
  assert.equal(register().sentOf('command').length, 0);
});

test('what could not be stored just now is tried again with the same id', async (t) => {
  const {connection, tick} = setUp(t);
  connection.open();
  const socket = register(5);
  const answer = connection.request('undo');
  const {id} = socket.sentOf('undo')[0];
  for (const pause of [RETRY_MS, 2 * RETRY_MS]) {
    const before = socket.sentOf('undo').length;
    socket.deliver({event: 'error', id, error: {code: 'unavailable', message: 'disk'}});
    tick(pause - 1);
    assert.equal(socket.sentOf('undo').length, before, `not before ${pause} ms`);
    tick(1);
    assert.equal(socket.sentOf('undo').length, before + 1);
  }
  socket.deliver({event: 'ack', id, seq: 5});
  assert.deepEqual(await answer, {seq: 5});
});

test('pauses between tries stay within their ceilings, and a good connection starts small again', (t) => {
  const {connection, heard, tick} = setUp(t);
  connection.open();
  for (const want of [125, 250, 500, 1000, 2000, 4000, 7500, 7500]) {
    FakeSocket.last.drop(1006);
    const made = FakeSocket.made.length;
    assert.equal((heard.status.at(-1)?.retryAt ?? 0) - Date.now(), want);
    tick(want - 1);
    assert.equal(FakeSocket.made.length, made, `no try before ${want} ms`);
    tick(1);
    assert.equal(FakeSocket.made.length, made + 1);
  }
  register();
  tick(5000);
  FakeSocket.last.drop(1006);
  assert.equal((heard.status.at(-1)?.retryAt ?? 0) - Date.now(), 125);
});

for (const code of [4500, 4999]) {
  test(`close code ${code} means stay away`, async (t) => {
    const {connection, heard, tick} = setUp(t);
    connection.open();
    const socket = register(5);
    const waiting = outcome(connection.request('undo'));
    socket.drop(code, 'taken over');
    tick(120_000);
    assert.equal(FakeSocket.made.length, 1);
    assert.deepEqual(heard.status.at(-1), {status: 'closed', reason: 'taken over', code});
    assert.equal(/** @type {any} */ (await waiting).error.code, 'closed');
  });
}

for (const code of [1001, 1006, 4000, 4499]) {
  test(`close code ${code} means come back`, (t) => {
    const {connection, heard, tick} = setUp(t);
    connection.open();
    register(5).drop(code);
    assert.equal(heard.status.at(-1)?.status, 'offline');
    tick(125);
    assert.equal(FakeSocket.made.length, 2);
  });
}

test('a goodbye says when to come back', (t) => {
  const {connection, heard, tick} = setUp(t);
  connection.open();
  const socket = register(5);
  socket.deliver({event: 'goodbye', data: {reason: 'restart', retryAfter: 3000}});
  assert.deepEqual(heard.goodbye, [{reason: 'restart', retryAfter: 3000}]);
  socket.drop(1012);
  tick(2999);
  assert.equal(FakeSocket.made.length, 1);
  tick(1);
  assert.equal(FakeSocket.made.length, 2);
});

test('an unknown session ends the tries; a full one does not', (t) => {
  const {connection, heard, tick} = setUp(t);
  connection.open();
  FakeSocket.last.accept();
  const refuse = (/** @type {object} */ error) => FakeSocket.last.deliver({event: 'error', id: FakeSocket.last.sentOf('register')[0].id, error});
  refuse({code: 'limit_reached', message: 'full', retryAfter: 700});
  assert.equal(heard.status.at(-1)?.status, 'offline');
  tick(700);
  FakeSocket.last.accept();
  refuse({code: 'session_not_found', message: 'no such session'});
  assert.deepEqual(heard.status.at(-1), {status: 'closed', reason: 'no such session', code: 'session_not_found'});
  tick(60_000);
  assert.equal(FakeSocket.made.length, 2);
});

test('answers the pings of the server, before registering too', (t) => {
  const {connection} = setUp(t);
  connection.open();
  FakeSocket.last.accept();
  FakeSocket.last.deliver({event: 'ping', id: '7', data: {n: 1}});
  assert.deepEqual(FakeSocket.last.sentOf('pong'), [{event: 'pong', id: '7', data: {n: 1}}]);
});

test('probes the clock in whole milliseconds and leaves a dead line', (t) => {
  const {connection, heard, tick} = setUp(t);
  connection.open();
  const socket = register(5);
  const [ping] = socket.sentOf('ping');
  assert.ok(Number.isInteger(ping.data.t0), `t0 ${ping.data.t0}`);
  socket.deliver({event: 'pong', id: ping.id, data: {t0: ping.data.t0, t1: 1_763_791_234_567}});
  assert.ok(connection.clock.rtt !== null);
  tick(40);
  assert.equal(socket.sentOf('ping').length, 2);
  tick(SILENCE_MS);
  assert.equal(heard.status.at(-1)?.status, 'offline');
  assert.equal(socket.readyState, 3);
});

test('reports go out while online and are dropped otherwise', (t) => {
  const {connection} = setUp(t, {role: 'player'});
  const report = /** @type {const} */ ({item: 'a', status: 'playing', position: 1});
  connection.open();
  connection.report(report);
  const socket = register(5);
  connection.report(report);
  assert.deepEqual(socket.sentOf('report'), [{event: 'report', data: report}]);
});

test('wake connects at once', (t) => {
  const {connection} = setUp(t);
  connection.open();
  register().drop(1006);
  connection.wake();
  assert.equal(FakeSocket.made.length, 2);
});

test('rename registers anew with the new name', (t) => {
  const {connection} = setUp(t);
  connection.open();
  register();
  connection.rename('Ben');
  FakeSocket.last.accept();
  assert.equal(FakeSocket.made.length, 2);
  assert.equal(FakeSocket.last.sentOf('register')[0].data.name, 'Ben');
});

test('frames that are no messages are ignored', (t) => {
  const {connection, heard} = setUp(t);
  connection.open();
  const socket = register(5);
  for (const data of ['', '{', 'null', '[]', '3', new ArrayBuffer(1)]) socket.onmessage?.({data});
  socket.deliver({event: 'from the future', data: {}});
  assert.deepEqual(heard.event, []);
  assert.equal(heard.status.at(-1)?.status, 'online');
});
