// SoundCloud by its Widget API (https://developers.soundcloud.com/docs/api/html5-widget): one widget for the whole list.
// It has no rates, and says nothing when the browser does not let it begin. A set plays as one item: its place and
// length are those of one track after the other, so nobody can be sent to another place in it.

import {desktop} from '../../../shared/strings/desktop.js';
import {NOBODY} from './driver.js';
import {address, makeFrame} from './frame.js';
import {loadScript} from './script.js';

/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, Hear} from './driver.js' */
/** @import {Page} from './script.js' */

const SCRIPT = 'https://w.soundcloud.com/player/api.js';
const PLAYER = 'https://w.soundcloud.com/player/';

/** How it looks: the artwork fills the frame, as its own embed code has it, and nothing invites to leave the page. */
const OPTIONS = Object.freeze({
  auto_play: false, visual: true, show_artwork: true, show_user: true, show_comments: false, show_playcount: false,
  buying: false, sharing: false, download: false, single_active: false,
});

/**
 * @typedef {object} Widget  What of the widget is used. Times are ms.
 * @property {(event: string, heed: (data: {currentPosition: number}) => void) => void} bind
 * @property {(url: string, options: object) => void} load  `callback` when it can play
 * @property {() => void} play
 * @property {() => void} pause
 * @property {(ms: number) => void} seekTo
 * @property {(percent: number) => void} setVolume
 * @property {(heed: (ms: number) => void) => void} getDuration
 * @property {(heed: (sounds: unknown[]) => void) => void} getSounds
 * @property {(heed: (index: number) => void) => void} getCurrentSoundIndex
 */

/** @typedef {'READY'|'PLAY'|'PAUSE'|'PLAY_PROGRESS'|'SEEK'|'FINISH'|'ERROR'} EventName */
/** @typedef {{Widget: ((frame: HTMLIFrameElement) => Widget) & {Events: Record<EventName, string>}}} Api */

/** @implements {Driver} */
class SoundCloud {
  cues = false;
  /** @type {readonly number[]} */
  rates = [];
  #box;
  #page;
  #api;
  /** @type {Widget|null} */
  #widget = null;
  /** It has said that it is ready: others may be loaded. */
  #isUp = false;
  #hear = NOBODY;
  /** How many tracks there are. */
  #tracks = 1;

  /** @param {HTMLElement} box @param {Page} page @param {Api} api */
  constructor(box, page, api) {
    this.#box = box;
    this.#page = page;
    this.#api = api;
  }

  /** @returns {readonly Ability[]} */
  get can() {
    return this.#tracks > 1 ? ['volume'] : ['seek', 'volume'];
  }

  /** @param {Media} media @param {number} _position @param {Hear} hear */
  load(media, _position, hear) {
    this.#hear = NOBODY;
    this.#tracks = 1;
    const url = media.ref || media.url;
    const ready = () => this.#loaded(hear);
    if (this.#widget && this.#isUp) {
      // An error of this one is told before it can play.
      this.#hear = {...NOBODY, failed: hear.failed};
      this.#widget.load(url, {...OPTIONS, callback: ready});
    } else {
      this.destroy();
      this.#hear = {...NOBODY, failed: hear.failed};
      this.#build(url, ready);
    }
  }

  play() {
    this.#widget?.play();
  }

  pause() {
    this.#widget?.pause();
  }

  /** @param {number} seconds */
  seek(seconds) {
    if (this.#tracks === 1) this.#widget?.seekTo(seconds * 1000);
  }

  /** @param {number} level @param {boolean} muted */
  sound(level, muted) {
    this.#widget?.setVolume(muted ? 0 : Math.round(level * 100));
  }

  rate() {}

  unload() {
    this.#hear = NOBODY;
    this.pause();
  }

  destroy() {
    this.#hear = NOBODY;
    this.#widget = null;
    this.#isUp = false;
    this.#box.replaceChildren();
  }

  /** @param {string} url @param {() => void} ready */
  #build(url, ready) {
    const frame = makeFrame(this.#page, 'SoundCloud', address(PLAYER, {url, ...OPTIONS}));
    this.#box.append(frame);
    const widget = this.#api.Widget(frame);
    this.#widget = widget;
    const {Events} = this.#api.Widget;
    widget.bind(Events.READY, () => {
      this.#isUp = true;
      ready();
    });
    widget.bind(Events.PLAY, ({currentPosition}) => this.#plays(widget, currentPosition));
    widget.bind(Events.PAUSE, () => this.#hear.paused());
    widget.bind(Events.PLAY_PROGRESS, ({currentPosition}) => this.#tracks === 1 && this.#hear.time(currentPosition / 1000));
    widget.bind(Events.SEEK, ({currentPosition}) => this.#hear.time(currentPosition / 1000));
    widget.bind(Events.FINISH, () => this.#finished(widget));
    widget.bind(Events.ERROR, () => this.#hear.failed(desktop.failed.embed.gone('SoundCloud')));
  }

  /** @param {Hear} hear */
  #loaded(hear) {
    const widget = this.#widget;
    if (this.#hear.failed !== hear.failed || !widget) return; // something else was loaded since
    this.#hear = hear;
    widget.getSounds((sounds) => {
      if (this.#hear !== hear) return;
      this.#tracks = sounds?.length || 1;
      this.#measure(widget);
      hear.ready();
    });
  }

  /** @param {Widget} widget @param {number} at */
  #plays(widget, at) {
    this.#hear.playing(this.#tracks === 1 ? at / 1000 : undefined);
    this.#measure(widget);
  }

  /** @param {Widget} widget */
  #measure(widget) {
    const hear = this.#hear;
    if (this.#tracks === 1) widget.getDuration((ms) => hear.length(ms / 1000));
  }

  /** A set goes on by itself until its last track. @param {Widget} widget */
  #finished(widget) {
    const hear = this.#hear;
    if (this.#tracks === 1) hear.ended();
    else widget.getCurrentSoundIndex((index) => index >= this.#tracks - 1 && hear.ended());
  }
}

/** @param {HTMLElement} box @param {Page} [page] @returns {Promise<Driver>} */
export async function connect(box, page = window) {
  const find = () => /** @type {{SC?: Api}} */ (/** @type {unknown} */ (page)).SC;
  return new SoundCloud(box, page, await loadScript(SCRIPT, {page, find}));
}
