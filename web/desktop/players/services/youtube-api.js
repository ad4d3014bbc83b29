// YouTube's IFrame Player API (https://developers.google.com/youtube/iframe_api_reference): the part that is used here,
// and how it comes into the page. Nothing is loaded from YouTube before the first item needs it.

import {loadScript} from './script.js';

const SCRIPT = 'https://www.youtube.com/iframe_api';
const EMBED = 'https://www.youtube.com/embed/';

/** States that onStateChange tells. */
export const STATE = Object.freeze({UNSTARTED: -1, ENDED: 0, PLAYING: 1, PAUSED: 2, BUFFERING: 3, CUED: 5});

/**
 * @typedef {object} YouTubePlayer
 * @property {(request: {videoId: string, startSeconds: number}) => void} cueVideoById
 * @property {() => void} playVideo
 * @property {() => void} pauseVideo
 * @property {() => void} stopVideo
 * @property {(seconds: number, allowSeekAhead: boolean) => void} seekTo
 * @property {() => number} getCurrentTime
 * @property {() => number} getDuration  0 until the video has played
 * @property {(percent: number) => void} setVolume
 * @property {() => void} mute
 * @property {() => void} unMute
 * @property {(rate: number) => void} setPlaybackRate
 * @property {() => string[]} [getOptions]  names of the modules that have some
 * @property {(module: string, option: string) => unknown} [getOption]
 * @property {(module: string, option: string, value: object) => void} [setOption]
 * @property {(module: string) => void} [loadModule]  not documented
 */

/**
 * @typedef {object} YouTubeEvents
 * @property {() => void} onReady
 * @property {(event: {data: number}) => void} onStateChange
 * @property {(event: {data: number}) => void} onError
 * @property {() => void} onAutoplayBlocked
 * @property {() => void} onApiChange  a module came or went
 */

/** @typedef {{Player: new (frame: HTMLElement, options: {events: YouTubeEvents}) => YouTubePlayer}} YouTubeApi */

/** @typedef {{YT?: Partial<YouTubeApi>, onYouTubeIframeAPIReady?: () => void}} Slot */

/** The API, loaded once a page; after a failure the next call tries again. @returns {Promise<YouTubeApi>} */
export function loadApi() {
  const page = /** @type {Slot} */ (/** @type {unknown} */ (window));
  return loadScript(SCRIPT, {
    find: () => (page.YT?.Player ? /** @type {YouTubeApi} */ (page.YT) : undefined), // it is there in part before
    announce: (done) => (page.onYouTubeIframeAPIReady = done),
  });
}

/**
 * The one frame that all videos of the evening play in.
 * @param {string} videoId  of the first
 */
export function makeFrame(videoId) {
  const frame = document.createElement('iframe');
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture';
  frame.referrerPolicy = 'strict-origin-when-cross-origin'; // without a referrer YouTube refuses with error 153
  frame.title = 'YouTube';
  const options = {enablejsapi: '1', origin: location.origin, controls: '0', disablekb: '1', fs: '0', iv_load_policy: '3', playsinline: '1', rel: '0'};
  frame.src = `${EMBED}${encodeURIComponent(videoId)}?${new URLSearchParams(options)}`;
  return frame;
}
