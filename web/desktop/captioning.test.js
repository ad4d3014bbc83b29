import assert from 'node:assert/strict';
import test from 'node:test';
import {Captioning} from './captioning.js';
import {chosenText, noCaptions} from './captions.js';

/** A page on which something plays. @param {string[]} languages  to choose from @param {string|null} wanted  the session's @param {boolean} [isPlaying] */
function page(languages, wanted, isPlaying = true) {
  /** @type {string[]} */
  const said = [];
  /** @type {object[]} */
  const asked = [];
  const offered = languages.map((language) => ({language, label: ''}));
  const app = /** @type {any} */ ({
    isPlaying,
    controller: {view: {captions: offered}},
    snapshot: {state: {captions: wanted}},
    say: (/** @type {{text: string}} */ {text}) => said.push(text),
    ask: (/** @type {string} */ event, /** @type {object} */ data) => asked.push({event, ...data}),
  });
  return {said, asked, offered, captioning: new Captioning(app)};
}

test('the key goes from off to each language and to off again', async () => {
  for (const [wanted, next] of [[null, 'de'], ['de', 'en'], ['en', null]]) {
    const {captioning, asked, said} = page(['de', 'en'], wanted);
    await captioning.next();
    assert.deepEqual(asked, [{event: 'command', name: 'captions', language: next}]);
    assert.deepEqual(said, []);
  }
});

test('where there are none, that is said and nothing asked', async () => {
  const {captioning, asked, said} = page([], null);
  await captioning.next();
  assert.deepEqual([asked, said], [[], [noCaptions]]);
});

test('while nothing plays the key does nothing', async () => {
  const {captioning, asked, said} = page(['de'], null, false);
  await captioning.next();
  assert.deepEqual([asked, said], [[], []]);
});

test('what somebody chose is said by its name', async () => {
  const {captioning, offered, said} = page(['de', 'en'], 'en');
  await captioning.say('en');
  await captioning.say(null);
  assert.deepEqual(said, [chosenText(offered, 'en'), chosenText(offered, null)]);
  assert.notEqual(said[0], said[1]);
});
