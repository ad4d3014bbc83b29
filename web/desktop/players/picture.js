// A picture, shown for its item's time: fades in, and out into the next one. Turned upright by the browser, as its EXIF says.

import {FILE} from '../playback/drift.js';
import {PlayerAdapter} from './adapter.js';
import {explain, sourceOf} from './native.js';
import {PictureTime} from './picture-time.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {Ability} from './adapter.js' */
/** @import {Traits} from '../playback/drift.js' */

/** s for a picture whose item says nothing; the server's PictureTime. */
const SHOWN_S = 10;

/** MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED: all that an <img> says when it fails. */
const NOT_SUPPORTED = 4;

/** ms after which a picture that faded out is let go of; desktop.css fades for less. */
const FADE_MS = 700;

export class PictureAdapter extends PlayerAdapter {
  #stage = document.createElement('div');
  #time = new PictureTime(() => this.#tell('ended'));
  /** The one that is shown, or loads. @type {HTMLImageElement|null} */
  #image = null;
  #isLoaded = false;
  #reason = '';
  #volume = 1;
  #muted = false;

  constructor() {
    super();
    this.#stage.className = 'pictures';
  }

  get element() {
    return this.#stage;
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.unload();
    this.#reason = '';
    this.#time.reset((media.duration ?? SHOWN_S * 1000) / 1000, position);
    const image = document.createElement('img');
    image.alt = ''; // its title is on the screen, in words
    image.decoding = 'async';
    image.referrerPolicy = 'strict-origin-when-cross-origin';
    image.onload = () => image === this.#image && this.#loaded(image);
    image.onerror = () => image === this.#image && this.#failed(image.src);
    this.#image = image;
    this.#stage.append(image);
    image.src = sourceOf(media);
  }

  unload() {
    const image = this.#image;
    this.#time.pause();
    this.#image = null;
    this.#isLoaded = false;
    if (!image) return;
    image.classList.remove('shown');
    setTimeout(() => image.remove(), FADE_MS);
  }

  async play() {
    if (!this.#image || !this.#time.paused) return;
    this.#time.play();
    this.#tell('play');
    if (this.#isLoaded) this.#tell('playing');
  }

  pause() {
    if (this.#time.paused) return;
    this.#time.pause();
    this.#tell('pause');
  }

  get paused() {
    return this.#time.paused;
  }

  get ended() {
    return this.#time.ended;
  }

  get currentTime() {
    return this.#time.current;
  }

  set currentTime(seconds) {
    this.#time.current = seconds;
    this.#tell('seeked');
  }

  get duration() {
    return this.#isLoaded ? this.#time.duration : NaN;
  }

  /** Kept for what comes after it. */
  get volume() {
    return this.#volume;
  }

  set volume(level) {
    this.#volume = level;
  }

  get muted() {
    return this.#muted;
  }

  set muted(on) {
    this.#muted = on;
  }

  get playbackRate() {
    return this.#time.rate;
  }

  set playbackRate(rate) {
    this.#time.rate = rate;
  }

  /** @returns {Traits} */
  get traits() {
    return FILE;
  }

  /** @returns {Ability[]} */
  get can() {
    return ['seek', 'rate', 'volume'];
  }

  get picture() {
    return this.#isLoaded ? true : null;
  }

  get reason() {
    return this.#reason;
  }

  /** @param {HTMLImageElement} image */
  #loaded(image) {
    this.#isLoaded = true;
    image.classList.add('shown');
    for (const type of ['loadedmetadata', 'durationchange', 'canplay']) this.#tell(type);
  }

  /** @param {string} src */
  async #failed(src) {
    const reason = await explain(NOT_SUPPORTED, src);
    if (this.#image?.src !== src) return; // another one was loaded meanwhile
    this.#reason = reason;
    this.#tell('error');
  }

  /** As a media element tells: after what was called has returned. @param {string} type */
  #tell(type) {
    const image = this.#image;
    queueMicrotask(() => image === this.#image && this.dispatchEvent(new Event(type)));
  }
}
