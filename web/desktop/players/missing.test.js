import assert from 'node:assert/strict';
import test from 'node:test';
import {missing} from './missing.js';
import {WORDS, words} from './words.js';

/** @param {...[number, number]} spans  s */
const ranges = (...spans) => /** @type {TimeRanges} */ ({length: spans.length, start: (i) => spans[i][0], end: (i) => spans[i][1]});

const film = {src: 'http://x/film.mp4?t=1', currentSrc: '', readyState: 4, videoWidth: 640, played: ranges([0, 9]), webkitAudioDecodedByteCount: 999};

for (const {name, video, want} of /** @type {{name: string, video: any, want: string}[]} */ ([
  {name: 'nothing', video: {}, want: ''},
  {name: 'a picture that the browser cannot show', video: {videoWidth: 0}, want: words().noPicture},
  {name: 'nothing before the file is known', video: {videoWidth: 0, readyState: 0}, want: ''},
  {name: 'nothing of a song', video: {src: 'http://x/song.mp3', videoWidth: 0}, want: ''},
  {name: 'nothing of a webm, which may be sound alone', video: {src: 'http://x/song.webm', videoWidth: 0}, want: ''},
  {name: 'sound, after three seconds', video: {webkitAudioDecodedByteCount: 0}, want: words().noSound},
  {name: 'nothing after two seconds', video: {webkitAudioDecodedByteCount: 0, played: ranges([0, 1], [30, 31])}, want: ''},
  {name: 'sound, where played in pieces', video: {webkitAudioDecodedByteCount: 0, played: ranges([0, 2], [30, 31])}, want: words().noSound},
  {name: 'sound in Firefox', video: {webkitAudioDecodedByteCount: undefined, mozHasAudio: false}, want: words().noSound},
  {name: 'nothing where the browser does not tell', video: {webkitAudioDecodedByteCount: undefined}, want: ''},
])) {
  test(`missing: ${name}`, () => assert.equal(missing({...film, ...video}), want));
}

test('a stream lacks what it promised, whatever its address is', () => {
  const stream = {...film, src: 'blob:http://x/1', videoWidth: 0};
  assert.equal(missing(stream, {picture: true, sound: true}), words().noPicture);
  assert.equal(missing(stream, {picture: false, sound: true}), '', 'a radio');
  assert.equal(missing({...stream, webkitAudioDecodedByteCount: 0}, {picture: false, sound: true}), words().noSound);
  assert.equal(missing(stream), '', 'nobody asked it');
});

test('every language has every word, within what a report may say', () => {
  for (const [language, said] of Object.entries(WORDS)) {
    assert.deepEqual(Object.keys(said), Object.keys(WORDS.en), language);
    for (const text of Object.values(said)) assert.ok(text.length > 0 && text.length <= 200, `${language}: ${text.length} characters`);
  }
});
