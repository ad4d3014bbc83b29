// Drives the adapter against a stand-in for the documented part of YouTube's IFrame Player API.

import assert from 'node:assert/strict';
import test from 'node:test';
import {YouTubeAdapter} from './youtube.js';
import {STATE} from './youtube-api.js';

/** @import {YouTubeEvents} from './youtube-api.js' */

/** A player that notes what it is told and says what the test wants. */
class FakePlayer {
  /** @type {FakePlayer[]} */
  static made = [];
  /** @type {string[]} */
  calls = [];
  time = 0;
  length = 0;

  /** @param {unknown} _frame @param {{events: YouTubeEvents}} options */
  constructor(_frame, {events}) {
    this.events = events;
    FakePlayer.made.push(this);
  }

  cueVideoById = (/** @type {{videoId: string, startSeconds: number}} */ r) => this.calls.push(`cue ${r.videoId} ${r.startSeconds}`);
  playVideo = () => this.calls.push('play');
  pauseVideo = () => this.calls.push('pause');
  stopVideo = () => this.calls.push('stop');
  seekTo = (/** @type {number} */ s, /** @type {boolean} */ ahead) => this.calls.push(`seek ${s} ${ahead}`);
  getCurrentTime = () => this.time;
  getDuration = () => this.length;
  setVolume = (/** @type {number} */ v) => this.calls.push(`volume ${v}`);
  mute = () => this.calls.push('mute');
  unMute = () => this.calls.push('unmute');
  setPlaybackRate = (/** @type {number} */ r) => this.calls.push(`rate ${r}`);

  /** @type {object[]} */
  tracklist = [];
  getOptions = () => ['captions'];
  getOption = (/** @type {string} */ _, /** @type {string} */ option) => (option === 'tracklist' ? this.tracklist : undefined);
  setOption = (/** @type {string} */ _, /** @type {string} */ option, /** @type {object} */ value) => this.calls.push(`${option} ${JSON.stringify(value)}`);
  loadModule = (/** @type {string} */ name) => this.calls.push(`module ${name}`);

  /** @param {...number} states */
  say(...states) {
    for (const data of states) this.events.onStateChange({data});
  }
}

/** @param {string} ref */
const media = (ref) => ({provider: 'youtube', ref, url: `https://youtu.be/${ref}`});

/** An adapter that has loaded video "one", cued. */
async function cued() {
  const {adapter, heard} = make();
  adapter.load(media('one'), 7);
  await null;
  await null;
  const player = FakePlayer.made[0];
  player.events.onReady();
  player.say(STATE.UNSTARTED, STATE.CUED);
  return {adapter, heard, player, take: () => player.calls.splice(0)};
}

function make(load = async () => ({Player: FakePlayer})) {
  FakePlayer.made = [];
  const box = /** @type {any} */ ({append() {}});
  const adapter = new YouTubeAdapter(/** @type {any} */ (load), /** @type {any} */ (() => ({})), box);
  /** @type {string[]} */
  const heard = [];
  for (const type of ['canplay', 'playing', 'pause', 'waiting', 'ended', 'error', 'durationchange', 'seeked']) {
    adapter.addEventListener(type, () => heard.push(type));
  }
  return {adapter, heard};
}

/** @param {Promise<void>} promise */
const outcome = (promise) => promise.then(() => 'ok', (error) => error.name);

test('cues at the place where it is to start, and plays when asked', async () => {
  const {adapter, heard, player, take} = await cued();
  assert.deepEqual(take(), ['volume 100', 'cue one 7', 'rate 1']);
  assert.deepEqual(heard, ['canplay']);
  assert.equal(adapter.currentTime, 7, 'before it plays YouTube says 0');
  const playing = adapter.play();
  assert.equal(adapter.paused, false);
  player.length = 212;
  player.say(STATE.BUFFERING, STATE.PLAYING);
  assert.equal(await outcome(playing), 'ok');
  assert.deepEqual(heard, ['canplay', 'waiting', 'durationchange', 'playing']);
  assert.equal(adapter.duration, 212);
  player.time = 9;
  assert.equal(adapter.currentTime, 9);
});

test('a seek before the start cues anew, because seekTo would play', async () => {
  const {adapter, heard, player, take} = await cued();
  take();
  adapter.currentTime = 30;
  assert.deepEqual(take(), ['cue one 30']);
  player.say(STATE.CUED);
  adapter.play().catch(() => {});
  player.say(STATE.PLAYING);
  take();
  adapter.currentTime = 60;
  assert.deepEqual(take(), ['seek 60 true']);
  player.say(STATE.BUFFERING, STATE.PLAYING);
  assert.deepEqual(heard.slice(-3), ['waiting', 'playing', 'seeked']);
});

