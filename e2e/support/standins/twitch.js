// A stand-in for Twitch's interactive player (dev.twitch.tv/docs/embed/video-and-clips): it wants its parent named, makes
// its own frame, and has no errors. Channel "away" is not on air; video 111 is not let begin at its first try.

import {EMPTY, script, serve} from './common.js';

/** @import {BrowserContext} from '@playwright/test' */

/** @param {BrowserContext} context @param {{length?: number}} [options] */
export async function standIn(context, {length = 20} = {}) {
  await serve(context, 'https://player.twitch.tv', {'/js/embed/v1.js': script(embed, {length}), '/frame': EMPTY});
  await serve(context, 'https://clips.twitch.tv', {'/embed': EMPTY});
}

/** @param {{length: number}} options */
function embed({length}) {
  let refused = false;
  class Player {
    static READY = 'ready';
    static PLAY = 'play';
    static PLAYING = 'playing';
    static PAUSE = 'pause';
    static SEEK = 'seek';
    static ENDED = 'ended';
    static OFFLINE = 'offline';
    static ONLINE = 'online';
    static PLAYBACK_BLOCKED = 'playbackBlocked';
    static CAPTIONS = 'captions';
    /** @type {Record<string, (data?: object) => void>} */
    heeds = {};

    /** @param {HTMLElement} place @param {any} options */
    constructor(place, {video, channel, time = '0s', parent, autoplay}) {
      if (!parent.includes(location.hostname)) throw new Error('parent is missing');
      const frame = document.createElement('iframe');
      frame.src = `https://player.twitch.tv/frame?${video ?? channel}`;
      frame.allow = 'autoplay; fullscreen';
      place.append(frame);
      this.video = video;
      this.length = channel ? 1e6 : length;
      // @ts-expect-error comes with the source
      this.clock = new Clock(this.length, (/** @type {string} */ what) => what === 'end' && this.tell('ended'));
      this.clock.seek(parseInt(time, 10));
      setTimeout(() => {
        this.tell('ready');
        if (channel === 'away') this.tell('offline');
        if (autoplay) this.play();
      }, 50);
    }

    /** @param {string} name @param {object} [data] */
    tell = (name, data) => this.heeds[name]?.(data);
    /** @param {string} name @param {() => void} heed */
    addEventListener = (name, heed) => void (this.heeds[name] = heed);
    play = () => {
      if (this.video === '111' && !refused) {
        refused = true;
        return void setTimeout(() => this.tell('playbackBlocked'), 20);
      }
      this.tell('play');
      this.clock.play();
      return void setTimeout(() => this.tell('playing'), 50);
    };
    pause = () => {
      this.clock.pause();
      this.tell('pause');
    };
    seek = (/** @type {number} */ position) => {
      this.clock.seek(position);
      this.tell('seek', {position});
    };
    setVolume() {}
    setMuted() {}
    getCurrentTime = () => this.clock.time();
    getDuration = () => this.length;
  }
  Object.assign(window, {Twitch: {Player}});
}
