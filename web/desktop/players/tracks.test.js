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
    const made = {remove: () => children.splice(children.indexOf(made), 1)};
    return made;
  }}});
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  return {tracks: new Tracks(/** @type {any} */ (video)), asked, children, shown: () => children.map(({srclang, label, src}) => `${srclang} ${label} ${src}`)};
}

const listed = (/** @type {string[]} */ ...languages) => languages.map((language, i) => ({language, label: language, url: `/subtitles/f1/${i}.vtt`}));

test('the tracks of a film are there once the server has listed them', async (t) => {
  const s = setUp(t);
  const loaded = s.tracks.load(FILM);
  assert.deepEqual([s.asked[0].url, s.children], ['/api/library/f1/subtitles', []]);
  s.asked[0].answer(listed('de', 'en-GB'));
  await loaded;
  assert.deepEqual(s.shown(), ['de de /subtitles/f1/0.vtt', 'en-GB en-GB /subtitles/f1/1.vtt']);
});

test('another media takes the tracks away, also those that are still to come', async (t) => {
  const s = setUp(t);
  const first = s.tracks.load(FILM);
  s.asked[0].answer(listed('de'));
  await first;
  const late = s.tracks.load({...FILM, ref: 'f2'});
  assert.deepEqual(s.children, []);
  s.tracks.clear();
  s.asked[1].answer(listed('fr'));
  await late;
  assert.deepEqual(s.children, []);
});

test('no answer is no captions, and others than films of the library are not asked about', async (t) => {
  const s = setUp(t);
  await s.tracks.load({provider: 'file', url: 'https://x.example/a.mp4'});
  assert.equal(s.asked.length, 0);
  const loaded = s.tracks.load(FILM);
  s.asked[0].answer(null);
  await loaded;
  assert.deepEqual(s.children, []);
});
