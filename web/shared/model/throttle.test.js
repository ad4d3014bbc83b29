import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Throttle} from './throttle.js';

/** Timers whose time the test moves. */
function fakeTimers() {
  let time = 0;
  /** @type {{at: number, run: () => void}|null} */
  let job = null;
  return {
    now: () => time,
    /** @param {() => void} run @param {number} ms */
    later: (run, ms) => (job = {at: time + ms, run}),
    cancel: () => (job = null),
    /** @param {number} ms */
    pass(ms) {
      const until = time + ms;
      while (job && job.at <= until) {
        time = job.at;
        const {run} = job;
        run();
      }
      time = until;
    },
  };
}

test('the first value goes at once, the last one always, and never more than one an interval', () => {
  const timers = fakeTimers();
  /** @type {[number, number][]} */
  const sent = [];
  const throttle = new Throttle((/** @type {number} */ value) => sent.push([timers.now(), value]), 125, timers);
  for (let value = 1; value <= 20; value++) {
    throttle.push(value);
    timers.pass(20);
  }
  timers.pass(1000);
  assert.deepEqual(sent, [[0, 1], [125, 7], [250, 13], [375, 19], [500, 20]]);
});

test('after a pause the next value goes at once', () => {
  const timers = fakeTimers();
  /** @type {number[]} */
  const sent = [];
  const throttle = new Throttle((/** @type {number} */ value) => sent.push(value), 125, timers);
  throttle.push(1);
  timers.pass(500);
  throttle.push(2);
  assert.deepEqual(sent, [1, 2]);
});

test('flush sends what waits once, drop forgets it', () => {
  const timers = fakeTimers();
  /** @type {number[]} */
  const sent = [];
  const throttle = new Throttle((/** @type {number} */ value) => sent.push(value), 125, timers);
  throttle.push(1);
  throttle.push(2);
  throttle.flush();
  timers.pass(500);
  throttle.push(3);
  throttle.push(4);
  throttle.drop();
  timers.pass(500);
  assert.deepEqual(sent, [1, 2, 3]);
});
