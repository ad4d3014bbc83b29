import assert from 'node:assert/strict';
import test from 'node:test';
import {desktop} from '../../shared/strings/desktop/en.js';
import {describeIn, explainFault, isStream, namesCaptions, promised} from './hls.js';
import {words} from './words.js';

for (const [url, want] of /** @type {[string, boolean][]} */ ([
  ['https://x.org/live/master.m3u8', true],
  ['https://x.org/LIVE.M3U8?token=a.mp4', true],
  ['/media/1/list.m3u8#t', true],
  ['https://x.org/film.mp4?list=a.m3u8', false],
  ['https://x.org/m3u8/', false],
])) {
  test(`${url} is ${want ? 'a' : 'no'} stream`, () => assert.equal(isStream(url), want));
}

const {failed} = desktop;
for (const {name, data, want} of /** @type {{name: string, data: any, want: string}[]} */ ([
  {name: 'no answer', data: {type: 'networkError', details: 'manifestLoadError', response: {code: 0}}, want: words().stream},
  {name: 'not there', data: {type: 'networkError', details: 'manifestLoadError', response: {code: 404}}, want: failed.gone},
  {name: 'a server at its end', data: {type: 'networkError', details: 'fragLoadError', response: {code: 503}}, want: failed.network},
  {name: 'no playlist', data: {type: 'networkError', details: 'manifestParsingError'}, want: failed.unsupported},
  {name: 'unknown codecs', data: {type: 'mediaError', details: 'manifestIncompatibleCodecsError'}, want: failed.unsupported},
  {name: 'damaged', data: {type: 'mediaError', details: 'fragParsingError'}, want: failed.decode},
  {name: 'anything else', data: {type: 'otherError', details: 'internalException'}, want: failed.unknown},
])) {
  test(`fault: ${name}`, () => assert.equal(explainFault(data), want));
}

test('a playlist promises what its variants say', () => {
  assert.deepEqual(promised([{width: 640, audioCodec: 'mp4a.40.2'}]), {picture: true, sound: true});
  assert.deepEqual(promised([{audioCodec: 'mp4a.40.2'}]), {picture: false, sound: true});
  assert.deepEqual(promised([{}]), {picture: false, sound: false});
});

for (const [line, want] of /** @type {[string, boolean][]} */ ([
  ['#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",URI="s.m3u8"', true],
  ['#EXT-X-MEDIA:GROUP-ID="c",NAME="English",TYPE=CLOSED-CAPTIONS,INSTREAM-ID="CC1"', true],
  ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="TYPES=SUBTITLES"', false],
  ['#EXT-X-STREAM-INF:BANDWIDTH=1,CLOSED-CAPTIONS=NONE', false],
])) {
  test(`a playlist ${want ? 'names' : 'does not name'} captions: ${line}`, () => assert.equal(namesCaptions(`#EXTM3U\n${line}\nstream.m3u8\n`), want));
}

test('a track for foreign parts is known by the list of the stream', () => {
  const track = (/** @type {string} */ language) => /** @type {any} */ ({kind: 'subtitles', language, label: language});
  const [en, de] = [track('en'), track('de')];
  const listed = /** @type {any[]} */ ([{forced: true, trackNode: {track: en}}, {forced: false, trackNode: {track: de}}]);
  assert.deepEqual([en, de].map((one) => describeIn(listed, one)?.kind), ['forced', undefined]);
  assert.equal(describeIn(listed, /** @type {any} */ ({kind: 'metadata', language: '', label: 'id3'})), null);
});
