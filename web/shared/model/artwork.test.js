import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hueOf, iconOf, pictureOf} from './artwork.js';

/** @param {string} url @param {object} [more] */
const media = (url, more) => ({provider: 'file', url, ...more});

test('a hue is a hue, and the same for the same media', () => {
  for (const title of ['', 'a', 'Sintel', '東京物語']) {
    const hue = hueOf(media('https://x.example/a', {title}));
    assert.ok(Number.isInteger(hue) && hue >= 0 && hue < 360, `${title}: ${hue}`);
    assert.equal(hue, hueOf(media('https://x.example/a', {title})));
  }
  assert.notEqual(hueOf(media('', {title: 'Part 1'})), hueOf(media('', {title: 'Part 2'})));
});

test('icons say what kind it is', () => {
  assert.equal(iconOf(media('https://x.example/a.MP3?x=1')), 'music');
  assert.equal(iconOf(media('https://x.example/a.mp4')), 'film');
  assert.equal(iconOf(media('https://youtu.be/x', {provider: 'youtube'})), 'monitor-play');
});

test('only web addresses and own paths become pictures', () => {
  assert.equal(pictureOf(media('', {thumbnail: 'https://i.example/x.jpg'})), 'https://i.example/x.jpg');
  assert.equal(pictureOf(media('', {thumbnail: '/media/1/cover.jpg'})), '/media/1/cover.jpg');
  assert.equal(pictureOf(media('', {thumbnail: 'javascript:alert(1)'})), undefined);
  assert.equal(pictureOf(media('', {thumbnail: '//elsewhere.example/x'})), undefined);
  assert.equal(pictureOf(media('')), undefined);
});
