// Drives the driver against a stand-in for SoundCloud's Widget API (developers.soundcloud.com/docs/api/html5-widget).

import assert from 'node:assert/strict';
import test from 'node:test';
import {fakeHear, fakePage, settled} from '../../testing/fake-page.js';
import {connect} from './soundcloud.js';

const Events = {READY: 'ready', PLAY: 'play', PAUSE: 'pause', PLAY_PROGRESS: 'playProgress', SEEK: 'seek', FINISH: 'finish', ERROR: 'error'};

function fakeWidget() {
  const widget = {
    calls: /** @type {string[]} */ ([]),
    say: /** @type {Record<string, (data?: any) => void>} */ ({}),
    sounds: 1,
    index: 0,
    callback: () => {},
    bind: (/** @type {string} */ event, /** @type {() => void} */ heed) => (widget.say[event] = heed),
    load: (/** @type {string} */ url, /** @type {any} */ {callback, auto_play}) => {
      widget.calls.push(`load ${url} ${auto_play}`);
      widget.callback = callback;
    },
    play: () => widget.calls.push('play'),
    pause: () => widget.calls.push('pause'),
    seekTo: (/** @type {number} */ ms) => widget.calls.push(`seek ${ms}`),
    setVolume: (/** @type {number} */ v) => widget.calls.push(`volume ${v}`),
    getDuration: (/** @type {(ms: number) => void} */ heed) => heed(90_500),
    getSounds: (/** @type {(sounds: unknown[]) => void} */ heed) => heed(Array(widget.sounds).fill({})),
    getCurrentSoundIndex: (/** @type {(index: number) => void} */ heed) => heed(widget.index),
  };
  return widget;
}

/** @param {string} ref */
const media = (ref) => ({provider: 'soundcloud', ref, url: ref});

/** A driver with a track. @param {{sounds?: number}} [options] */
async function loaded({sounds = 1} = {}) {
  const made = fakeWidget();
  made.sounds = sounds;
  const {page, box} = fakePage({
    bring(script, page) {
      assert.equal(script.src, 'https://w.soundcloud.com/player/api.js');
      page.SC = {Widget: Object.assign(() => made, {Events})};
      script.onload();
    },
  });
  const driver = await connect(box, page);
  const {hear, take} = fakeHear();
  driver.load(media('https://soundcloud.com/a/b'), 0, hear);
  return {driver, box, widget: made, told: take, took: () => made.calls.splice(0)};
}

test('one widget: the first track in its address, others by load, none beginning by itself', async () => {
  const {driver, box, widget, told, took} = await loaded();
  const {searchParams} = new URL(box.children[0].src);
  assert.deepEqual([searchParams.get('url'), searchParams.get('auto_play')], ['https://soundcloud.com/a/b', 'false']);
  assert.deepEqual(told(), []);
  widget.say.ready();
  assert.deepEqual(told(), ['length 90.5', 'ready']);
  assert.deepEqual(driver.can, ['seek', 'volume']);
  const {hear, take} = fakeHear();
  driver.load(media('https://soundcloud.com/c/d'), 0, hear);
  widget.say.finish();
  assert.deepEqual([take(), took()], [[], ['load https://soundcloud.com/c/d false']], 'what the last track says is not heard');
  widget.callback();
  assert.deepEqual(take(), ['length 90.5', 'ready']);
  assert.equal(box.children.length, 1);
});

test('what the widget says is told in seconds; muted is volume 0', async () => {
  const {driver, widget, told, took} = await loaded();
  widget.say.ready();
  told();
  widget.say.play({currentPosition: 500});
  widget.say.playProgress({currentPosition: 1500});
  widget.say.seek({currentPosition: 30_000});
  widget.say.pause({});
  widget.say.finish();
  assert.deepEqual(told(), ['playing 0.5', 'length 90.5', 'time 1.5', 'time 30', 'paused', 'ended']);
  driver.sound(0.5, false);
  driver.sound(0.5, true);
  driver.seek(12);
  driver.play();
  driver.pause();
  assert.deepEqual(took(), ['volume 50', 'volume 0', 'seek 12000', 'play', 'pause']);
});

test('a set plays as one item: no place to go to, and its end is that of its last track', async () => {
  const {driver, widget, told, took} = await loaded({sounds: 3});
  widget.say.ready();
  assert.deepEqual([told(), driver.can], [['ready'], ['volume']]);
  widget.say.play({currentPosition: 0});
  widget.say.playProgress({currentPosition: 900});
  widget.index = 1;
  widget.say.finish();
  widget.index = 2;
  widget.say.finish();
  driver.seek(3);
  assert.deepEqual([told(), took()], [['playing', 'ended'], []]);
});

test('an error has a reason for people, before it plays too', async () => {
  const {widget, told} = await loaded();
  widget.say.error();
  assert.match(told()[0], /failed SoundCloud does not play it/);
});

test('nothing is left of it', async () => {
  const {driver, box, widget, told} = await loaded();
  widget.say.ready();
  told();
  driver.unload();
  widget.say.finish();
  driver.destroy();
  await settled();
  assert.deepEqual([told(), box.children], [[], []]);
});
