import assert from 'node:assert/strict';
import test from 'node:test';
import {kindOf} from './registry.js';

for (const [provider, url, ref, want] of /** @type {[string, string, string|undefined, string|undefined][]} */ ([
  ['library', '/media/1', undefined, 'native'],
  ['file', 'https://x.org/film.mp4', undefined, 'native'],
  ['file', 'https://x.org/live.m3u8', undefined, 'hls'],
  ['file', 'https://x.org/live.mpd', undefined, 'dash'],
  ['hls', 'https://x.org/live', undefined, 'hls'],
  ['dash', 'https://x.org/live', undefined, 'dash'],
  ['youtube', 'https://youtu.be/a', 'a', 'youtube'],
  ['vimeo', 'https://vimeo.com/1', '1', 'vimeo'],
  ['dailymotion', 'https://dai.ly/x1', 'x1', 'dailymotion'],
  ['twitch', 'https://www.twitch.tv/videos/1', 'video:1', 'twitch'],
  ['twitch', 'https://clips.twitch.tv/A', 'clip:A', 'clip'],
  ['soundcloud', 'https://soundcloud.com/a/b', 'https://soundcloud.com/a/b', 'soundcloud'],
  ['spotify', 'https://open.spotify.com/track/a', 'track:a', 'spotify'],
  ['page', 'https://x.org/', undefined, undefined],
  ['native', 'https://x.org/', undefined, undefined],
  ['constructor', 'https://x.org/', undefined, undefined],
])) {
  test(`${provider} ${ref ?? url} is played by ${want ?? 'nothing'}`, () => assert.equal(kindOf({provider, url, ref}), want));
}
