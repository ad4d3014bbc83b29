import assert from 'node:assert/strict';
import test from 'node:test';
import {AHEAD_MS, LookAhead} from './look-ahead.js';
import {FakeStore} from '../testing/fake-player.js';

/** @import {View} from './controller.js' */
/** @import {Report} from '../../shared/protocol.js' */

/** Item a of a minute plays, b is next and `verdict` is what a look at it says. */
function setUp({verdict = ''} = {}) {
  const session = new FakeStore();
  session.set({status: 'playing', item: 'a'});
  /** @type {Report[]} */
  const reports = [];
  /** @type {string[]} */
  const checked = [];
  /** @type {AbortSignal[]} */
  const signals = [];
  const view = /** @type {View} */ ({item: session.state.items[0], status: 'playing', duration: 60_000});
  const controller = {view, position: 0, repeat: () => void reports.push(/** @type {any} */ ({item: 'a', status: 'playing'}))};
  const next = new LookAhead({
    store: session.store,
    controller,
    check: async ({url}, signal) => {
      checked.push(url);
      signals.push(signal);
      return verdict;
    },
    report: (report) => reports.push(report),
  });
  return {session, reports, checked, signals, controller, next};
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('looks once, shortly before the end', async () => {
  const s = setUp();
  s.controller.position = 60_000 - AHEAD_MS - 1;
  s.next.look();
  assert.deepEqual(s.checked, []);
  s.controller.position += 1;
  s.next.look();
  s.next.look();
  await settled();
  assert.deepEqual([s.checked, s.reports], [['b'], []]);
});

test('what cannot be played is reported before its turn; the last word is about what plays', async () => {
  const s = setUp({verdict: 'gone'});
  s.controller.position = 59_000;
  s.next.look();
  await settled();
  assert.deepEqual(s.reports.map(({item, status, reason}) => [item, status, reason]), [['b', 'failed', 'gone'], ['a', 'playing', undefined]]);
});

for (const {name, prepare} of /** @type {{name: string, prepare: (s: ReturnType<typeof setUp>) => void}[]} */ ([
  {name: 'nothing follows', prepare: ({session}) => (session.state = {...session.state, items: session.state.items.slice(0, 1)})},
  {name: 'the order is a surprise', prepare: ({session}) => (session.state = {...session.state, shuffle: true})},
  {name: 'the same again', prepare: ({session}) => (session.state = {...session.state, repeat: 'one'})},
  {name: 'it is known not to play', prepare: ({session}) => (session.state = {...session.state, items: [session.state.items[0], {...session.state.items[1], failed: 'gone'}]})},
  {name: 'nothing plays', prepare: ({controller}) => Object.assign(controller.view, {status: 'paused'})},
  {name: 'nobody knows where the end is', prepare: ({controller}) => Object.assign(controller.view, {duration: null})},
])) {
  test(`does not look when ${name}`, () => {
    const s = setUp();
    s.controller.position = 59_000;
    prepare(s);
    s.next.look();
    assert.deepEqual(s.checked, []);
  });
}

test('a verdict on what is next no more, or plays already, is dropped', async () => {
  for (const change of [{items: []}, {playback: {item: 'b'}}]) {
    const s = setUp({verdict: 'gone'});
    s.controller.position = 59_000;
    s.next.look();
    s.session.state = /** @type {any} */ ({...s.session.state, ...change});
    await settled();
    assert.deepEqual(s.reports, []);
  }
});

test('another item between: the look is broken off, and that one is looked at', async () => {
  const s = setUp();
  s.controller.position = 59_000;
  s.next.look();
  const [a, b] = s.session.state.items;
  s.session.state = {...s.session.state, items: [a, {id: 'c', media: {provider: 'file', url: 'c'}}, b]};
  s.next.look();
  assert.equal(s.signals[0].aborted, true);
  assert.deepEqual(s.checked, ['b', 'c']);
});
