// Drives the driver against a stand-in for Spotify's iFrame API (developer.spotify.com/documentation/embeds/references/iframe-api).

import assert from 'node:assert/strict';
import test from 'node:test';
import {fakeHear, fakePage, settled} from '../../testing/fake-page.js';
import {connect} from './spotify.js';

/** @typedef {{isPaused?: boolean, isBuffering?: boolean, duration?: number, position?: number}} Update */

function fakeController() {
  const controller = {
    calls: /** @type {string[]} */ ([]),
    heeds: /** @type {Record<string, (event: {data: object}) => void>} */ ({}),
    addListener: (/** @type {string} */ event, /** @type {() => void} */ heed) => (controller.heeds[event] = heed),
    /** @param {Update} update */
    say: (update) => controller.heeds.playback_update({data: {isPaused: false, isBuffering: false, duration: 180_000, position: 0, ...update}}),
    ready: () => controller.heeds.ready({data: {}}),
    loadUri: (/** @type {string} */ uri) => controller.calls.push(`load ${uri}`),
    play: () => controller.calls.push('play'),
    pause: () => controller.calls.push('pause'),
    resume: () => controller.calls.push('resume'),
    seek: (/** @type {number} */ s) => controller.calls.push(`seek ${s}`),
    destroy: () => controller.calls.push('destroy'),
  };
  return controller;
}

/** @param {string} ref @param {number} [duration] */
const media = (ref, duration) => ({provider: 'spotify', ref, url: 'https://open.spotify.com/x', duration});

/** @param {string} [ref] @param {number} [duration] */
async function loaded(ref = 'track:abc', duration) {
  const controller = fakeController();
  const created = /** @type {any[]} */ ([]);
  const room = fakePage({
    bring(script, page) {
      assert.equal(script.src, 'https://open.spotify.com/embed/iframe-api/v1');
      page.onSpotifyIframeApiReady({
        createController(/** @type {unknown} */ _place, /** @type {object} */ options, /** @type {(made: unknown) => void} */ made) {
          created.push(options);
          made(controller);
        },
      });
    },
  });
  const {page, box} = fakePage();
  const connecting = connect(box, page);
  const [frame] = box.children;
  assert.equal(frame.src, '/embed/spotify');
  frame.contentWindow = room.page;
  frame.onload();
  const driver = await connecting;
  const {hear, take} = fakeHear();
  driver.load(media(ref, duration), 0, hear);
  return {driver, box, controller, created, hear, told: take, took: () => controller.calls.splice(0)};
}

test('its script runs in a room of its own; one embed for the list', async () => {
  const {driver, controller, created, told, took} = await loaded();
  assert.deepEqual(created, [{uri: 'spotify:track:abc', width: '100%', height: '100%'}]);
  controller.ready();
  assert.deepEqual(told(), ['ready']);
  const {hear, take} = fakeHear();
  driver.load(media('episode:def'), 0, hear);
  await settled();
  assert.deepEqual([took(), take(), created.length], [['load spotify:episode:def'], ['ready'], 1]);
});

test('play, pause and going on; there is no event for playing but what it tells of its place', async () => {
  const {driver, controller, told, took} = await loaded();
  driver.play();
  controller.say({isBuffering: true});
  controller.say({position: 100});
  controller.say({position: 1100});
  controller.say({position: 1100, isPaused: true});
  driver.play();
  controller.say({position: 1200});
  assert.deepEqual(took(), ['play', 'resume']);
  assert.deepEqual(told().filter((what) => !what.startsWith('length')), ['waiting', 'playing 0.1', 'time 1.1', 'paused', 'playing 1.2']);
  driver.seek(30);
  assert.deepEqual(took(), ['seek 30']);
  assert.deepEqual([driver.can, driver.rates], [['seek'], []]);
});

for (const [name, last] of /** @type {[string, Update][]} */ ([
  ['stops there', {position: 179_900, isPaused: true}], ['goes back to the beginning', {position: 0, isPaused: true}],
])) {
  test(`at its end it ${name}`, async () => {
    const {controller, told} = await loaded();
    controller.say({position: 100});
    controller.say({position: 179_000});
    told();
    controller.say(last);
    assert.deepEqual(told().filter((what) => !what.startsWith('length')), ['ended']);
  });
}

test('a preview says so, a whole track and one that is short do not', async () => {
  const {driver, controller} = await loaded();
  controller.say({duration: 29_700, position: 100});
  assert.match(driver.note?.(1, false) ?? '', /preview/);
  controller.say({duration: 180_000});
  assert.equal(driver.note?.(1, false), '');
  const short = await loaded('track:abc', 28_000);
  short.controller.say({duration: 28_000, position: 100});
  assert.equal(short.driver.note?.(1, false), '');
});

test('what it cannot do to the sound it says', async () => {
  const {driver} = await loaded();
  for (const [level, muted] of /** @type {[number, boolean][]} */ ([[0.5, false], [1, true]])) assert.match(driver.note?.(level, muted) ?? '', /cannot be made quieter/);
});

test('an album plays as one item: no place to go to, and no length', async () => {
  const {driver, controller, told, took} = await loaded('album:abc');
  controller.say({position: 100});
  controller.say({position: 1100});
  driver.seek(3);
  assert.deepEqual([told(), took(), driver.can], [['playing'], [], []]);
});

test('nothing is left of it', async () => {
  const {driver, box, controller, told, took} = await loaded();
  controller.ready();
  told();
  driver.unload();
  controller.say({position: 100});
  driver.destroy();
  assert.deepEqual([told(), took(), box.children], [[], ['pause', 'destroy'], []]);
});
