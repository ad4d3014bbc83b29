// What the browser plays by itself: files, from the library or anywhere on the web.

import {desktop as words} from '../../shared/strings/desktop.js';
import {FILE} from '../playback/drift.js';
import {ABILITIES, CUECHANGE, MEDIA_EVENTS, PlayerAdapter} from './adapter.js';
import {missing} from './missing.js';
import {TextTracks} from './text-tracks.js';
import {Tracks} from './tracks.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {Ability} from './adapter.js' */
/** @import {Traits} from '../playback/drift.js' */

export class NativeAdapter extends PlayerAdapter {
  #video;
  /** The files that lie beside it. */
  #beside;
  /** All captions that it has. @type {TextTracks} */
  tracks;
  #reason = '';

  constructor() {
    super();
    this.#video = document.createElement('video');
    this.#video.playsInline = true;
    this.#video.preload = 'auto';
    this.#video.disableRemotePlayback = true;
    this.#beside = new Tracks(this.#video);
    const tell = (/** @type {string} */ type) => () => void this.dispatchEvent(new Event(type));
    this.tracks = new TextTracks(this.#video, {changed: tell(ABILITIES), shown: tell(CUECHANGE)});
    for (const type of MEDIA_EVENTS) this.#video.addEventListener(type, () => this.#forward(type));
  }

  get element() {
    return this.#video;
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.prepare();
    this.#beside.load(media);
    this.#video.src = sourceOf(media);
    if (position > 0) this.#video.currentTime = position;
  }

  /** Before anything is loaded, whoever loads it. */
  prepare() {
    this.#reason = '';
    this.#video.defaultPlaybackRate = this.#video.playbackRate; // a load resets the one to the other
  }

  unload() {
    this.#beside.clear();
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
    /** @type {Ability[]} */
    const always = this.textTracks.length > 0 ? ['volume', 'captions'] : ['volume'];
    return Number.isFinite(this.#video.duration) ? ['seek', 'rate', ...always] : always;
  }

  get textTracks() {
    return this.tracks.offered;
  }

  set captions(/** @type {string|null} */ language) {
    this.tracks.wanted = language;
  }

  get lines() {
    return this.tracks.lines;
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

  /** Ends in an error. @param {string} reason  in words */
  fail(reason) {
    this.#reason = reason;
    this.dispatchEvent(new Event('error'));
  }

  /**
   * The element gave up. Who knows another way to play the media takes it here.
   * @param {number} code  of the MediaError
   * @param {string} src
   */
  async refused(code, src) {
    const reason = await explain(code, src);
    if (this.#video.src === src && this.#video.error) this.fail(reason); // else something else was loaded meanwhile
  }

  /** @param {string} type */
  #forward(type) {
    if (type === 'error') this.refused(this.#video.error?.code ?? 0, this.#video.src);
    else this.dispatchEvent(new Event(type));
  }
}

/**
 * The address of a media, on this server or anywhere. What the browser cannot read as one is left to the element, which
 * says that it plays nothing there.
 * @param {Media} media
 */
export function sourceOf(media) {
  try {
    return new URL(media.url, location.href).href;
  } catch {
    return media.url;
  }
}

/**
 * What a person can make of a MediaError.
 * @param {number} code
 * @param {string} src
 */
export async function explain(code, src) {
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
  if (!src.startsWith(`${location.origin}/`)) return false;
  const response = await fetch(src, {method: 'HEAD'}).catch(() => null);
  return response !== null && [404, 410].includes(response.status);
}
