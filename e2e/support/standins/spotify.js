// A stand-in for Spotify's iFrame API (developer.spotify.com/documentation/embeds/references/iframe-api): a loader that brings
// a script of another host, which evaluates, as the real one is said to. What it plays are previews.

import {EMPTY, script, serve} from './common.js';

/** @import {BrowserContext} from '@playwright/test' */

/** @param {BrowserContext} context @param {{length?: number}} [options] */
export async function standIn(context, {length = 20} = {}) {
  await serve(context, 'https://open.spotify.com', {'/embed/iframe-api/v1': script(loader), '/embed/frame': EMPTY});
  await serve(context, 'https://embed-cdn.spotifycdn.com', {'/': script(api, {length})});
}

function loader() {
  const script = document.createElement('script');
  script.src = 'https://embed-cdn.spotifycdn.com/_next/static/iframe_api.js';
  const [first] = document.getElementsByTagName('script');
  first.parentNode?.insertBefore(script, first);
}

/** @param {{length: number}} options */
function api({length}) {
  const createController = (/** @type {HTMLElement} */ place, /** @type {object} */ _options, /** @type {(made: object) => void} */ made) => {
    const heeds = /** @type {Record<string, (event: object) => void>} */ ({});
    const tell = () => heeds.playback_update?.({data: {isPaused: !clock.playing, isBuffering: false, duration: length * 1000, position: clock.time() * 1000}});
    // @ts-expect-error comes with the source
    const clock = new Clock(length, tell);
    const frame = document.createElement('iframe');
    frame.src = 'https://open.spotify.com/embed/frame';
    place.replaceWith(frame);
    made({
      addListener: (/** @type {string} */ name, /** @type {() => void} */ heed) => void (heeds[name] = heed),
      loadUri: () => clock.pause(),
      play() {
        clock.seek(0);
        clock.play();
        tell();
      },
      resume() {
        clock.play();
        tell();
      },
      pause() {
        clock.pause();
        tell();
      },
      seek(/** @type {number} */ s) {
        clock.seek(s);
        tell();
      },
      destroy: () => frame.remove(),
    });
    setTimeout(() => heeds.ready?.({}), 50);
  };
  new Function('ready', 'api', 'ready(api)')(Reflect.get(window, 'onSpotifyIframeApiReady'), {createController});
}
