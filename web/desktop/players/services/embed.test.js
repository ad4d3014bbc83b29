// The face over a driver that notes what it is told and tells what the test wants.

import assert from 'node:assert/strict';
import test from 'node:test';
import {settled} from '../../testing/fake-page.js';
import {Refusal} from './driver.js';
import {BLOCKED_MS, EmbedAdapter, IDLE_MS, READY_MS, START_MS} from './embed.js';

/** @import {Driver, Hear} from './driver.js' */

class FakeDriver {
  /** @type {string[]} */
  calls = [];
  /** @type {Hear[]} */
  hears = [];
  can = /** @type {const} */ (['seek', 'rate', 'volume']);
  rates = [0.5, 1, 1.5, 2];
  cues = false;
  note = () => '';

  /** @param {{ref?: string}} media @param {number} position @param {Hear} hear */
  load({ref}, position, hear) {
    this.calls.push(`load ${ref} ${position}`);
    this.hears.push(hear);
  }
  play = () => this.calls.push('play');
  pause = () => this.calls.push('pause');
  seek = (/** @type {number} */ s) => this.calls.push(`seek ${s}`);
  sound = (/** @type {number} */ level, /** @type {boolean} */ muted) => this.calls.push(`sound ${level} ${muted}`);
  rate = (/** @type {number} */ rate) => this.calls.push(`rate ${rate}`);
  unload = () => this.calls.push('unload');
  destroy = () => this.calls.push('destroy');

  get hear() {
    return this.hears[this.hears.length - 1];
  }
}

/** @param {string} ref */
const media = (ref) => ({provider: 'any', ref, url: `https://any.example/${ref}`});

/** @param {{gesture?: boolean, connect?: () => Promise<Driver>, driver?: Partial<FakeDriver>}} [options] */
function make({gesture = true, connect, driver: change = {}} = {}) {
  const driver = Object.assign(new FakeDriver(), change);
  const at = {now: 0};
  const open = async () => ({connect: connect ?? (async () => /** @type {Driver} */ (/** @type {unknown} */ (driver)))});
  const adapter = new EmbedAdapter('Any', open, {box: /** @type {any} */ ({}), now: () => at.now, hadGesture: () => gesture});
  /** @type {string[]} */
  const heard = [];
  for (const type of ['canplay', 'playing', 'pause', 'waiting', 'ended', 'error', 'durationchange', 'seeked']) {
    adapter.addEventListener(type, () => heard.push(type));
  }
  return {adapter, driver, heard, at, take: () => driver.calls.splice(0)};
}

/** One that has loaded "one", from 7 s. @param {Parameters<typeof make>[0]} [options] */
async function loaded(options) {
  const made = make(options);
  made.adapter.load(media('one'), 7);
  await settled();
  made.driver.hear.ready();
  return made;
}

/** One that plays it. @param {Parameters<typeof make>[0]} [options] */
async function playing(options) {
  const made = await loaded(options);
  made.adapter.play().catch(() => {});
  made.driver.hear.playing(7);
  made.take();
  made.heard.length = 0;
  return made;
}

/** @param {Promise<void>} promise */
const outcome = (promise) => promise.then(() => 'ok', (error) => error.name);

test('loads where it is to start, plays when asked, and knows its place between two reports', async () => {
  const {adapter, driver, heard, at, take} = await loaded();
  assert.deepEqual(take(), ['load one 7', 'sound 1 false']);
  assert.deepEqual([heard, adapter.currentTime, adapter.paused], [['canplay'], 7, true]);
  const started = adapter.play();
  assert.deepEqual(take(), ['sound 1 false', 'play']);
  driver.hear.playing(7.1);
  assert.equal(await outcome(started), 'ok');
  driver.hear.length(60);
  driver.hear.time(7.2);
  at.now += 400;
  assert.ok(Math.abs(adapter.currentTime - 7.6) < 1e-9, `${adapter.currentTime}, want 7.6`);
  at.now += 60_000;
  assert.equal(adapter.currentTime, 7.2 + 3, 'one that says nothing for long stands');
  assert.equal(adapter.duration, 60);
});

