// What the browser plays by itself: files, from the library or anywhere on the web.

import {desktop as words} from '../../shared/strings/desktop.en.js';
import {FILE} from '../drift.js';
import {MEDIA_EVENTS, PlayerAdapter} from './adapter.js';
import {missing} from './missing.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {Ability} from './adapter.js' */
/** @import {Traits} from '../drift.js' */

export class NativeAdapter extends PlayerAdapter {
  #video;
  #reason = '';

  constructor() {
    super();
    this.#video = document.createElement('video');
    this.#video.playsInline = true;
    this.#video.preload = 'auto';
    this.#video.disableRemotePlayback = true;
    for (const type of MEDIA_EVENTS) this.#video.addEventListener(type, () => this.#forward(type));
  }

  get element() {
    return this.#video;
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.#reason = '';
    const rate = this.#video.playbackRate; // a load resets it to the default
    this.#video.defaultPlaybackRate = rate;
    this.#video.src = new URL(media.url, location.href).href;
    if (position > 0) this.#video.currentTime = position;
  }

  unload() {
    if (!this.#video.hasAttribute('src')) return;
    this.#video.pause();
    this.#video.removeAttribute('src');
    this.#video.load(); // drops buffers, connections and events that are still on their way
  }

  play() {
    return this.#video.play();
  }

  pause() {
    this.#video.pause();
  }

  get paused() {
    return this.#video.paused;
  }

  get ended() {
    return this.#video.ended;
  }

  get currentTime() {
    return this.#video.currentTime;
  }

  set currentTime(seconds) {
    this.#video.currentTime = seconds;
  }

  get duration() {
    return this.#video.duration;
  }

  get volume() {
    return this.#video.volume;
  }

  set volume(level) {
    this.#video.volume = level;
  }

  get muted() {
    return this.#video.muted;
  }

  set muted(on) {
    this.#video.muted = on;
  }

  get playbackRate() {
    return this.#video.playbackRate;
  }

  set playbackRate(rate) {
    this.#video.playbackRate = rate;
  }

  /** @returns {Traits} */
  get traits() {
    return FILE;
  }

  /** @returns {Ability[]} */
  get can() {
    return Number.isFinite(this.#video.duration) ? ['seek', 'rate', 'volume'] : ['volume'];
  }

  get picture() {
    return this.#video.readyState < HTMLMediaElement.HAVE_METADATA ? null : this.#video.videoWidth > 0;
  }

  get note() {
    return missing(this.#video);
  }

  get reason() {
    return this.#reason;
  }

  /** @param {string} type */
  async #forward(type) {
    if (type === 'error') {
      const src = this.#video.src;
      const reason = await explain(this.#video.error?.code ?? 0, src);
      if (this.#video.src !== src || !this.#video.error) return; // something else was loaded meanwhile
      this.#reason = reason;
    }
    this.dispatchEvent(new Event(type));
  }
}

/**
 * What a person can make of a MediaError.
 * @param {number} code
 * @param {string} src
 */
async function explain(code, src) {
  const reasons = words.failed;
  switch (code) {
    case MediaError.MEDIA_ERR_NETWORK:
      return reasons.network;
    case MediaError.MEDIA_ERR_DECODE:
      return reasons.decode;
    case MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED:
      return (await isGone(src)) ? reasons.gone : reasons.unsupported;
    default:
      return reasons.unknown;
  }
}

/** Browsers say the same of a missing file and of an unknown format; our own server can be asked which. @param {string} src */
async function isGone(src) {
  if (new URL(src).origin !== location.origin) return false;
  const response = await fetch(src, {method: 'HEAD'}).catch(() => null);
  return response !== null && [404, 410].includes(response.status);
}
