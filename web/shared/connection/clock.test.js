import assert from 'node:assert/strict';
import test from 'node:test';
import {Clock, BURST} from './clock.js';
import {INTERVAL_MS} from './probe.js';

/** A local clock that the test moves. */
function fake() {
  const local = {now: 1000};
  return {local, clock: new Clock(() => local.now)};
}

/** Numbers between 0 and 1 that are the same in every run (a linear congruential generator). */
function dice(seed = 1) {
  let x = seed;
  return () => (x = (x * 48271) % 2147483647) / 2147483647;
}

/**
 * One burst on a line with queues: the way out and the way back each take `way` and a random part of `jitter` more.
 * @param {ReturnType<typeof fake>} s
 * @param {{server: (local: number) => number, way?: number, jitter?: number, random?: () => number}} line
 */
function burst({local, clock}, {server, way = 5, jitter = 0, random = dice()}) {
  for (let i = 0; i < BURST; i += 1) {
    const sent = local.now;
    local.now += way + jitter * random();
    const said = server(local.now);
    local.now += way + jitter * random();
    clock.sample(sent, said, local.now);
    local.now += 40;
  }
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

test('half a burst does not move what whole ones gave', () => {
  const s = fake();
  burst(s, {server: (t) => t + 5000});
  s.clock.sample(s.local.now, s.local.now + 5090, s.local.now + 10);
  assert.equal(s.clock.offset, 5000);
});

test('a clock that was set is followed at once', () => {
  const s = fake();
  for (let i = 0; i < 5; i += 1) burst(s, {server: (t) => t + 5000});
  burst(s, {server: (t) => t + 65_000});
  assert.equal(s.clock.offset, 65_000);
});

for (const {name, way, jitter, ppm, within} of [
  {name: 'a quiet line', way: 1, jitter: 1, ppm: 60, within: 2},
  {name: 'a long line', way: 100, jitter: 5, ppm: -60, within: 5},
  {name: 'a restless line', way: 10, jitter: 100, ppm: 100, within: 25},
]) {
  test(`offset and drift over ten minutes: ${name}`, () => {
    const s = fake();
    const random = dice(7);
    const server = (/** @type {number} */ t) => t * (1 + ppm / 1e6) + 5000;
    let worst = 0;
    for (let i = 0; i < 60; i += 1) {
      burst(s, {server, way, jitter, random});
      s.local.now += INTERVAL_MS;
      worst = Math.max(worst, Math.abs(s.clock.now() - server(s.local.now)));
    }
    assert.ok(worst <= within, `worst error ${worst.toFixed(2)} ms, want at most ${within}`);
    const got = s.clock.drift * 1e6;
    assert.ok(Math.abs(got) <= 200, `drift ${got} ppm is more than any crystal's`);
    if (jitter <= 1) assert.ok(Math.abs(got - ppm) < 20, `drift ${got.toFixed(1)} ppm, want ${ppm} ± 20`);
  });
}
