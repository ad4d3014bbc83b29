import assert from 'node:assert/strict';
import test from 'node:test';
import {LANGUAGES, PAGES, chooseLanguage, loadStrings} from './i18n.js';

/** @type {[string[], string][]} */
const CHOICES = [
  [['de-AT', 'en'], 'de'],
  [['DE'], 'de'],
  [['pt-BR', 'es-419', 'en'], 'es'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-MO', 'ja'], 'zh-Hant'],
  [['zh-Hant'], 'zh-Hant'],
  [['zh-Hant-CN'], 'zh-Hant'],
  [['zh-Hans-HK', 'ja'], 'ja'],
  [['zh-CN', 'zh'], 'en'],
  [['tlh'], 'en'],
  [['jam', 'fra', 'fr'], 'fr'],
  [[], 'en'],
];
for (const [wanted, want] of CHOICES) {
  test(`language for ${wanted.join(', ') || 'nothing'}`, () => assert.equal(chooseLanguage(wanted), want));
}

/**
 * Every leaf of an object of words: ["a.b", leaf].
 * @param {Record<string, any>} words @param {string} [path] @returns {[string, any][]}
 */
function leaves(words, path = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [/** @type {[string, any]} */ ([path + key, value])],
  );
}

/** What each text takes: "function 2", "string". @param {Record<string, any>} words */
const shapes = (words) => Object.fromEntries(leaves(words).map(([path, leaf]) => [path, typeof leaf === 'function' ? `function ${leaf.length}` : typeof leaf]));

for (const page of PAGES) {
  const english = await loadStrings(page, ['en']);
  for (const language of LANGUAGES) {
    const words = await loadStrings(page, [language]);

    test(`${page}, ${language}: the same texts as in English`, () => assert.deepEqual(shapes(words), shapes(english)));

    test(`${page}, ${language}: every text says something`, () => {
      for (const [path, leaf] of leaves(words)) {
        // Two values for each: one and many, true and false, a number and a name.
        const said = typeof leaf === 'function' ? [1, 7].map((n) => leaf(...Array(leaf.length).fill(n))) : [leaf];
        for (const text of said) {
          assert.equal(typeof text, 'string', `${path}: got ${typeof text}, want string`);
          assert.notEqual(text.trim(), '', `${path} is empty`);
          assert.doesNotMatch(text, /undefined|NaN|\[object/, path);
        }
      }
    });

    test(`${page}, ${language}: what is put in is shown`, () => {
      for (const [path, leaf] of leaves(words)) {
        if (typeof leaf !== 'function') continue;
        const values = Array.from({length: leaf.length}, (_, i) => 70 + i);
        const text = leaf(...values);
        const shown = leaves(english).find(([other]) => other === path)?.[1](...values);
        for (const value of values.filter((v) => shown.includes(String(v)))) assert.ok(text.includes(String(value)), `${path}: ${value} is missing in “${text}”`);
      }
    });

    if (language !== 'en') {
      test(`${page}, ${language}: translated`, () => {
        const own = new Map(leaves(english));
        const same = leaves(words).filter(([path, leaf]) => typeof leaf === 'string' && own.get(path) === leaf).map(([path]) => path);
        assert.ok(same.length <= 6, `as in English: ${same.join(', ')}`); // names, and words that the languages share
      });
    }
  }
}

test('a language that is not there is answered in English', async () => {
  assert.equal(await loadStrings('desktop', ['tlh']), await loadStrings('desktop', ['en']));
});
