// A stand-in for Dailymotion's Player Library Script (developers.dailymotion.com/docs/player-library-script and the Web SDK
// reference: methods, events, states). Its player begins by itself, as one may be set up to. Video xgone is not there;
// xmuted plays without sound first, where the browser does not let it with.

import {EMPTY, script, serve} from './common.js';

/** @import {BrowserContext} from '@playwright/test' */

/** @param {BrowserContext} context @param {{length?: number}} [options] */
export const standIn = (context, {length = 20} = {}) =>
  serve(context, 'https://geo.dailymotion.com', {'/libs/player/': script(library, {length}), '/player/': EMPTY});

/** @param {{length: number}} options */
function library({length}) {
  const names = ['VIDEO_PLAYING', 'VIDEO_PAUSE', 'VIDEO_BUFFERING', 'VIDEO_TIMECHANGE', 'VIDEO_SEEKEND', 'VIDEO_DURATIONCHANGE', 'VIDEO_END', 'AD_START', 'PLAYER_PLAYBACKPERMISSION', 'PLAYER_CRITICALPATHREADY', 'PLAYER_ERROR', 'VIDEO_SUBTITLESREADY'];
  const events = Object.fromEntries(names.map((name) => [name, name.toLowerCase()]));
  const create = (/** @type {string} */ place, /** @type {any} */ {video, params: {startTime, mute}}) => {
    const heeds = /** @type {Record<string, (state: object) => void>} */ ({});
    const told = {muted: mute, refused: false, reason: 'allowed'};
    const tell = (/** @type {string} */ name) => heeds[events[name]]?.({videoId: video, videoTime: clock.time(), videoDuration: length, playerPlaybackPermissionReason: told.reason});
    // @ts-expect-error comes with the source
    const clock = new Clock(length, (/** @type {string} */ what) => tell(what === 'end' ? 'VIDEO_END' : 'VIDEO_TIMECHANGE'));
    const begin = (/** @type {number} */ at) => {
      if (video === 'xgone') return tell('PLAYER_ERROR');
      clock.seek(at);
      tell('PLAYER_CRITICALPATHREADY');
      return player.play();
    };
    const player = {
      on: (/** @type {string} */ event, /** @type {() => void} */ heed) => void (heeds[event] = heed),
      play() {
        const refuses = video === 'xmuted' && !told.muted && !told.refused;
        told.refused ||= refuses;
        told.reason = refuses ? 'allowedFallbackMuted' : 'allowed';
        tell('PLAYER_PLAYBACKPERMISSION');
        clock.play();
        tell('VIDEO_PLAYING');
      },
      pause() {
        clock.pause();
        tell('VIDEO_PAUSE');
      },
      seek(/** @type {number} */ s) {
        clock.seek(s);
        tell('VIDEO_SEEKEND');
      },
      loadContent(/** @type {{video: string, startTime: number}} */ content) {
        video = content.video;
        begin(content.startTime);
      },
      setVolume() {},
      setMute: (/** @type {boolean} */ on) => void (told.muted = on),
      destroy: () => clock.pause(),
    };
    const frame = document.createElement('iframe');
    frame.src = 'https://geo.dailymotion.com/player/p9.html';
    document.getElementById(place)?.append(frame);
    setTimeout(() => begin(startTime), 50);
    return Promise.resolve(player);
  };
  Object.assign(window, {dailymotion: {events, createPlayer: create}});
}
