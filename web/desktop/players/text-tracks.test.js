import assert from 'node:assert/strict';
import test from 'node:test';
import {TextTracks} from './text-tracks.js';

/** A track as browsers have them, and what its cues say. */
class FakeTrack extends EventTarget {
  mode = 'disabled';
  /** @type {object[]} */
  activeCues = [];

  /** @param {string} language @param {string} [kind] @param {string} [label] */
  constructor(language, kind = 'subtitles', label = '') {
    super();
    Object.assign(this, {language, kind, label});
  }
}

/** Stands for a media element with tracks. @param {...FakeTrack} tracks */
function setUp(...tracks) {
  const list = Object.assign(new EventTarget(), {[Symbol.iterator]: () => tracks[Symbol.iterator]()});
  const counts = {changed: 0, shown: 0};
  const captions = new TextTracks(/** @type {any} */ ({textTracks: list}), {changed: () => (counts.changed += 1), shown: () => (counts.shown += 1)});
  const add = (/** @type {FakeTrack[]} */ ...more) => {
    tracks.push(...more);
    list.dispatchEvent(new Event('addtrack'));
  };
  return {captions, counts, tracks, add, list, modes: () => tracks.map(({mode}) => mode).join(' '), tags: () => captions.offered.map(({language}) => language)};
}

/** @param {string} text @param {object} [more] */
const cue = (text, more = {}) => ({line: 'auto', getCueAsHTML: () => ({textContent: text}), ...more});

test('the chosen language is followed and not drawn by the browser, whenever it comes', () => {
  const s = setUp();
  s.captions.wanted = 'en';
  assert.deepEqual([s.tags(), s.counts.changed], [[], 0]);
  s.add(new FakeTrack('de'), new FakeTrack('en-GB'), new FakeTrack('', 'chapters'));
  assert.deepEqual([s.tags(), s.modes(), s.counts.changed], [['de', 'en-GB'], 'disabled hidden disabled', 1]);
  s.tracks[0].mode = 'showing'; // a library has its own mind
  s.list.dispatchEvent(new Event('change'));
  assert.deepEqual([s.modes(), s.counts.changed], ['disabled hidden disabled', 1]);
  s.captions.wanted = null;
  assert.equal(s.modes(), 'disabled disabled disabled');
});

test('who brings tracks is told what is chosen, and says what they are', () => {
  const s = setUp();
  /** @type {(string|null)[]} */
  const told = [];
  s.captions.choose = (track) => told.push(track?.language ?? null);
  s.captions.describe = ({language}) => (language === 'fr' ? null : {language, label: `the ${language} one`, kind: language === 'es' ? 'forced' : undefined});
  s.add(new FakeTrack('en'), new FakeTrack('fr'), new FakeTrack('es'));
  assert.deepEqual(s.captions.offered, [{language: 'en', label: 'the en one'}]);
  s.captions.wanted = 'en';
  s.captions.wanted = 'es';
  assert.deepEqual(told, ['en', null]);
});

test('what is said now, from the top, once the chosen track says it', () => {
  const s = setUp();
  s.add(new FakeTrack('en'), new FakeTrack('de'));
  const [en, de] = s.tracks;
  s.captions.wanted = 'de';
  const {shown} = s.counts;
  const isd = {contents: [{kind: 'body', contents: [{kind: 'p', contents: [{kind: 'span', text: 'one'}, {kind: 'br'}, {kind: 'span', text: 'two'}]}]}]};
  de.activeCues = [cue('below', {line: 14}), cue('last'), cue('  '), cue('above', {line: 12}), {line: 'auto', isd}];
  de.dispatchEvent(new Event('cuechange'));
  en.dispatchEvent(new Event('cuechange'));
  assert.equal(s.counts.shown, shown + 1);
  assert.deepEqual(s.captions.lines.map((line) => (typeof line === 'string' ? line : line.textContent)), ['above', 'below', 'last', 'one\ntwo']);
  s.captions.wanted = null;
  assert.deepEqual(s.captions.lines, []);
});