test('one that cannot be sent elsewhere before it starts is sent when it has', async () => {
  const {adapter, driver, heard, take} = await loaded();
  adapter.currentTime = 30;
  adapter.play().catch(() => {});
  take();
  driver.hear.playing(0);
  assert.deepEqual(take(), ['seek 30']);
  assert.equal(adapter.currentTime, 30);
  driver.hear.time(0.2);
  assert.equal(adapter.currentTime, 30, 'the old place is not heard');
  driver.hear.time(30.1);
  assert.equal(heard.at(-1), 'seeked');
  assert.equal(adapter.currentTime, 30.1);
});

test('one that can is sent at once', async () => {
  const {adapter, take} = await loaded({driver: {cues: true}});
  take();
  adapter.currentTime = 30;
  assert.deepEqual(take(), ['seek 30']);
});

test('one that begins by itself is stopped', async () => {
  const {adapter, driver, heard, take} = await loaded();
  take();
  driver.hear.playing(0);
  assert.deepEqual([take(), adapter.paused, heard], [['pause'], true, ['canplay']]);
});

test('nothing is heard of a media that another one replaced', async (t) => {
  const {adapter, driver, heard} = await playing();
  t.mock.timers.enable({apis: ['setTimeout']});
  const old = driver.hear;
  adapter.unload();
  old.ended();
  adapter.load(media('two'), 0);
  old.time(9);
  old.failed('no');
  assert.deepEqual([heard, adapter.currentTime, adapter.reason], [[], 0, '']);
  driver.hear.ready();
  assert.deepEqual(heard, ['canplay']);
  assert.deepEqual(driver.calls, ['unload', 'load two 0', 'sound 1 false']);
});

test('a start that the browser refuses rejects as the browser would', async () => {
  const {adapter, driver, take} = await loaded();
  const started = outcome(adapter.play());
  take();
  driver.hear.blocked();
  assert.equal(await started, 'NotAllowedError');
  assert.deepEqual([take(), adapter.paused], [['pause'], true]);
});

test('silence after play() is a refusal where nobody touched the page', async (t) => {
  const {adapter, driver} = await loaded({gesture: false});
  t.mock.timers.enable({apis: ['setTimeout']});
  const started = outcome(adapter.play());
  t.mock.timers.tick(BLOCKED_MS);
  assert.equal(await started, 'NotAllowedError');
  assert.equal(driver.calls.at(-1), 'pause');
});

test('and a failure where somebody did', async (t) => {
  const {adapter, heard} = await loaded();
  t.mock.timers.enable({apis: ['setTimeout']});
  const started = outcome(adapter.play());
  t.mock.timers.tick(BLOCKED_MS);
  assert.deepEqual(heard, ['canplay']);
  t.mock.timers.tick(START_MS);
  assert.equal(await started, 'NotSupportedError');
  assert.equal(heard.at(-1), 'error');
  assert.match(adapter.reason, /Any’s player did not begin/);
});

test('one that waits for data or an advertisement is no failure', async (t) => {
  const {adapter, driver, heard} = await loaded();
  t.mock.timers.enable({apis: ['setTimeout']});
  adapter.play().catch(() => {});
  driver.hear.waiting();
  t.mock.timers.tick(10 * START_MS);
  assert.deepEqual(heard, ['canplay', 'waiting']);
});

test('one that never says that it can play is a failure', async (t) => {
  const {adapter, heard} = make();
  t.mock.timers.enable({apis: ['setTimeout']});
  adapter.load(media('one'), 0);
  t.mock.timers.tick(READY_MS);
  assert.deepEqual(heard, ['error']);
  assert.match(adapter.reason, /Any did not say/);
});

