import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LIMITS} from '../../shared/protocol.js';
import {MAX_ENTRIES, StreamFile, readList} from './list-file.js';

const A = 'https://x.example/a.mp3';
const B = 'https://x.example/b%20b.mp4?c=1&d=2';

/** @type {[string, string, import('./list-file.js').ListFile['items'], number][]} */
const cases = [
  ['M3U with titles, paths and comments', `#EXTM3U\r\n#EXTINF:123,Ann – One\r\n${A}\r\n# a note\r\n\r\n../music/c.mp3\r\n#EXTINF:-1,\r\n${B}\r\n`, [{url: A, title: 'Ann – One'}, {url: B}], 1],
  ['M3U with commas in attributes', `#EXTM3U\n#EXTINF:-1 group="a,b",News, at ten\n${A}`, [{url: A, title: 'News, at ten'}], 0],
  ['M3U without its first line', `#EXTINF:1,One\n${A}`, [{url: A, title: 'One'}], 0],
  ['a byte order mark before it', `\uFEFF#EXTM3U\n${A}`, [{url: A}], 0],
  ['XSPF', `<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><title>Mine</title><trackList>
     <track><title>One &amp; &#228;&#x4e00;</title><creator>Ann</creator><location> ${A} </location></track>
     <!-- <track><location>${B}</location></track> -->
     <track><location>${B.replace('&', '&amp;')}</location><title><![CDATA[<b>]]></title></track>
     <track><title>no place</title></track></trackList></playlist>`, [{url: A, title: 'Ann – One & ä一'}, {url: B, title: '<b>'}], 1],
  ['XSPF that ends in the middle', `<playlist><trackList><track><location>${A}</location></track><track><location>${B}`, [{url: A}], 0],
  ['our download', JSON.stringify({event: 'download', data: {state: {items: [{id: '1', media: {url: A, title: 'One'}, start: 5000, end: 9000}]}}}), [{url: A, title: 'One', start: 5000, end: 9000}], 0],
  ['our state', JSON.stringify({state: {items: [{media: {url: '/media/x/a.webm'}}]}}), [{url: '/media/x/a.webm'}], 0],
  ['our history', JSON.stringify({items: [{item: {media: {url: A}}, at: 1}]}), [{url: A}], 0],
  ['an upload', JSON.stringify({items: [{url: A, title: 'One'}]}), [{url: A, title: 'One'}], 0],
  ['JSPF', JSON.stringify({playlist: {track: [{location: [A, B], title: 'One'}, {identifier: ['x']}]}}), [{url: A, title: 'One'}], 1],
  ['an array of links', JSON.stringify([A, 'file:///a.mp3', 7, null]), [{url: A}], 3],
  ['nonsense in places of times', JSON.stringify([{url: A, start: -1, end: 'x'}, {url: B, start: 9, end: 3}]), [{url: A}, {url: B, start: 9}], 0],
  ['broken JSON', '{"items":[', [], 0],
  ['plain links', `# mine\n${A}\n\n${B}\nhello there\ndQw4w9WgXcQ`, [{url: A}, {url: B}, {url: 'dQw4w9WgXcQ'}], 1],
  ['nothing', '', [], 0],
  ['schemes that are not of the web', JSON.stringify(['javascript:alert(1)', 'data:text/html,x', 'https:// x']), [], 3],
];
for (const [name, text, items, skipped] of cases) {
  test(`list file: ${name}`, () => assert.deepEqual(readList(text), {items, skipped, cut: false}));
}

test('titles are cut to what the wire takes, between characters', () => {
  const [{title = ''}] = readList(JSON.stringify([{url: A, title: `${'𝄞'.repeat(LIMITS.TITLE_CHARS)}more`}])).items;
  assert.equal([...title].length, LIMITS.TITLE_CHARS);
  assert.equal(title, '𝄞'.repeat(LIMITS.TITLE_CHARS));
});

test('a list has an end', () => {
  const {items, cut} = readList(Array.from({length: MAX_ENTRIES + 1}, (_, i) => `https://x.example/${i}`).join('\n'));
  assert.equal(items.length, MAX_ENTRIES);
  assert.equal(cut, true);
});

test('the manifest of a stream is no list', () => {
  assert.throws(() => readList('#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nseg1.ts\n'), StreamFile);
});

test('files made to be slow are not', () => {
  const began = performance.now();
  for (const text of ['<track>'.repeat(140_000), `<playlist>${'<!--'.repeat(200_000)}`, `<track ${'a '.repeat(400_000)}`, `#EXTM3U\n#EXTINF:${'"a'.repeat(400_000)}`, '['.repeat(100_000), `<track><title>${'<![CDATA['.repeat(100_000)}</title></track>`]) readList(text);
  const took = performance.now() - began;
  assert.ok(took < 2000, `took ${took.toFixed(0)} ms`);
});
