import assert from 'node:assert/strict';
import test from 'node:test';
import {captionsName, captionsOffered} from './captions.js';
import {report, snapshot} from '../testing/snapshots.js';

const words = {
  unknownLanguage: 'Unknown', forced: (/** @type {string} */ of) => `${of}, signs only`, sdh: (/** @type {string} */ of) => `${of}, with sounds`,
};

test('captions of all screens that have the current item, each once', () => {
  const players = [report('playing', {captions: ['en', 'de']}), report('playing', {client: 'p2', captions: ['de', 'fr']})];
  assert.deepEqual(captionsOffered(snapshot({players})), ['en', 'de', 'fr']);
  assert.equal(captionsOffered(snapshot({players: [report('playing')]})), null);
  assert.equal(captionsOffered(snapshot({players: [report('playing', {item: 'b', captions: ['en']})]})), null, 'of another item');
});

test('captions by name', () => {
  assert.deepEqual(['de', 'ja', 'und', 'en-x-forced', 'en-x-sdh'].map((tag) => captionsName(tag, words)),
    ['Deutsch', '日本語', 'Unknown', 'English, signs only', 'English, with sounds']);
  assert.equal(captionsName('not a tag', words), 'not a tag');
});
