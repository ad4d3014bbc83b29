// Drives the driver against a stand-in for Dailymotion's Web SDK (developers.dailymotion.com/reference/web-sdk-player-methods,
// -events, -states).

import assert from 'node:assert/strict';
import test from 'node:test';
import {fakeHear, fakePage, settled} from '../../testing/fake-page.js';
import {connect} from './dailymotion.js';

const NAMES = ['VIDEO_PLAYING', 'VIDEO_PAUSE', 'VIDEO_BUFFERING', 'VIDEO_TIMECHANGE', 'VIDEO_SEEKEND', 'VIDEO_DURATIONCHANGE', 'VIDEO_END', 'AD_START', 'PLAYER_PLAYBACKPERMISSION', 'PLAYER_CRITICALPATHREADY', 'PLAYER_ERROR'];
const events = Object.fromEntries(NAMES.map((name) => [name, name.toLowerCase()]));

function fakePlayer() {
  const player = {
    calls: /** @type {string[]} */ ([]),
    heeds: /** @type {Record<string, (state: object) => void>} */ ({}),
    on: (/** @type {string} */ event, /** @type {(state: object) => void} */ heed) => (player.heeds[event] = heed),
    /** @param {string} name @param {object} [state] */
    say: (name, state = {}) => player.heeds[events[name]]({videoId: 'x1', ...state}),
    loadContent: (/** @type {object} */ content) => player.calls.push(`load ${JSON.stringify(content)}`),
    play: () => player.calls.push('play'),
    pause: () => player.calls.push('pause'),
    seek: (/** @type {number} */ s) => player.calls.push(`seek ${s}`),
    setVolume: (/** @type {number} */ v) => player.calls.push(`volume ${v}`),
    setMute: (/** @type {boolean} */ on) => player.calls.push(`mute ${on}`),
    destroy: () => player.calls.push('destroy'),
  };
  return player;
}

/** A page of a server whose operator named a player. @param {string} id */
function served(id) {
  const player = fakePlayer();
  const created = /** @type {any[]} */ ([]);
  const fake = fakePage({
    bring(script, page) {
      page.dailymotion = {
        events,
        createPlayer: async (/** @type {string} */ place, /** @type {object} */ settings) => {
          created.push({place, settings});
          return player;
        },
      };
      script.onload();
    },
  });
  Object.assign(fake.page, {fetch: async (/** @type {string} */ url) => ({ok: url === '/api/sessions/1', json: async () => ({features: id ? {dailymotion: id} : {}})})});
  return {...fake, player, created};
}

/** @param {string} ref */
const media = (ref) => ({provider: 'dailymotion', ref, url: `https://www.dailymotion.com/video/${ref}`});

async function loaded() {
  const fake = served('p9');
  const driver = await connect(fake.box, fake.page);
  const {hear, take} = fakeHear();
  driver.load(media('x1'), 7, hear);
  await settled();
  return {...fake, driver, told: take, took: () => fake.player.calls.splice(0)};
}

test('without a player ID it says whose to set it is, and fetches nothing', async () => {
  const {page, box, scripts} = served('');
  await assert.rejects(connect(box, page), {reason: /player ID/});
  assert.equal(scripts.length, 0);
});

test('the operator’s player, silent until it is to be heard', async () => {
  const {driver, player, created, scripts, told, took} = await loaded();
  assert.equal(scripts[0].src, 'https://geo.dailymotion.com/libs/player/p9.js');
  assert.deepEqual(created, [{place: 'dailymotion-player', settings: {video: 'x1', params: {startTime: 7, mute: true}}}]);
  player.say('PLAYER_CRITICALPATHREADY', {videoDuration: 60});
  assert.deepEqual([told(), took()], [['length 60', 'ready'], ['pause']]);
  driver.sound(0.5, false);
  driver.play();
  assert.deepEqual(took(), ['volume 0.5', 'mute false', 'play']);
  player.say('VIDEO_PLAYING', {videoDuration: 60, videoTime: 7});
  player.say('VIDEO_TIMECHANGE', {videoTime: 8});
  player.say('VIDEO_BUFFERING');
  player.say('AD_START');
  player.say('VIDEO_SEEKEND', {videoTime: 30});
  player.say('VIDEO_PAUSE');
  assert.deepEqual(told(), ['length 60', 'playing 7', 'time 8', 'waiting', 'waiting', 'time 30', 'paused']);
});

test('one player for the list; what it goes on with by itself is nobody’s item', async () => {
  const {driver, player, created, told, took} = await loaded();
  player.say('VIDEO_END');
  assert.deepEqual([told(), took()], [['ended'], ['pause']]);
  player.say('VIDEO_PLAYING', {videoId: 'recommended'});
  assert.deepEqual(told(), []);
  const {hear, take} = fakeHear();
  driver.load(media('x2'), 3, hear);
  assert.deepEqual(took(), ['mute true', 'load {"video":"x2","startTime":3}']);
  player.say('VIDEO_TIMECHANGE', {videoId: 'x1', videoTime: 9});
  player.say('VIDEO_DURATIONCHANGE', {videoId: 'x2', videoDuration: 9});
  assert.deepEqual([take(), told(), created.length], [['length 9', 'ready'], [], 1]);
});

for (const [reason, want] of /** @type {[string, string[]][]} */ ([
  ['allowed', []], ['allowedFallbackMuted', ['blocked']], ['rejectedByBrowser', ['blocked']], ['rejectedInactiveTab', ['blocked']],
])) {
  test(`a start that is ${reason}`, async () => {
    const {driver, player, told} = await loaded();
    player.say('PLAYER_PLAYBACKPERMISSION', {playerPlaybackPermissionReason: reason});
    assert.deepEqual(told(), [], 'nobody asked yet');
    driver.play();
    player.say('PLAYER_PLAYBACKPERMISSION', {playerPlaybackPermissionReason: reason});
    assert.deepEqual(told(), want);
  });
}

test('one that is to be silent may be', async () => {
  const {driver, player, told} = await loaded();
  driver.sound(1, true);
  driver.play();
  player.say('PLAYER_PLAYBACKPERMISSION', {playerPlaybackPermissionReason: 'allowedFallbackMuted'});
  assert.deepEqual(told(), []);
});

test('errors have reasons for people', async () => {
  const {player, told} = await loaded();
  player.say('PLAYER_ERROR', {playerError: {code: 'DM004'}});
  player.say('PLAYER_ERROR', {videoIsPasswordRequired: true});
  const [gone, password] = told();
  assert.match(gone, /taken down/);
  assert.match(password, /password/);
});

test('nothing is left of it', async () => {
  const {driver, box, told, took, player} = await loaded();
  driver.destroy();
  player.say('VIDEO_END');
  assert.deepEqual([told(), took(), box.children], [[], ['pause', 'destroy'], []]);
});
