import assert from 'node:assert/strict';
import test from 'node:test';
import {describeItem, formatTime, mediaTitle} from './format.js';

for (const [ms, want] of /** @type {[any, string][]} */ ([
  [0, '0:00'], [999, '0:00'], [187_000, '3:07'], [3_753_000, '1:02:33'], [-5, '0:00'], [null, '–:––'], [undefined, '–:––'], [NaN, '–:––'], [Infinity, '–:––'],
])) {
  test(`formatTime(${ms})`, () => assert.equal(formatTime(ms), want));
}

for (const {media, want} of [
  {media: {provider: 'youtube', url: 'https://youtu.be/dQw4w9WgXcQ', ref: 'dQw4w9WgXcQ', title: ' A song '}, want: 'A song'},
  {media: {provider: 'file', url: 'https://media.example/a/My%20film.webm?t=1'}, want: 'My film.webm'},
  {media: {provider: 'file', url: 'https://media.example/'}, want: 'media.example'},
  {media: {provider: 'library', url: '/media/1/birds.mp3'}, want: 'birds.mp3'},
  {media: {provider: 'file', url: 'https://media.example/100%.webm'}, want: 'https://media.example/100%.webm'},
  {media: {provider: 'youtube', url: '', ref: 'dQw4w9WgXcQ'}, want: 'dQw4w9WgXcQ'},
]) {
  test(`mediaTitle: ${want}`, () => assert.equal(mediaTitle(media), want));
}

test('describeItem counts the range that plays', () => {
  const media = {provider: 'file', url: 'https://media.example/f.webm', duration: 60_000};
  assert.deepEqual(describeItem({id: '1', media, addedBy: {name: 'Ann'}, start: 10_000}), {
    title: 'f.webm', by: 'Ann', source: 'media.example', length: 50_000,
  });
  assert.equal(describeItem({id: '1', media, start: 10_000, end: 15_000}).length, 5_000);
  assert.equal(describeItem({id: '1', media: {provider: 'file', url: 'x'}}).length, null);
});
