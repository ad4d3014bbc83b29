import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeAdapter, FakeStore} from '../testing/fake-player.js';
import {Finish} from './finish.js';
import {Reporter} from './reporter.js';
import {Target} from './target.js';

/** @import {TestContext} from 'node:test' */

/** Item a, which plays. @param {TestContext} t @param {number} [delay]  ms by which this screen's sound comes out late */
function setUp(t, delay = 0) {
  t.mock.timers.enable({apis: ['setTimeout']});
  const session = new FakeStore();
  session.set({status: 'playing', item: 'a'});
  const adapter = new FakeAdapter();
  adapter.isPaused = false;
  /** @type {string[]} */
  const told = [];
  const reporter = new Reporter({send: ({status}) => told.push(status), subject: () => ({id: 'a', adapter}), changed: () => {}, now: () => 0});
  const finish = new Finish({adapter, target: new Target(session.store), settings: {delay}, reporter});
  return {session, adapter, told, finish};
}

test('an end is told once, and once more when the item was started again', (t) => {
  const s = setUp(t);
  s.finish.reach();
  s.finish.reach();
  assert.deepEqual([s.told, s.finish.isReached, s.adapter.isPaused], [['ended'], true, true]);
  s.session.time += 1;
  s.session.set({position: 0});
  assert.equal(s.finish.isReached, false);
  s.finish.reach();
  assert.deepEqual(s.told, ['ended', 'ended']);
});

test('a range that ends soon is looked at again at its end', (t) => {
  const s = setUp(t);
  s.adapter.time = 6.9;
  s.finish.watch(7000);
  assert.deepEqual(s.told, []);
  s.adapter.time = 7;
  t.mock.timers.tick(100);
  assert.deepEqual(s.told, ['ended']);
});

test('without a range only the media ends', (t) => {
  const s = setUp(t);
  s.adapter.time = 500;
  s.finish.watch(null);
  s.finish.watch(undefined);
  assert.deepEqual(s.told, []);
});

test('what comes out late ends later, unless the item is let go before', (t) => {
  const s = setUp(t, 1500);
  s.finish.reach();
  assert.deepEqual([s.told, s.finish.isReached], [[], true]);
  t.mock.timers.tick(1500);
  assert.deepEqual(s.told, ['ended']);
  s.session.time += 1;
  s.session.set({position: 0});
  s.finish.reach();
  s.finish.release();
  t.mock.timers.tick(1500);
  assert.deepEqual(s.told, ['ended']);
});
