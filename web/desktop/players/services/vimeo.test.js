// Drives the driver against a stand-in for Vimeo's Player SDK (developer.vimeo.com/player/sdk/reference).

import assert from 'node:assert/strict';
import test from 'node:test';
import {fakeHear, fakePage, settled} from '../../testing/fake-page.js';
import {connect} from './vimeo.js';

class FakePlayer {
  /** @type {FakePlayer[]} */
  static made = [];
  static refusal = '';
  /** @type {string[]} */
  calls = [];
  /** @type {Record<string, (data?: any) => void>} */
  say = {};
  length = 61;
  refuse = '';

  /** @param {{src: string}} frame */
  constructor(frame) {
    this.src = frame.src;
    FakePlayer.made.push(this);
  }

  /** @param {string} name @param {(data: any) => void} heed */
  on(name, heed) {
    this.say[name] = heed;
  }

  /** @param {string} what */
  #do(what) {
    this.calls.push(what);
    const name = FakePlayer.refusal || this.refuse;
    return name ? Promise.reject(Object.assign(new Error(name), {name})) : Promise.resolve();
  }

  ready = () => this.#do('ready');
  loadVideo = (/** @type {object} */ video) => this.#do(`load ${JSON.stringify(video)}`);
  play = () => this.#do('play');
  pause = () => this.#do('pause');
  destroy = () => this.#do('destroy');
  setCurrentTime = (/** @type {number} */ s) => this.#do(`seek ${s}`);
  setVolume = (/** @type {number} */ v) => this.#do(`volume ${v}`);
  setMuted = (/** @type {boolean} */ on) => this.#do(`muted ${on}`);
  setPlaybackRate = (/** @type {number} */ r) => this.#do(`rate ${r}`);
  getTextTracks = async () => this.texts;
  enableTextTrack = (/** @type {unknown[]} */ ...args) => this.#do(`captions ${args}`);
  disableTextTrack = () => this.#do('no captions');
  /** @type {object[]} */
  texts = [];
  getDuration = async () => this.length;
  getPaused = async () => false;
  getCurrentTime = async () => 12;
}

/** @param {string} ref */
const media = (ref) => ({provider: 'vimeo', ref, url: `https://vimeo.com/${ref}`});

/** A driver that has loaded a video. @param {{ref?: string, at?: number, refusal?: string}} [options] */
async function loaded({ref = '123', at = 0, refusal = ''} = {}) {
  FakePlayer.made = [];
  FakePlayer.refusal = refusal;
  const {page, box} = fakePage();
  const driver = await connect(box, page, /** @type {any} */ (async () => ({default: FakePlayer})));
  const {hear, take} = fakeHear();
  driver.load(media(ref), at, hear);
  await settled();
  return {driver, box, hear, told: take, player: FakePlayer.made[0], took: () => FakePlayer.made[0].calls.splice(0)};
}

test('a frame that keeps nothing of who watches, at the place where it is to start', async () => {
  const {driver, player, told, took, box} = await loaded({at: 7});
  const {origin, pathname, searchParams} = new URL(player.src);
  assert.deepEqual([origin + pathname, searchParams.get('dnt'), searchParams.get('h')], ['https://player.vimeo.com/video/123', '1', null]);
  assert.equal(box.children[0].allow, 'autoplay; fullscreen; encrypted-media; picture-in-picture');
  assert.deepEqual([told(), took()], [['length 61', 'ready'], ['ready', 'seek 7']]);
  assert.deepEqual(driver.can, ['seek', 'rate', 'volume']);
});

test('an unlisted video is unlocked by its hash, in the first frame and later', async () => {
  const {driver, player, took} = await loaded({ref: '123/abc1'});
  assert.equal(new URL(player.src).searchParams.get('h'), 'abc1');
  took();
  driver.load(media('456/def2'), 0, fakeHear().hear);
  await settled();
  assert.match(took()[0], /"url":"https:\/\/player\.vimeo\.com\/video\/456\?h=def2".*"dnt":true/);
  driver.load(media('789'), 0, fakeHear().hear);
  await settled();
  assert.match(took()[0], /"id":789/);
  assert.equal(FakePlayer.made.length, 1, 'players');
});

test('what the player says is told in the words of media', async () => {
  const {player, told} = await loaded();
  told();
  player.say.playing({seconds: 1});
  player.say.timeupdate({seconds: 1.5});
  player.say.bufferstart();
  player.say.bufferend();
  await settled();
  player.say.pause({});
  player.say.seeked({seconds: 30});
  player.say.durationchange({duration: 0});
  player.say.ended();
  assert.deepEqual(told(), ['playing 1', 'time 1.5', 'waiting', 'playing 12', 'paused', 'time 30', 'length Infinity', 'ended']);
});

test('what is live has a volume alone', async () => {
  const {driver, player} = await loaded();
  player.say.durationchange({duration: 0});
  assert.deepEqual(driver.can, ['volume']);
});

for (const [name, want] of /** @type {[string, RegExp][]} */ ([
  ['PasswordError', /password/], ['PrivacyError', /own pages/], ['NotFoundError', /taken down/], ['TypeError', /taken down/], ['Error', /taken down/],
])) {
  test(`${name} has a reason for people; the next video gets a frame that works`, async () => {
    const {driver, told} = await loaded({refusal: name});
    assert.match(told()[0], want);
    FakePlayer.refusal = '';
    const {hear, take} = fakeHear();
    driver.load(media('456'), 0, hear);
    await settled();
    assert.deepEqual(take(), ['length 61', 'ready']);
    assert.match(FakePlayer.made[1].src, /video\/456/);
  });
}

test('a start that the browser refuses is told as such', async () => {
  const {driver, player, told} = await loaded();
  told();
  player.refuse = 'NotAllowedError';
  driver.play();
  await settled();
  assert.deepEqual(told(), ['blocked']);
});

test('a rate that the owner forbids is none', async () => {
  const {driver, player, told} = await loaded();
  told();
  player.refuse = 'Error';
  driver.rate(1.5);
  await settled();
  assert.deepEqual([told(), driver.can], [['changed'], ['seek', 'volume']]);
});

test('sound, and the way out', async () => {
  const {driver, took, box, told, player} = await loaded();
  took();
  told();
  driver.sound(0.5, true);
  driver.unload();
  player.say.ended();
  driver.destroy();
  assert.deepEqual(took(), ['volume 0.5', 'muted true', 'pause', 'pause', 'destroy']);
  assert.deepEqual([told(), box.children], [[], []]);
});

test('captions are listed once it can play, chosen by language and kind, and drawn by the page', async () => {
  const {driver, player, hear, told, took} = await loaded();
  player.texts = [{label: 'English CC', language: 'en', kind: 'captions', mode: 'disabled'}, {label: 'Deutsch', language: 'de', kind: 'subtitles', mode: 'disabled'}];
  told();
  driver.load(media('456'), 0, hear);
  await settled();
  assert.deepEqual(told(), ['length 61', 'ready', 'changed']);
  assert.deepEqual(driver.found, [{language: 'en', label: 'English CC', kind: 'sdh'}, {language: 'de', label: 'Deutsch', kind: undefined}]);
  took();
  for (const captions of [driver.found?.[0], driver.found?.[1], null]) driver.choose?.(captions ?? null);
  assert.deepEqual(took(), ['captions en,captions,false', 'captions de,subtitles,false', 'no captions']);
  told();
  player.say.cuechange({cues: [{text: 'Ein Vogel', html: '<b>Ein Vogel</b>'}]});
  assert.deepEqual([driver.lines, told()], [['Ein Vogel'], ['said']]);
});
