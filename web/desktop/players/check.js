// Whether a file can be played, found out without playing it: by loading what describes it, in an element nobody sees.

import {explain, sourceOf} from './native.js';

/** @import {Media} from '../../shared/protocol.js' */

/** A server that has said nothing by then may yet when it matters: that is no verdict. */
const CHECK_TIMEOUT_MS = 10_000;

/**
 * @param {Media} media
 * @param {AbortSignal} [signal]  nobody wants to know any more
 * @returns {Promise<string>}  why it cannot be played, in words; empty when it can, or when that is not sure
 */
export function checkFile(media, signal) {
  const video = document.createElement('video');
  video.preload = 'metadata';
  video.muted = true;
  video.src = sourceOf(media);
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(''), CHECK_TIMEOUT_MS);
    const done = (/** @type {string} */ reason) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      video.onloadedmetadata = video.onerror = null;
      video.removeAttribute('src');
      video.load(); // lets go of the connection
      resolve(reason);
    };
    const stop = () => done('');
    signal?.addEventListener('abort', stop);
    video.onloadedmetadata = stop;
    video.onerror = async () => {
      const {code = 0} = video.error ?? {};
      // A connection that broke may hold when it matters.
      done(code === MediaError.MEDIA_ERR_NETWORK ? '' : await explain(code, video.src));
    };
  });
}
