// Drives both drivers against a stand-in for Twitch's interactive player (dev.twitch.tv/docs/embed/video-and-clips).

import assert from 'node:assert/strict';
import test from 'node:test';
import {fakeHear, fakePage, settled} from '../../testing/fake-page.js';
import {connect as connectClip} from './twitch-clip.js';
import {connect, mayShow} from './twitch.js';

class FakePlayer {
  static READY = 'ready';
  static PLAY = 'play';
  static PLAYING = 'playing';
  static PAUSE = 'pause';
  static SEEK = 'seek';
  static ENDED = 'ended';
  static OFFLINE = 'offline';
  static ONLINE = 'online';
  static PLAYBACK_BLOCKED = 'playbackBlocked';
  /** @type {FakePlayer[]} */
  static made = [];
  /** @type {string[]} */
  calls = [];
  /** @type {Record<string, (data?: any) => void>} */
  say = {};
  time = 0;

  /** @param {unknown} _place @param {any} options */
  constructor(_place, options) {
    this.options = options;
    FakePlayer.made.push(this);
  }

  addEventListener = (/** @type {string} */ name, /** @type {() => void} */ heed) => (this.say[name] = heed);
  play = () => this.calls.push('play');
  pause = () => this.calls.push('pause');
  seek = (/** @type {number} */ s) => this.calls.push(`seek ${s}`);
  setVolume = (/** @type {number} */ v) => this.calls.push(`volume ${v}`);
  setMuted = (/** @type {boolean} */ on) => this.calls.push(`muted ${on}`);
  getCurrentTime = () => this.time;
  getDuration = () => 600;
}

/** @param {string} ref @param {number} [duration] */
const media = (ref, duration) => ({provider: 'twitch', ref, url: 'https://www.twitch.tv/x', duration});

/** @param {string} ref @param {number} [at] */
async function loaded(ref, at = 0) {
  FakePlayer.made = [];
  const {page, box} = fakePage({
    bring(script, page) {
      assert.equal(script.src, 'https://player.twitch.tv/js/embed/v1.js');
      page.Twitch = {Player: FakePlayer};
      script.onload();
    },
  });
  const driver = await connect(box, page);
  const {hear, take} = fakeHear();
  driver.load(media(ref), at, hear);
  const player = FakePlayer.made[0];
  return {driver, box, player, told: take, took: () => player.calls.splice(0)};
}

test('a video names the page that it stands in, and stands still at its start', async () => {
  const {driver, player, told, took} = await loaded('video:123', 90.7);
  const {video, time, parent, autoplay, muted} = player.options;
  assert.deepEqual({video, time, parent, autoplay, muted}, {video: '123', time: '90s', parent: ['localhost'], autoplay: false, muted: false});
  player.say.ready();
  player.say.play();
  player.time = 90;
  player.say.playing();
  player.say.seek({position: 30});
  player.say.pause();
  player.say.ended();
  assert.deepEqual(told(), ['ready', 'waiting', 'length 600', 'playing 90', 'time 30', 'paused', 'ended']);
  assert.deepEqual([driver.can, driver.time], [['seek', 'volume'], 90]);
  driver.seek(30);
  driver.sound(0.3, true);
  assert.deepEqual(took(), ['seek 30', 'volume 0.3', 'muted true']);
});

test('a channel is live: it has no places and no length', async () => {
  const {driver, player, told, took} = await loaded('channel:somebody');
  assert.deepEqual([player.options.channel, player.options.video, driver.can, driver.time], ['somebody', undefined, ['volume'], undefined]);
  player.say.playing();
  driver.seek(3);
  assert.deepEqual([told(), took()], [['length Infinity', 'playing'], []]);
});

test('a channel that is not on air, and a browser that refuses, are told', async () => {
  const {player, told} = await loaded('channel:somebody');
  player.say.offline();
  player.say.playbackBlocked();
  assert.deepEqual(told(), ['failed The channel is not on air', 'blocked']);
});

test('each item has a player of its own, the last one gone', async () => {
  const {driver, box, player, told} = await loaded('video:1');
  driver.load(media('video:2'), 0, fakeHear().hear);
  player.say.ended();
  assert.deepEqual([told(), FakePlayer.made.length, box.children.length], [[], 2, 1]);
});

for (const [at, want] of /** @type {[string, boolean][]} */ ([
  ['https://tv.example/s/1', true], ['http://localhost:8080/s/1', true], ['http://192.168.1.20:8080/s/1', false], ['http://127.0.0.1/s/1', false],
])) {
  test(`it ${want ? 'plays' : 'cannot play'} at ${at}`, async () => {
    assert.equal(mayShow(/** @type {any} */ (new URL(at))), want);
    if (want) return;
    const {page, box, scripts} = fakePage({at});
    for (const open of [connect, connectClip]) await assert.rejects(open(box, page), {reason: /https/});
    assert.equal(scripts.length, 0, 'nothing is fetched');
  });
}

/** @param {Parameters<typeof fakePage>[0]} [options] */
async function clip(options) {
  const {page, box} = fakePage(options);
  const driver = await connectClip(box, page);
  const {hear, take} = fakeHear();
  driver.load(media('clip:Slug-1', 20_000), 0, hear);
  await settled();
  return {driver, box, told: take};
}

test('a clip is put up when it is to play, ends after its length, and takes nothing', async (t) => {
  const {driver, box, told} = await clip();
  assert.deepEqual([told(), box.children, driver.can], [['ready'], [], []]);
  t.mock.timers.enable({apis: ['setTimeout']});
  driver.play();
  const [frame] = box.children;
  const {origin, pathname, searchParams} = new URL(frame.src);
  assert.deepEqual([origin + pathname, searchParams.get('clip'), searchParams.get('parent'), searchParams.get('autoplay')], ['https://clips.twitch.tv/embed', 'Slug-1', 'localhost', 'true']);
  frame.onload();
  t.mock.timers.tick(1500);
  assert.deepEqual(told(), ['waiting', 'length 20', 'playing 0']);
  t.mock.timers.tick(20_000);
  assert.deepEqual(told(), ['ended']);
  driver.pause();
  assert.deepEqual(box.children, []);
  assert.match(driver.note?.(1, false) ?? '', /neither paused nor moved/);
});

test('a clip is not put up where the browser would not let it play', async () => {
  const {driver, box, told} = await clip({touched: false});
  driver.play();
  assert.deepEqual([told(), box.children], [['ready', 'blocked'], []]);
  driver.sound(1, true);
  driver.play();
  assert.equal(new URL(box.children[0].src).searchParams.get('muted'), 'true', 'without sound it may');
  driver.destroy();
});
