import assert from 'node:assert/strict';
import test from 'node:test';
import {ALONE, Drift, EMBED, FILE, GRACE_MS, REST_MS, TOLERANCE_MS} from './drift.js';

/** @import {Traits} from './drift.js' */

/** How often a controller looks, ms. */
const LOOK_MS = 250;

/**
 * Looks at a player that is off by what `error` says, and notes what is to be done, with its time in seconds.
 * @param {(now: number) => number} error
 * @param {{traits?: Traits, until?: number, rate?: number, silent?: boolean, drift?: Drift}} [options]
 */
function watch(error, {traits = FILE, until = 10_000, rate = 1, silent, drift = new Drift()} = {}) {
  /** @type {string[]} */
  const done = [];
  for (let now = 0; now <= until; now += LOOK_MS) {
    const action = drift.look({actual: 100_000 + error(now), expected: 100_000, rate, now, traits, silent});
    if (action.kind !== 'none') done.push(`${now / 1000} ${action.kind}${action.kind === 'rate' ? ` ${action.factor}` : ''}`);
  }
  return done;
}

for (const {name, off, traits, rate, silent, want} of [
  {name: 'within the deadband of a file nothing is done', off: 20, want: undefined},
  {name: 'a little ahead: a little slower', off: 21, want: '0.5 rate 0.995'},
  {name: 'a little behind: a little faster', off: -30, want: '0.5 rate 1.005'},
  {name: 'more is made good faster, but unheard', off: -200, want: '0.5 rate 1.01'},
  {name: 'far behind: as fast as music bears', off: -1000, want: '0.5 rate 1.05'},
  {name: 'without sound small errors may go fast too', off: -100, silent: true, want: '0.5 rate 1.05'},
  {name: 'too far: a jump', off: -1001, want: '0.5 seek'},
  {name: 'within the deadband of a frame nothing is done', off: -120, traits: EMBED, want: undefined},
  {name: 'a frame plays at the next of its rates', off: -121, traits: EMBED, want: '0.5 rate 1.25'},
  {name: 'a frame at double rate has no faster one', off: -300, traits: EMBED, rate: 2, want: undefined},
  {name: 'a frame jumps earlier', off: 401, traits: EMBED, want: '0.5 seek'},
  {name: 'a lone screen is left alone', off: TOLERANCE_MS, traits: ALONE, want: undefined},
  {name: 'a lone screen that is plainly wrong is put right', off: TOLERANCE_MS + 1, traits: ALONE, want: '0.5 seek'},
]) {
  test(name, () => assert.equal(watch(() => off, {traits, rate, silent})[0], want));
}

test('a correction ends when its work is done, and is undone', () => {
  // 40 ms behind at 0.5 % takes 8 s.
  const drift = new Drift();
  let [error, last] = [-40, 0];
  const done = watch((now) => {
    error += (drift.factor - 1) * (now - last);
    last = now;
    return error;
  }, {drift, until: 20_000});
  assert.deepEqual(done.map((line) => line.split(' ')[2]), ['1.005', '1']);
  assert.ok(Math.abs(error) <= 5, `left ${error} ms off, want at most 5`);
});

test('nothing is done in the grace after a start, and looks before it do not count', () => {
  const drift = new Drift();
  drift.moved(0);
  const done = watch((now) => (now < 400 ? 9000 : -30), {drift, until: 3000});
  assert.deepEqual(done.slice(0, 1), [`${GRACE_MS / 1000} rate 1.015`]);
});

test('shortly after a start an error is made good quickly, later unheard', () => {
  const drift = new Drift();
  drift.moved(0);
  assert.equal(watch(() => -90, {drift, until: 1000})[0], '1 rate 1.045');
  const starved = new Drift();
  starved.resumed({actual: 0, expected: 90, rate: 1, now: 0, traits: FILE});
  assert.equal(watch(() => -90, {drift: starved, until: 2000})[0].split(' ').slice(1).join(' '), 'rate 1.045', 'so after a gap');
  const later = new Drift();
  later.moved(-60_000);
  assert.equal(watch(() => -90, {drift: later, until: 1000})[0], '0.5 rate 1.009');
});

test('a correction that works keeps its rate', () => {
  const drift = new Drift();
  let [error, last] = [-150, 0];
  const done = watch((now) => {
    error += (drift.factor - 1) * (now - last);
    last = now;
    return error + (now % 500 ? 6 : -6);
  }, {drift, until: 30_000});
  assert.equal(done.length, 2, `changed ${done}, want one change and back`);
});

test('one look that met a busy moment moves nothing', () => {
  assert.deepEqual(watch((now) => (now % 1500 === 0 ? -900 : 3)), []);
});

test('rests after two jumps that did not help', () => {
  const times = watch(() => 9000, {until: 12_000}).map((line) => Number(line.split(' ')[0]));
  assert.equal(times.length >= 4, true, `jumped at ${times}`);
  const pauses = times.slice(1).map((at, i) => (at - times[i]) * 1000);
  assert.ok(pauses[0] < REST_MS, `the second try came after ${pauses[0]} ms`);
  for (const pause of pauses.slice(1)) assert.ok(pause >= REST_MS, `rested for ${pause} ms, want at least ${REST_MS}`);
});

test('another media starts without a correction and without looks', () => {
  const drift = new Drift();
  watch(() => -300, {drift, until: 1000});
  assert.notEqual(drift.factor, 1);
  drift.reset();
  assert.deepEqual([drift.factor, drift.error], [1, null]);
});
