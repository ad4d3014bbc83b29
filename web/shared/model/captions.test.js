import assert from 'node:assert/strict';
import test from 'node:test';
import {LIMITS} from '../protocol.js';
import {captionNames, nextCaptions, offerCaptions, pickCaptions} from './captions.js';

const words = {unknownLanguage: 'Unknown language', sdh: (/** @type {string} */ l) => `${l}, with sounds`};

/** @param {...(string|[string, string]|[string, string, 'sdh'|'forced'])} list */
const found = (...list) => list.map((one) => {
  const [language, label = '', kind] = typeof one === 'string' ? [one] : one;
  return {language, label, kind};
});

/** @param {...(string|[string, string])} list */
const names = (...list) => captionNames(found(...list), words).map(({name}) => name);

test('captions: exactly those, else those of the same language, else none', () => {
  const offered = ['en', 'en-GB', 'de-x-sdh', 'pt-BR'];
  const table = /** @type {[string|null, string|null][]} */ ([
    ['en', 'en'], ['EN-gb', 'en-GB'], ['en-US', 'en'], ['de', 'de-x-sdh'], ['pt', 'pt-BR'], ['fr', null], [null, null], ['', null],
  ]);
  for (const [wanted, shown] of table) assert.equal(pickCaptions(wanted, offered), shown, `${wanted}`);
  assert.equal(pickCaptions('en', []), null);
});

test('what is offered has tags of its own, and gives all that is said', () => {
  const table = /** @type {[Parameters<typeof found>, string[]][]} */ ([
    [['en', 'de'], ['en', 'de']],
    [['eng', 'pt_BR', 'zh-hant'], ['en', 'pt-BR', 'zh-Hant']],
    [['en', 'en', 'en'], ['en', 'en-x-2', 'en-x-3']],
    [['en', 'en-x-2', 'en'], ['en', 'en-x-2', 'en-x-3']],
    [[['en', '', 'sdh'], 'en', ['en', '', 'sdh']], ['en-x-sdh', 'en', 'en-x-sdh-2']],
    [[['en', '', 'forced'], 'de-x-forced', 'de'], ['de']],
    [['', 'no tag', 'x'.repeat(60)], ['und', 'und-x-2', 'und-x-3']],
  ]);
  for (const [list, tags] of table) assert.deepEqual(offerCaptions(found(...list)).map(({language}) => language), tags);
  const many = offerCaptions(Array.from({length: 100}, () => ({language: 'en-x-sdh', label: ''})));
  assert.equal(new Set(many.map(({language}) => language)).size, LIMITS.CAPTIONS);
  assert.ok(many.every(({language}) => language.length <= LIMITS.LANGUAGE_CHARS));
});

test('the key goes round: off, each, off', () => {
  const offered = ['en', 'de'];
  assert.deepEqual([null, 'en', 'de'].map((shown) => nextCaptions(shown, offered)), ['en', 'de', null]);
  assert.equal(nextCaptions(null, []), null);
});

test('names: the language by its own, and what tells apart', () => {
  assert.deepEqual(names('de', 'ja', 'en-x-sdh', 'und'), ['Deutsch', '日本語', 'English, with sounds', 'Unknown language']);
  assert.deepEqual(names('en', ['en-x-2', 'English (commentary)']), ['English', 'English · commentary']);
  assert.deepEqual(names(['en', 'Translation'], ['en-x-2', 'English, commentary']), ['English · Translation', 'English · commentary']);
  assert.deepEqual(names('en', 'en-x-2'), ['English 1', 'English 2']);
  assert.deepEqual(names(['und', 'CC1'], ['und-x-2', 'CC2'], 'und-x-3'), ['CC1', 'CC2', 'Unknown language']);
  assert.deepEqual(names('not a tag'), ['not a tag']);
});
