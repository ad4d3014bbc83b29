import assert from 'node:assert/strict';
import test from 'node:test';
import {withNews} from './news.js';

/** @import {News, Told} from './news.js' */

/** @param {string} who @param {number} [count] @returns {News} */
const added = (who, count = 1) => ({text: `${who} added “Song”`, who, did: 'added', count});

/** @param {string} who @param {string} title @returns {News} */
const skipped = (who, title) => ({text: `${who} skipped “${title}”`, who, did: 'moved'});

/** @param {...News} news */
const tell = (...news) => news.reduce((told, next, i) => withNews(told, next, i), /** @type {readonly Told[]} */ ([]));

for (const {name, news, want} of [
  {name: 'what differs stands side by side', news: [added('Ann'), skipped('Ann', 'a'), {text: 'Ann put up a new list'}], want: ['Ann added “Song”', 'Ann skipped “a”', 'Ann put up a new list']},
  {name: 'two who add are told of one by one', news: [added('Ann'), added('Ben')], want: ['Ann added “Song”', 'Ben added “Song”']},
  {name: 'somebody who adds on is counted', news: [added('Ann'), added('Ben'), added('Ann', 100)], want: ['Ann added 101 items', 'Ben added “Song”']},
  {name: 'a crowd that adds is one', news: [skipped('Ann', 'a'), added('Ann'), added('Ben'), added('Chloé', 3), added('Dan')], want: ['Ann skipped “a”', 'Ann and 3 others added 6 items']},
  {name: 'one of the crowd adds on', news: [added('Ann'), added('Ben'), added('Chloé'), added('Ben'), added('Ann')], want: ['Ann and 2 others added 5 items']},
  {name: 'of who skips on, the last', news: [skipped('Ann', 'a'), skipped('Ann', 'b'), skipped('Ben', 'c')], want: ['Ann skipped “b”', 'Ben skipped “c”']},
  {name: 'the same refusal once', news: [{text: 'The list is full.'}, {text: 'The list is full.'}], want: ['The list is full.']},
]) {
  test(`told: ${name}`, () => assert.deepEqual(tell(...news).map(({text}) => text), want));
}

test('what is told anew is another object under the same key', () => {
  const before = tell(added('Ann'), skipped('Ben', 'a'));
  const after = withNews(before, added('Ann'), 9);
  assert.deepEqual(after.map(({key}) => key), [0, 1]);
  assert.notEqual(after[0], before[0]);
  assert.equal(after[1], before[1]);
});