test('a script that does not load is a failure; the next item tries again', async () => {
  let tries = 0;
  const {adapter, heard} = make({
    connect: async () => {
      tries += 1;
      throw new Error('offline');
    },
  });
  for (const want of [1, 2]) {
    adapter.load(media('one'), 0);
    await settled();
    assert.equal(tries, want);
  }
  assert.deepEqual(heard, ['error', 'error']);
  assert.match(adapter.reason, /Any cannot be reached/);
});

test('what a driver says of itself is the reason', async () => {
  const {adapter} = make({connect: () => Promise.reject(new Refusal('not here'))});
  adapter.load(media('one'), 0);
  await settled();
  assert.equal(adapter.reason, 'not here');
});

test('a pause ends the play() that waits; one by the service is told', async () => {
  const {adapter, driver, heard} = await loaded();
  const started = outcome(adapter.play());
  adapter.pause();
  assert.equal(await started, 'AbortError');
  adapter.play().catch(() => {});
  driver.hear.playing(7);
  driver.hear.paused();
  assert.deepEqual([heard.at(-1), adapter.paused], ['pause', true]);
});

test('the end is the end, at its length', async () => {
  const {adapter, driver, heard} = await playing();
  driver.hear.length(9);
  driver.hear.ended();
  driver.hear.paused();
  assert.deepEqual([heard.at(-1), adapter.ended, adapter.paused, adapter.currentTime], ['ended', true, true, 9]);
});

test('rates are the nearest that it has; without any it keeps its own', async () => {
  const {adapter, at, take} = await playing();
  adapter.playbackRate = 1.4;
  assert.deepEqual(take(), ['rate 1.5']);
  at.now += 1000;
  assert.equal(adapter.currentTime, 8.5);
  const other = await playing({driver: {rates: []}});
  other.adapter.playbackRate = 2;
  other.at.now += 1000;
  assert.deepEqual([other.take(), other.adapter.currentTime], [[], 8]);
  assert.deepEqual(other.adapter.traits.rates, []);
});

test('what is live goes on without a place to be sent to', async () => {
  const {adapter, driver, at, take} = await loaded({driver: /** @type {any} */ ({can: ['volume'], rates: []})});
  adapter.play().catch(() => {});
  take();
  driver.hear.length(Infinity);
  driver.hear.playing();
  at.now += 60_000;
  assert.deepEqual([take(), adapter.duration, adapter.currentTime, adapter.can], [[], Infinity, 67, ['volume']]);
});

test('what nothing was played in for a while leaves the page', async (t) => {
  const {adapter, driver} = await playing();
  t.mock.timers.enable({apis: ['setTimeout']});
  adapter.unload();
  t.mock.timers.tick(IDLE_MS - 1);
  assert.deepEqual(driver.calls, ['unload']);
  t.mock.timers.tick(1);
  assert.deepEqual(driver.calls, ['unload', 'destroy']);
});

test('captions: told once what there is and what is wanted are known, and not again', async () => {
  /** @type {(string|null)[]} */
  const chosen = [];
  const choose = (/** @type {{label: string}|null} */ captions) => chosen.push(captions?.label ?? null);
  const {adapter, driver, heard} = await loaded({driver: /** @type {any} */ ({choose})});
  adapter.captions = 'de';
  assert.deepEqual([adapter.textTracks, adapter.can.includes('captions'), chosen], [[], false, []]);
  const found = [{language: 'en', label: 'one'}, {language: 'de', label: 'two'}, {language: 'de', label: 'three'}];
  Object.assign(driver, {found, lines: ['Ein Vogel']});
  driver.hear.changed();
  assert.deepEqual([adapter.textTracks.map(({language}) => language), adapter.can.includes('captions'), heard.at(-1)], [['en', 'de', 'de-x-2'], true, 'durationchange']);
  driver.hear.changed();
  adapter.captions = 'de-x-2';
  assert.deepEqual(adapter.lines, ['Ein Vogel']);
  adapter.captions = null;
  assert.deepEqual([chosen, adapter.lines], [['two', 'three', null], []]);
  adapter.load(media('two'), 0);
  assert.deepEqual(adapter.textTracks, [], 'of another media');
});
