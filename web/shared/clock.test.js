import assert from 'node:assert/strict';
import test from 'node:test';
import {Clock, BURST} from './clock.js';

/** A local clock that the test moves. */
function fake() {
  const local = {now: 1000};
  return {local, clock: new Clock(() => local.now)};
}

test('the server time of registering is a first estimate', () => {
  const {local, clock} = fake();
  clock.seed(6000);
  local.now = 1500;
  assert.equal(clock.now(), 6500);
  assert.equal(clock.rtt, null);
});

test('the probes with the best round trips win over slow ones', () => {
  const {clock} = fake();
  for (const [rtt, error] of [[400, 190], [10, 1], [300, -140], [12, -1], [11, 0], [250, 100], [500, 200], [90, 40]]) {
    // The way out took rtt/2 + error: the server's clock reads 5000 + that when the probe arrives.
    clock.sample(0, 5000 + rtt / 2 + error, rtt);
  }
  assert.equal(clock.rtt, 10);
  assert.ok(Math.abs(clock.offset - 5000) < 1, `offset ${clock.offset}, want 5000 ± 1`);
});

test('a rough estimate does not replace a measured one, a new path does', () => {
  const {clock} = fake();
  clock.sample(0, 5005, 10);
  clock.seed(9000);
  assert.equal(clock.offset, 5000);
  clock.reset();
  assert.equal(clock.offset, 5000, 'the estimate stays until a new one comes');
  clock.seed(6100);
  assert.equal(clock.offset, 5000, 'a message that took its time is no better than what was measured');
  clock.seed(9000);
  assert.equal(clock.offset, 8000);
});

test('old samples leave the window', () => {
  const {clock} = fake();
  clock.sample(0, 1, 2);
  for (let i = 0; i < BURST; i += 1) clock.sample(0, 7010, 20);
  assert.equal(clock.offset, 7000);
  assert.equal(clock.rtt, 20);
});
