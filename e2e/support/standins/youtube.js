// A stand-in for YouTube's IFrame Player API (https://developers.google.com/youtube/iframe_api_reference), with its vices: it
// takes a moment to do what it is told, tells its place ten times a second, and has the rates that getAvailablePlaybackRates()
// names, towards 1 from any other. What really plays is at `window.standIn`.

import {EMPTY, script, serve} from './common.js';

/** @import {BrowserContext} from '@playwright/test' */

/**
 * @param {BrowserContext} context
 * @param {{length?: number, command?: number, start?: number, seek?: number}} [vices]  s; ms from a call to the player, from there to playing, from a seek on
 */
export const standIn = (context, {length = 120, command = 40, start = 250, seek = 400} = {}) =>
  serve(context, 'https://www.youtube.com', {'/iframe_api': script(api, {length, command, start, seek}), '/embed/': EMPTY});

/** @param {{length: number, command: number, start: number, seek: number}} vices */
function api({length, command, start, seek}) {
  const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
  /** No two starts take the same time. @param {number} ms */
  const about = (ms) => ms * (0.8 + 0.4 * Math.random());

  class Player {
    told = 0;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    coming;

    /** @param {HTMLElement} _frame @param {any} options */
    constructor(_frame, {events}) {
      this.events = events;
      // @ts-expect-error comes with the source
      this.clock = new Clock(length, (/** @type {string} */ what) => (what === 'end' ? this.tell(0) : (this.told = this.clock.time())));
      Object.assign(window, {standIn: this.clock});
      setTimeout(() => events.onReady(), 50);
    }

    /** @param {number} data */
    tell = (data) => this.events.onStateChange({data});

    /** @param {number} ms */
    begin(ms) {
      this.clock.pause();
      this.tell(3);
      clearTimeout(this.coming);
      this.coming = setTimeout(() => {
        this.clock.play();
        this.tell(1);
      }, about(ms));
    }

    /** @param {() => void} act */
    soon = (act) => void setTimeout(act, command);
    cueVideoById = (/** @type {{startSeconds: number}} */ {startSeconds}) => this.soon(() => {
      clearTimeout(this.coming);
      this.clock.pause();
      this.clock.seek(startSeconds);
      this.told = startSeconds;
      this.tell(5);
    });
    playVideo = () => this.soon(() => this.begin(start));
    pauseVideo = () => this.soon(() => {
      clearTimeout(this.coming);
      this.clock.pause();
      this.tell(2);
    });
    stopVideo = () => this.pauseVideo();
    seekTo = (/** @type {number} */ s) => this.soon(() => {
      const played = this.clock.playing;
      this.clock.seek(s);
      if (played) this.begin(seek);
    });
    setPlaybackRate = (/** @type {number} */ rate) => this.soon(() => {
      const towards = rate >= 1 ? RATES.findLast((r) => r <= rate) : RATES.find((r) => r >= rate);
      this.clock.setRate(towards ?? 1);
    });
    getAvailablePlaybackRates = () => RATES;
    getCurrentTime = () => this.told;
    getDuration = () => length;
    setVolume() {}
    mute() {}
    unMute() {}
  }
  Object.assign(window, {YT: {Player}});
  /** @type {any} */ (window).onYouTubeIframeAPIReady();
}
