import assert from 'node:assert/strict';
import test from 'node:test';
import {FakeAdapter} from '../testing/fake-player.js';
import {PROGRESS_MS, Reporter} from './reporter.js';

/** @import {Report} from '../../shared/protocol.js' */

/** A reporter about item a, or about none. @param {string|null} [id] */
function setUp(id = 'a') {
  const s = {now: 0, changes: 0, adapter: new FakeAdapter(), reports: /** @type {Report[]} */ ([])};
  const reporter = new Reporter({
    send: (report) => s.reports.push(report),
    subject: () => ({id, adapter: s.adapter}),
    changed: () => void (s.changes += 1),
    now: () => s.now,
  });
  return Object.assign(s, {reporter});
}

test('what is said already is not said again, unless it is asked for', () => {
  const {reporter, reports, changes} = setUp();
  assert.equal(changes, 0);
  reporter.set('playing');
  reporter.set('playing');
  reporter.learned();
  assert.equal(reports.length, 1);
  reporter.repeat();
  reporter.set('playing', '', true);
  assert.equal(reports.length, 3);
});

test('a new reason for the same status is told; the page hears of every change', () => {
  const s = setUp();
  s.reporter.set('playing');
  s.reporter.set('playing', 'no picture');
  assert.deepEqual(s.reports.map(({reason}) => reason), [undefined, 'no picture']);
  assert.equal(s.changes, 2);
});

test('what the player can do is said once that is known, and again when it can do more', () => {
  const s = setUp();
  s.reporter.set('loading');
  s.reporter.learned();
  assert.deepEqual(s.reports.map(({can}) => can), [undefined]);
  s.reporter.set('ready');
  s.adapter.offered = [{language: 'de'}];
  s.reporter.learned();
  assert.deepEqual(s.reports.slice(1).map(({can, captions}) => [can, captions]), [[['seek', 'rate', 'volume'], undefined], [['seek', 'rate', 'volume'], ['de']]]);
});

test('nothing is told of no item', () => {
  const s = setUp(null);
  s.reporter.set('playing');
  s.reporter.repeat();
  assert.deepEqual([s.reports, s.changes], [[], 1]);
});

test('a length that is unknown or endless is not told, and a place is never below zero', () => {
  const s = setUp();
  Object.assign(s.adapter, {length: Infinity, time: -0.2});
  s.reporter.set('playing');
  assert.deepEqual(s.reports, [{item: 'a', status: 'playing', can: ['seek', 'rate', 'volume'], position: 0}]);
});

test('progress is due at intervals, counted from the last report of any kind', () => {
  const s = setUp();
  s.reporter.set('playing');
  s.now = PROGRESS_MS - 1;
  assert.equal(s.reporter.due, false);
  s.now = PROGRESS_MS;
  assert.equal(s.reporter.due, true);
  s.reporter.repeat();
  assert.equal(s.reporter.due, false);
});
