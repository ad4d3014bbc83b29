// Keeps simulated players in place: whatever their vices, they come within the deadband and stay there.

import assert from 'node:assert/strict';
import test from 'node:test';
import {EMBED, FILE} from './drift.js';
import {Steering} from './steering.js';
import {SimPlayer} from '../testing/sim-player.js';

/** @import {Vices} from '../testing/sim-player.js' */

const LOOK_MS = 250;

/** Numbers between 0 and 1 that are the same in every run (a linear congruential generator). */
function dice(seed = 1) {
  let x = seed;
  return () => (x = (x * 48271) % 2147483647) / 2147483647;
}

/** Time passes for a room and a player in it. @param {Vices} [vices] */
function room(vices) {
  const player = new SimPlayer(vices);
  const at = {now: 0, rate: 1};
  const steering = new Steering(player, () => at.now);
  const expected = () => at.now * at.rate;
  return {
    player, steering, at,
    off: () => player.place - expected(),
    expected,
    /** @param {number} ms @param {{alone?: boolean}} [options] @returns {number[]} how far off it was, each look */
    run(ms, {alone = false} = {}) {
      const seen = [];
      for (let i = 0; i < ms; i += 1) {
        at.now += 1;
        player.step();
        if (at.now % LOOK_MS !== 0 || player.paused || player.isWaiting) continue;
        steering.look(expected(), {alone, silent: false});
        seen.push(player.place - expected());
      }
      return seen;
    },
  };
}

/** @param {number[]} values */
const worst = (values) => Math.max(...values.map(Math.abs));

/** @type {{name: string, vices: Vices, off: number, within: number, settled: number}[]} */
const PLAYERS = [
  {name: 'a good file', vices: {}, off: -300, within: 20, settled: 40_000},
  {name: 'a file far behind', vices: {}, off: -950, within: 20, settled: 60_000},
  {name: 'a file minutes away', vices: {}, off: 90_000, within: 20, settled: 40_000},
  {name: 'a noisy clock', vices: {noise: 15}, off: 150, within: 30, settled: 40_000},
  {name: 'a crystal that is off', vices: {ppm: 200}, off: 0, within: 25, settled: 20_000},
  {name: 'slow seeks', vices: {seek: 900}, off: -5000, within: 25, settled: 60_000},
  {name: 'rates heard late', vices: {rateLag: 350}, off: -180, within: 20, settled: 40_000},
  {name: 'a frame', vices: {traits: EMBED, every: 100, start: 400, seek: 700}, off: -350, within: 150, settled: 15_000},
  {name: 'a frame far off', vices: {traits: EMBED, every: 100, start: 400, seek: 700}, off: -20_000, within: 150, settled: 25_000},
];

for (const {name, vices, off, within, settled} of PLAYERS) {
  for (const seed of [1, 2, 3]) {
    test(`${name} comes into place and stays, dice ${seed}`, () => {
      const s = room({...vices, random: dice(seed)});
      s.steering.start(0);
      s.player.place = off;
      s.run(settled);
      s.player.rates.length = s.player.seeks = 0;
      const rest = s.run(120_000);
      assert.ok(worst(rest) <= within, `up to ${worst(rest).toFixed(1)} ms off, want at most ${within}`);
      assert.equal(s.player.seeks, 0, 'jumps after it was in place');
      // A correction is two changes: more than a few in two minutes would be hunting.
      assert.ok(s.player.rates.length <= 8, `rate changed ${s.player.rates.length} times: ${s.player.rates}`);
    });
  }
}

test('corrections multiply the session’s rate, and leave it when they are done', () => {
  const s = room();
  s.at.rate = 1.5;
  s.steering.rate = 1.5;
  s.steering.start(0);
  s.player.place = -60;
  s.run(1500);
  assert.ok(s.player.playbackRate > 1.5 && s.player.playbackRate <= 1.5 * 1.05, `rate ${s.player.playbackRate}, want a little above 1.5`);
  s.run(30_000);
  assert.equal(s.player.playbackRate, 1.5);
  assert.ok(worst(s.run(10_000)) <= 20);
});

test('another media, or none, takes the correction back', () => {
  const s = room();
  s.steering.start(0);
  s.player.place = -500;
  s.run(2000);
  assert.notEqual(s.player.playbackRate, 1);
  s.steering.release();
  assert.equal(s.player.playbackRate, 1);
});

test('latencies are learned: the second jump and the second start are on time', () => {
  const s = room({start: 180, seek: 600});
  s.steering.start(0);
  s.run(3000);
  s.steering.jump(s.expected(), {ahead: true});
  s.run(3000);
  const learned = new Steering(s.player, () => s.at.now);
  assert.ok(Math.abs(learned.startLatency - 180) < 10, `start latency ${learned.startLatency}, want 180 ± 10`);
  s.steering.jump(s.expected(), {ahead: true});
  s.run(700);
  assert.ok(Math.abs(s.off()) <= 20, `${s.off()} ms off after the second jump`);
});

test('a start so late that it is jumped over is measured, too', () => {
  const s = room({traits: EMBED, every: 100, start: 900, seek: 700});
  s.steering.start(0);
  s.player.isWaiting = true;
  s.run(900);
  s.player.isWaiting = false;
  s.run(1500);
  assert.equal(s.player.seeks, 1, 'jumps');
  const learned = new Steering(s.player, () => s.at.now);
  assert.ok(Math.abs(learned.startLatency - 900) < 110, `start latency ${learned.startLatency}, want 900 ± 110`);
});

test('a latecomer is put ahead, and starts there on time', () => {
  const s = room({start: 80});
  s.at.now = 42_000;
  const wait = s.steering.cue(s.expected());
  s.run(100);
  s.steering.sought();
  s.run(Math.round(wait) - 100);
  s.steering.start(s.expected());
  s.run(200);
  assert.ok(Math.abs(s.off()) <= 20, `${s.off()} ms off`);
});

test('nobody is put beyond the end, which the others have yet to reach', () => {
  const s = room({length: 60_000});
  s.at.now = 59_900;
  s.steering.jump(s.expected(), {ahead: true});
  assert.equal(s.player.place, 59_900);
  s.at.now = 59_300;
  s.steering.cue(s.expected());
  assert.equal(s.player.place, 59_500);
});

test('a stall is caught up with', () => {
  const s = room();
  s.steering.start(0);
  s.run(5000);
  s.player.stall(3000);
  s.player.isWaiting = true;
  s.run(3000);
  s.player.isWaiting = false;
  s.steering.resumed(s.expected(), {alone: false, silent: false});
  assert.equal(s.player.seeks, 1, 'jumps at once');
  s.run(20_000);
  assert.ok(worst(s.run(20_000)) <= 20);
  assert.equal(s.player.seeks, 1);
});

test('a lone screen is not played faster or slower', () => {
  const s = room({ppm: 200});
  s.steering.start(0);
  s.player.place = -700;
  s.run(30_000, {alone: true});
  assert.deepEqual([s.player.rates, s.player.seeks], [[], 0]);
});

test('a room that empties takes the correction back', () => {
  const s = room();
  s.steering.start(0);
  s.player.place = -300;
  s.run(3000);
  assert.notEqual(s.player.playbackRate, 1);
  s.run(3000, {alone: true});
  assert.equal(s.player.playbackRate, 1);
});

test('files are held closer than frames', () => assert.ok(FILE.deadband < EMBED.deadband));
