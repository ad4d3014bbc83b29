import assert from 'node:assert/strict';
import test from 'node:test';
import {desktop} from '../../shared/strings/desktop/en.js';
import {describeText, explainDash, isDash, placeOf, promised} from './dash.js';
import {words} from './words.js';

for (const [url, want] of /** @type {[string, boolean][]} */ ([
  ['https://x.org/live/manifest.mpd', true],
  ['https://x.org/LIVE.MPD?token=a.mp4', true],
  ['https://x.org/film.mp4?list=a.mpd', false],
])) {
  test(`${url} is ${want ? 'a' : 'no'} stream`, () => assert.equal(isDash(url), want));
}

const {failed} = desktop;
for (const {name, fault, want} of /** @type {{name: string, fault: any, want: string}[]} */ ([
  {name: 'no answer', fault: {code: 25, data: {response: {status: 0}}}, want: words().stream},
  {name: 'not there', fault: {code: 25, data: {response: {status: 404}}}, want: failed.gone},
  {name: 'not there any more', fault: {code: 11, data: {request: {response: {status: 410}}}}, want: failed.gone},
  {name: 'a server at its end', fault: {code: 25, data: {response: {status: 503}}}, want: failed.network},
  {name: 'a piece is missing', fault: {code: 27}, want: failed.network},
  {name: 'no description', fault: {code: 10}, want: failed.unsupported},
  {name: 'nothing that can be played', fault: {code: 32}, want: failed.unsupported},
  {name: 'protected', fault: {code: 112}, want: failed.embed.protected},
  {name: 'damaged', fault: {code: 20}, want: failed.decode},
  {name: 'anything else', fault: {}, want: failed.unknown},
])) {
  test(`fault: ${name}`, () => assert.equal(explainDash(fault), want));
}

for (const {name, sets, want} of /** @type {{name: string, sets: any[], want: object}[]} */ ([
  {name: 'a film', sets: [{contentType: 'video'}, {contentType: 'audio'}], want: {picture: true, sound: true}},
  {name: 'a radio', sets: [{mimeType: 'audio/mp4'}], want: {picture: false, sound: true}},
  {name: 'a silent film', sets: [{Representation: [{mimeType: 'video/webm'}]}], want: {picture: true, sound: false}},
  {name: 'subtitles', sets: [{contentType: 'text', mimeType: 'application/mp4'}], want: {picture: false, sound: false}},
])) {
  test(`promised: ${name}`, () => assert.deepEqual(promised({Period: [{AdaptationSet: sets}]}), want));
}

test('no description promises nothing', () => assert.deepEqual(promised(null), {picture: false, sound: false}));

test('text tracks are told apart by what the description says, and those of another stream are none', () => {
  const texts = [
    {id: 10, lang: 'en', kind: 'subtitles', isTTML: false, labels: [{text: 'English'}], roles: [{value: 'subtitle'}]},
    {id: 11, lang: 'en', kind: 'captions', isTTML: true, labels: [], roles: [{value: 'caption'}]},
    {id: 12, lang: 'de', kind: 'subtitles', isTTML: false, roles: [{value: 'forced-subtitle'}]},
  ];
  const track = (/** @type {string} */ label, /** @type {string} */ language, kind = 'subtitles', isTTML = false) => /** @type {any} */ ({label, language, kind, isTTML});
  const tracks = [track('10', 'en'), track('11', 'en', 'captions', true), track('12', 'de'), track('10', 'fr')];
  assert.deepEqual(tracks.map((one) => placeOf(texts, one)), [0, 1, 2, -1]);
  assert.deepEqual(tracks.map((one) => describeText(texts, one)), [
    {language: 'en', label: 'English', kind: undefined}, {language: 'en', label: '', kind: 'sdh'}, {language: 'de', label: '', kind: 'forced'}, null,
  ]);
});
