// Twitch's clips (https://dev.twitch.tv/docs/embed/video-and-clips, "non-interactive"): a frame that plays by itself, and
// neither takes nor says anything. It is put up when it is to play and taken away when it is not; its end is its length.

import {desktop} from '../../../shared/strings/desktop.js';
import {NOBODY, Refusal} from './driver.js';
import {address, makeFrame} from './frame.js';
import {mayShow} from './twitch.js';

/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, Hear} from './driver.js' */
/** @import {Page} from './script.js' */

const PLAYER = 'https://clips.twitch.tv/embed';

/** No clip is longer, ms. */
const LONGEST_MS = 60_000;

/** From the frame to its first picture, as far as anybody can tell from outside, ms. */
const BEGIN_MS = 1500;

/** @implements {Driver} */
class TwitchClip {
  cues = false;
  /** @type {readonly number[]} */
  rates = [];
  /** @type {readonly Ability[]} */
  can = [];
  #box;
  #page;
  #hear = NOBODY;
  #clip = '';
  #length = LONGEST_MS;
  #isMuted = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {HTMLElement} box @param {Page} page */
  constructor(box, page) {
    this.#box = box;
    this.#page = page;
  }

  /** @param {Media} media @param {number} _position @param {Hear} hear */
  load(media, _position, hear) {
    this.destroy();
    this.#clip = (media.ref ?? '').slice('clip:'.length);
    this.#length = media.duration || LONGEST_MS;
    this.#hear = hear;
    queueMicrotask(() => hear.ready());
  }

  /** A frame that the browser does not let play would say nothing: it is not put up before there was a gesture. */
  play() {
    const {hasBeenActive = true} = this.#page.navigator.userActivation ?? {};
    if (!hasBeenActive && !this.#isMuted) return this.#hear.blocked();
    this.#away();
    const src = address(PLAYER, {clip: this.#clip, parent: this.#page.location.hostname, autoplay: true, muted: this.#isMuted});
    const frame = makeFrame(this.#page, 'Twitch', src);
    frame.onload = () => (this.#timer = setTimeout(() => this.#begun(), BEGIN_MS));
    this.#box.append(frame);
    return this.#hear.waiting();
  }

  pause() {
    this.#away();
  }

  seek() {}

  /** @param {number} level @param {boolean} muted  from the next start on */
  sound(level, muted) {
    this.#isMuted = muted || level === 0;
  }

  rate() {}

  unload() {
    this.destroy();
  }

  destroy() {
    this.#hear = NOBODY;
    this.#away();
  }

  note() {
    return desktop.failed.embed.clip;
  }

  #begun() {
    this.#hear.length(this.#length / 1000);
    this.#hear.playing(0);
    this.#timer = setTimeout(() => this.#hear.ended(), this.#length);
  }

  #away() {
    clearTimeout(this.#timer);
    this.#box.replaceChildren();
  }
}

/** @param {HTMLElement} box @param {Page} [page] @returns {Promise<Driver>} */
export async function connect(box, page = window) {
  if (!mayShow(page.location)) throw new Refusal(desktop.failed.embed.insecure);
  return new TwitchClip(box, page);
}
