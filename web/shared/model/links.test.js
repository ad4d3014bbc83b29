import assert from 'node:assert/strict';
import {test} from 'node:test';
import {refusedIndex, splitLinks} from './links.js';

/** @type {[string, string, string[], string[]][]} */
const cases = [
  ['nothing', ' \n ', [], []],
  ['one address', 'https://example.org/a.mp4', ['https://example.org/a.mp4'], []],
  ['one a line, empty lines, CRLF', 'https://a.example/1\r\n\r\nhttp://b.example/2 ', ['https://a.example/1', 'http://b.example/2'], []],
  ['several in a line', 'https://a.example/1 https://a.example/2', ['https://a.example/1', 'https://a.example/2'], []],
  ['the same twice', 'https://a.example/1\nhttps://a.example/1', ['https://a.example/1'], []],
  ['a shared sentence', 'Look: https://youtu.be/dQw4w9WgXcQ?si=x. Good!', ['https://youtu.be/dQw4w9WgXcQ?si=x'], []],
  ['brackets of a sentence', '(see https://a.example/x)', ['https://a.example/x'], []],
  ['brackets of the address', 'https://en.example/wiki/Film_(1990)', ['https://en.example/wiki/Film_(1990)'], []],
  ['a YouTube id', 'dQw4w9WgXcQ', ['dQw4w9WgXcQ'], []],
  ['two ids', 'dQw4w9WgXcQ, jNQXAC9IVRw', ['dQw4w9WgXcQ', 'jNQXAC9IVRw'], []],
  ['an address without scheme', 'www.example.org/film.webm', ['https://www.example.org/film.webm'], []],
  ['addresses of other kinds', 'spotify:track:11dFghVXANMlKmJXsNCbNl ftp://a.example/1', ['spotify:track:11dFghVXANMlKmJXsNCbNl', 'ftp://a.example/1'], []],
  ['words with a colon', 'alien: romulus', [], ['alien: romulus']],
  ['a word of eleven letters', 'programming', [], ['programming']],
  ['words', 'big buck bunny', [], ['big buck bunny']],
  ['a link and words on two lines', 'https://a.example/1\nbig buck bunny', ['https://a.example/1'], ['big buck bunny']],
];

for (const [name, text, links, rest] of cases) {
  test(`links in ${name}`, () => assert.deepEqual(splitLinks(text), {links, rest}));
}

test('a refusal names its item', () => {
  assert.equal(refusedIndex('items[3].url'), 3);
  assert.equal(refusedIndex('items[12]'), 12);
  assert.equal(refusedIndex('place'), null);
  assert.equal(refusedIndex(undefined), null);
});
