import assert from 'node:assert/strict';
import test from 'node:test';
import {Tracks} from './tracks.js';

/** @import {TestContext} from 'node:test' */

const FILM = {provider: 'library', ref: 'f1', url: '/media/f1/Film.mp4'};

/** Stands for the page: an element, and a server that answers when it is told to. */
function setUp(/** @type {TestContext} */ t) {
  /** @type {any[]} */
  const children = [];
  const video = {append: (/** @type {any[]} */ ...tracks) => children.push(...tracks)};
  /** @type {{url: string, answer: (tracks: object[]|null) => void}[]} */
  const asked = [];
  t.mock.method(globalThis, 'fetch', (/** @type {string} */ url, /** @type {RequestInit} */ {signal}) => new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')));
    asked.push({url, answer: (tracks) => resolve(/** @type {any} */ ({ok: tracks !== null, json: async () => ({tracks})}))});
  }));
  Object.assign(globalThis, {document: {createElement: () => {
    const made = Object.assign(new EventTarget(), {readyState: 2, track: {mode: 'disabled', cues: null}, remove: () => children.splice(children.indexOf(made), 1)});
    return made;
  }}});
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  let changes = 0;
  const tracks = new Tracks(/** @type {any} */ (video), () => (changes += 1));
  return {tracks, asked, children, changes: () => changes, modes: () => children.map(({srclang, track}) => `${srclang} ${track.mode}`)};
}

const listed = (/** @type {string[]} */ ...languages) => languages.map((language, i) => ({language, label: language, url: `/subtitles/f1/${i}.vtt`}));

test('the tracks of a film are there once the server has listed them, and the wanted one shows', async (t) => {
  const s = setUp(t);
  s.tracks.wanted = 'en';
  const loaded = s.tracks.load(FILM);
  assert.deepEqual([s.asked[0].url, s.tracks.languages], ['/api/library/f1/subtitles', []]);
  s.asked[0].answer(listed('de', 'en-GB', 'en-x-forced'));
  await loaded;
  assert.deepEqual(s.tracks.languages, ['de', 'en-GB', 'en-x-forced']);
  assert.equal(s.changes(), 1);
  assert.deepEqual(s.modes(), ['de disabled', 'en-GB showing', 'en-x-forced disabled']);
  s.tracks.wanted = 'de';
  assert.deepEqual(s.modes(), ['de showing', 'en-GB disabled', 'en-x-forced disabled']);
  s.tracks.wanted = null;
  assert.deepEqual(s.modes(), ['de disabled', 'en-GB disabled', 'en-x-forced disabled']);
});

test('another media takes the tracks away, also those that are still to come', async (t) => {
  const s = setUp(t);
  const first = s.tracks.load(FILM);
  s.asked[0].answer(listed('de'));
  await first;
  const late = s.tracks.load({...FILM, ref: 'f2'});
  assert.deepEqual(s.tracks.languages, []);
  s.tracks.clear();
  s.asked[1].answer(listed('fr'));
  await late;
  assert.deepEqual([s.tracks.languages, s.children, s.changes()], [[], [], 1]);
});

test('no answer is no captions, and others than films of the library are not asked about', async (t) => {
  const s = setUp(t);
  await s.tracks.load({provider: 'file', url: 'https://x.example/a.mp4'});
  assert.equal(s.asked.length, 0);
  const loaded = s.tracks.load(FILM);
  s.asked[0].answer(null);
  await loaded;
  assert.deepEqual([s.tracks.languages, s.changes()], [[], 0]);
});

test('cues keep off the lower edge, unless they say where they stand', async (t) => {
  const s = setUp(t);
  const loaded = s.tracks.load(FILM);
  s.asked[0].answer(listed('de'));
  await loaded;
  const cues = [{line: 'auto'}, {line: 0}];
  const [track] = s.children;
  track.readyState = 0;
  s.tracks.wanted = 'de';
  assert.deepEqual(s.modes(), ['de hidden'], 'no cue shows before it is in its place');
  Object.assign(track, {readyState: 2});
  track.track.cues = cues;
  track.dispatchEvent(new Event('load'));
  assert.deepEqual(cues.map(({line}) => line), [-3, 0]);
  assert.deepEqual(s.modes(), ['de showing']);
});
