// A stand-in for the frame at player.vimeo.com: the messages that Vimeo's Player SDK speaks (github.com/vimeo/player.js,
// developer.vimeo.com/player/sdk/reference). Video 403 is private; 111 is not let begin at its first try;
// 808 has captions.

import {frame, serve} from './common.js';

/** @import {BrowserContext} from '@playwright/test' */

/** @param {BrowserContext} context @param {{length?: number}} [options] */
export const standIn = (context, {length = 20} = {}) => serve(context, 'https://player.vimeo.com', {'/video/': frame(player, {length})});

/** @param {{length: number}} options */
function player({length}) {
  const tell = (/** @type {string} */ event, /** @type {object} */ data = {}) => parent.postMessage({event, data}, '*');
  // @ts-expect-error comes with the source
  const clock = new Clock(length, (/** @type {string} */ what) => tell(what === 'end' ? 'ended' : 'timeupdate', facts()));
  const facts = () => ({seconds: clock.time(), duration: length, percent: clock.time() / length});
  const fault = (/** @type {string} */ name) => Object.assign(new Error(name), {name});
  let id = location.pathname.split('/')[2];
  let refused = false;
  /** @type {Record<string, (value: any) => unknown>} */
  const methods = {
    ping() {},
    addEventListener() {},
    getDuration: () => length,
    getTextTracks: () => (id === '808' ? [{label: 'English', language: 'en', kind: 'captions', mode: 'disabled'}, {label: 'Deutsch', language: 'de', kind: 'subtitles', mode: 'disabled'}] : []),
    enableTextTrack({language, kind, showing}) {
      if (!showing) tell('cuechange', {language, kind, label: language, cues: [{text: `${language} ${kind}`, html: `${language} ${kind}`}]});
      return {label: language, language, kind, mode: showing ? 'showing' : 'hidden'};
    },
    disableTextTrack: () => null,
    getPaused: () => !clock.playing,
    getCurrentTime: () => clock.time(),
    setVolume: (level) => Number((document.body.dataset.volume = level)),
    setMuted: (on) => on,
    setPlaybackRate: (rate) => clock.setRate(rate),
    loadVideo(video) {
      id = String(video.id ?? new URL(video.url).pathname.split('/').at(-1));
      if (id === '403') throw fault('PrivacyError');
      clock.pause();
      clock.seek(0);
      return id;
    },
    setCurrentTime(seconds) {
      clock.seek(seconds);
      tell('seeked', facts());
      return seconds;
    },
    play() {
      if (id === '403') throw fault('PrivacyError');
      if (id === '111' && !refused) {
        refused = true;
        throw fault('NotAllowedError');
      }
      clock.play();
      tell('playing', facts());
    },
    pause() {
      clock.pause();
      tell('pause', facts());
    },
  };
  addEventListener('message', ({data: {method, value}}) => {
    try {
      parent.postMessage({method, value: methods[method]?.(value)}, '*');
    } catch (error) {
      const {name, message} = /** @type {Error} */ (error);
      tell('error', {name, message, method});
    }
  });
  tell('ready');
}
