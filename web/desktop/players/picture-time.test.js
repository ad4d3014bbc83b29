import assert from 'node:assert/strict';
import test, {mock} from 'node:test';
import {PictureTime} from './picture-time.js';

/** @param {(time: PictureTime, pass: (ms: number) => void, ends: () => number) => void} run */
function withTime(run) {
  return () => {
    mock.timers.enable({apis: ['setTimeout']});
    try {
      let [now, ends] = [1000, 0];
      const time = new PictureTime(() => (ends += 1), () => now);
      const pass = (/** @type {number} */ ms) => {
        now += ms;
        mock.timers.tick(ms);
      };
      time.reset(10, 0);
      run(time, pass, () => ends);
    } finally {
      mock.timers.reset();
    }
  };
}

test('stands until it is played, and ends once after its time', withTime((time, pass, ends) => {
  pass(60_000);
  assert.deepEqual([time.current, time.paused, ends()], [0, true, 0]);
  time.play();
  pass(9999);
  assert.deepEqual([time.current, time.paused, time.ended, ends()], [9.999, false, false, 0]);
  pass(60_000);
  assert.deepEqual([time.current, time.paused, time.ended, ends()], [10, true, true, 1]);
}));

test('a pause keeps the place, and the end comes later', withTime((time, pass, ends) => {
  time.play();
  pass(4000);
  time.pause();
  pass(60_000);
  assert.deepEqual([time.current, ends()], [4, 0]);
  time.play();
  pass(5999);
  assert.equal(ends(), 0);
  pass(1);
  assert.equal(ends(), 1);
}));

test('a jump counts, running or standing, and stays within', withTime((time, pass, ends) => {
  time.current = 7;
  assert.deepEqual([time.current, time.paused], [7, true]);
  time.play();
  time.current = 2;
  pass(7000);
  assert.deepEqual([time.current, ends()], [9, 0]);
  time.current = 99;
  pass(0);
  assert.deepEqual([time.current, ends()], [10, 1]);
  time.current = -5;
  assert.deepEqual([time.current, time.ended], [0, false]);
}));

test('a rate hurries it from where it is', withTime((time, pass, ends) => {
  time.play();
  pass(2000);
  time.rate = 2;
  assert.equal(time.current, 2);
  pass(3000);
  assert.equal(time.current, 8);
  pass(1000);
  assert.equal(ends(), 1);
}));

test('played at its end it begins again; another picture begins where it is told', withTime((time, pass) => {
  time.play();
  pass(10_000);
  time.play();
  pass(1000);
  assert.equal(time.current, 1);
  time.reset(5, 3);
  assert.deepEqual([time.current, time.paused, time.duration], [3, true, 5]);
}));
