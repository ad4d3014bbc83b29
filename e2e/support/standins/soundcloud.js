// A stand-in for SoundCloud's Widget API (developers.soundcloud.com/docs/api/html5-widget). A track called "gone" is not there;
// one called "mute" does nothing when it is to play, as the widget in a browser that does not let it.

import {EMPTY, script, serve} from './common.js';

/** @import {BrowserContext} from '@playwright/test' */

/** @param {BrowserContext} context @param {{length?: number}} [options] */
export const standIn = (context, {length = 20} = {}) =>
  serve(context, 'https://w.soundcloud.com', {'/player/api.js': script(api, {length}), '/player/': EMPTY});

/** @param {{length: number}} options */
function api({length}) {
  const Events = {READY: 'ready', PLAY: 'play', PAUSE: 'pause', PLAY_PROGRESS: 'playProgress', SEEK: 'seek', FINISH: 'finish', ERROR: 'error'};
  const Widget = (/** @type {HTMLIFrameElement} */ frame) => {
    const heeds = /** @type {Record<string, (data: object) => void>} */ ({});
    const tell = (/** @type {string} */ name) => heeds[name]?.({currentPosition: clock.time() * 1000});
    // @ts-expect-error comes with the source
    const clock = new Clock(length, (/** @type {string} */ what) => tell(what === 'end' ? 'finish' : 'playProgress'));
    let url = new URL(frame.src).searchParams.get('url') ?? '';
    const opened = (/** @type {() => void} */ then) => setTimeout(() => (url.endsWith('/gone') ? tell('error') : then()), 50);
    opened(() => tell('ready'));
    return {
      bind: (/** @type {string} */ name, /** @type {() => void} */ heed) => void (heeds[name] = heed),
      load(/** @type {string} */ other, /** @type {{callback: () => void}} */ {callback}) {
        url = other;
        clock.pause();
        clock.seek(0);
        opened(callback);
      },
      play() {
        if (url.endsWith('/mute')) return;
        clock.play();
        tell('play');
      },
      pause() {
        clock.pause();
        tell('pause');
      },
      seekTo(/** @type {number} */ ms) {
        clock.seek(ms / 1000);
        tell('seek');
      },
      setVolume: (/** @type {number} */ percent) => void (frame.dataset.volume = String(percent)),
      getDuration: (/** @type {(ms: number) => void} */ heed) => heed(length * 1000),
      getSounds: (/** @type {(sounds: object[]) => void} */ heed) => heed([{}]),
      getCurrentSoundIndex: (/** @type {(index: number) => void} */ heed) => heed(0),
    };
  };
  Object.assign(window, {SC: {Widget: Object.assign(Widget, {Events})}});
}