test('one player for every video; what the last one still says is not heard', async () => {
  const {adapter, heard, player, take} = await cued();
  adapter.play().catch(() => {});
  player.say(STATE.PLAYING);
  take();
  heard.length = 0;
  adapter.unload();
  adapter.load(media('two'), 0);
  player.say(STATE.PAUSED, STATE.ENDED, STATE.UNSTARTED);
  assert.deepEqual(heard, []);
  player.say(STATE.CUED);
  assert.deepEqual(heard, ['canplay']);
  assert.deepEqual(take(), ['stop', 'cue two 0', 'rate 1']);
  assert.equal(FakePlayer.made.length, 1);
});

test('a refused start rejects as the browser would', async () => {
  const {adapter, player} = await cued();
  const playing = outcome(adapter.play());
  player.events.onAutoplayBlocked();
  assert.equal(await playing, 'NotAllowedError');
  assert.equal(adapter.paused, true);
});

test('a pause ends the play() that waits, and takes the start back', async () => {
  const {adapter, take} = await cued();
  const playing = outcome(adapter.play());
  take();
  adapter.pause();
  assert.equal(await playing, 'AbortError');
  assert.deepEqual(take(), ['cue one 7']);
});

for (const [code, want] of /** @type {[number, RegExp][]} */ ([
  [2, /no YouTube video/], [5, /fault/], [100, /taken down/], [101, /own pages/], [150, /own pages/], [153, /refused/], [999, /could not play/],
])) {
  test(`error ${code} has a reason for people`, async () => {
    const {adapter, heard, player} = await cued();
    const playing = outcome(adapter.play());
    player.events.onError({data: code});
    assert.match(adapter.reason, want);
    assert.equal(heard.at(-1), 'error');
    assert.equal(await playing, 'NotSupportedError');
  });
}

test('an API that does not load is an error; the next item tries again', async () => {
  let tries = 0;
  const {adapter, heard} = make(async () => {
    tries += 1;
    throw new Error('offline');
  });
  for (const want of [1, 2]) {
    adapter.load(media('one'), 0);
    for (let i = 0; i < 4; i += 1) await null;
    assert.equal(tries, want);
  }
  assert.deepEqual(heard, ['error', 'error']);
  assert.match(adapter.reason, /cannot be reached/);
});

test('sound and rate set before it is ready are applied then', async () => {
  const {adapter} = make();
  adapter.volume = 0.25;
  adapter.muted = true;
  adapter.playbackRate = 1.5;
  adapter.load(media('one'), 0);
  await null;
  await null;
  const player = FakePlayer.made[0];
  player.events.onReady();
  player.say(STATE.CUED);
  assert.deepEqual(player.calls, ['volume 25', 'mute', 'cue one 0', 'rate 1.5']);
});

test('the end is the end, once it has played', async () => {
  const {adapter, heard, player} = await cued();
  adapter.play().catch(() => {});
  player.say(STATE.PLAYING, STATE.ENDED);
  assert.equal(heard.at(-1), 'ended');
  assert.deepEqual([adapter.ended, adapter.paused], [true, true]);
});

test('captions: asked for once it plays, listed as it names them, chosen and switched off', async () => {
  const {adapter, player, take} = await cued();
  adapter.captions = 'de';
  adapter.play().catch(() => {});
  take();
  player.length = 212;
  player.say(STATE.PLAYING);
  assert.deepEqual(take(), ['module captions']);
  const tracks = [{languageCode: 'en', displayName: 'English'}, {languageCode: 'en', displayName: 'English (auto-generated)', kind: 'asr'}, {languageCode: 'de', displayName: 'German'}];
  player.tracklist = [...tracks, {}];
  player.events.onApiChange();
  player.events.onApiChange();
  assert.deepEqual(adapter.textTracks.map(({language}) => language), ['en', 'en-x-2', 'de']);
  assert.ok(adapter.can.includes('captions'));
  adapter.captions = 'en-x-2';
  adapter.captions = null;
  assert.deepEqual(take(), [tracks[2], tracks[1], {}].map((track) => `track ${JSON.stringify(track)}`));
  adapter.load(media('two'), 0);
  assert.deepEqual([adapter.textTracks, adapter.can.includes('captions')], [[], false]);
});

test('a player that tells nothing of captions has none', async () => {
  const {adapter, player} = await cued();
  Object.assign(player, {getOptions: undefined, getOption: undefined, setOption: undefined, loadModule: undefined});
  adapter.captions = 'de';
  adapter.play().catch(() => {});
  player.say(STATE.PLAYING);
  player.events.onApiChange();
  assert.deepEqual(adapter.textTracks, []);
});
