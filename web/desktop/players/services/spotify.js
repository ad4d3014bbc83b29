// Spotify by its iFrame API (https://developer.spotify.com/documentation/embeds/references/iframe-api): one embed for the
// whole list. It has no volume and no rates; who is not logged in at Spotify in this browser hears a preview of each track.
// An album or a list plays as one item, a show its newest episode.
//
// The API's script wants eval(), which the player page forbids. So it runs in an empty page of this server, in a frame, whose
// Content-Security-Policy is made for it (server/security.go), and its objects are used from there.

import {desktop} from '../../../shared/strings/desktop.js';
import {NOBODY} from './driver.js';
import {ALLOW} from './frame.js';
import {loadScript, SCRIPT_MS} from './script.js';

/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, Hear} from './driver.js' */
/** @import {Page} from './script.js' */

const ROOM = '/embed/spotify';
const SCRIPT = 'https://open.spotify.com/embed/iframe-api/v1';

/** A track this short that its look-up says is longer, or whose length nobody knows, is a preview, ms. */
const PREVIEW_MS = 31_000;

/** It stops this close to the end when it is there, ms. */
const AT_END_MS = 1500;

const words = desktop.failed.embed;

/** Times are ms. @typedef {{isPaused: boolean, isBuffering: boolean, duration: number, position: number}} Update */

/**
 * @typedef {object} Controller  What of Spotify's controller is used.
 * @property {(event: string, heed: (event: {data: Update}) => void) => void} addListener
 * @property {(uri: string) => void} loadUri
 * @property {() => void} play  from the beginning
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {(seconds: number) => void} seek
 * @property {() => void} destroy
 */

/** @typedef {{createController: (place: HTMLElement, options: object, made: (controller: Controller) => void) => void}} Api */

/** @implements {Driver} */
class Spotify {
  cues = false;
  /** @type {readonly number[]} */
  rates = [];
  #box;
  #page;
  #api;
  /** @type {Controller|null} */
  #controller = null;
  #isUp = false;
  #hear = NOBODY;
  /** @type {Media|null} */
  #media = null;
  #started = false;
  /** What it told last. @type {Update|null} */
  #last = null;

  /** @param {HTMLElement} box @param {Page} page @param {Api} api */
  constructor(box, page, api) {
    this.#box = box;
    this.#page = page;
    this.#api = api;
  }

  /** @returns {readonly Ability[]} */
  get can() {
    return this.#isSingle ? ['seek'] : [];
  }

  /** @param {Media} media @param {number} _position @param {Hear} hear */
  load(media, _position, hear) {
    this.#hear = hear;
    this.#media = media;
    this.#started = false;
    this.#last = null;
    const uri = `spotify:${media.ref}`;
    if (this.#controller && this.#isUp) {
      this.#controller.loadUri(uri);
      queueMicrotask(() => hear.ready()); // it says so for its first one alone
    } else {
      this.#build(uri);
    }
  }

  play() {
    if (this.#started) this.#controller?.resume();
    else this.#controller?.play();
  }

  pause() {
    this.#controller?.pause();
  }

  /** @param {number} seconds */
  seek(seconds) {
    if (this.#isSingle) this.#controller?.seek(seconds);
  }

  sound() {}

  rate() {}

  unload() {
    this.#hear = NOBODY;
    this.pause();
  }

  destroy() {
    this.#hear = NOBODY;
    this.#controller?.destroy();
    this.#controller = null;
    this.#isUp = false;
    this.#box.replaceChildren();
  }

  /** @param {number} level @param {boolean} muted */
  note(level, muted) {
    if (this.#isPreview) return words.preview;
    return muted || level < 1 ? words.noVolume('Spotify') : '';
  }

  /** One piece, whose place and length are its own. */
  get #isSingle() {
    return /^(track|episode):/.test(this.#media?.ref ?? '');
  }

  get #isPreview() {
    const {duration = 0} = this.#last ?? {};
    return !!this.#media?.ref?.startsWith('track:') && duration > 0 && duration <= PREVIEW_MS && !((this.#media.duration ?? Infinity) <= PREVIEW_MS);
  }

  /** @param {string} uri */
  #build(uri) {
    const place = this.#page.document.createElement('div');
    this.#page.document.body.replaceChildren(place);
    this.#api.createController(place, {uri, width: '100%', height: '100%'}, (controller) => {
      this.#controller = controller;
      controller.addListener('ready', () => this.#ready(controller));
      controller.addListener('playback_update', ({data}) => controller === this.#controller && this.#updated(data));
    });
  }

  /** @param {Controller} controller */
  #ready(controller) {
    if (controller !== this.#controller || this.#isUp) return;
    this.#isUp = true;
    this.#hear.ready();
  }

  /** @param {Update} now */
  #updated(now) {
    const last = this.#last;
    this.#last = now;
    if (this.#isSingle) this.#hear.length(now.duration / 1000);
    const time = this.#isSingle ? now.position / 1000 : undefined;
    if (now.isPaused) return this.#stopped(now, last);
    if (now.isBuffering) return this.#hear.waiting();
    if (!this.#started || last?.isPaused || last?.isBuffering) {
      this.#started = true;
      this.#hear.playing(time);
      if (this.#isPreview) this.#hear.changed();
    } else if (time !== undefined) {
      this.#hear.time(time);
    }
    return undefined;
  }

  /** It has no event for the end: it stops there, or goes back to the beginning and stops. @param {Update} now @param {Update|null} last */
  #stopped(now, last) {
    if (!this.#started || !last || last.isPaused) return;
    const wasNear = last.duration > 0 && last.position >= last.duration - AT_END_MS;
    const isNear = now.duration > 0 && now.position >= now.duration - AT_END_MS;
    if (isNear || (wasNear && now.position === 0)) {
      this.#started = false;
      this.#hear.ended();
    } else {
      this.#hear.paused();
    }
  }
}

/** The empty page that the script runs in. @param {HTMLElement} box @param {Page} page @returns {Promise<Page>} */
function openRoom(box, page) {
  const frame = page.document.createElement('iframe');
  frame.allow = ALLOW;
  frame.title = 'Spotify';
  frame.src = ROOM;
  box.replaceChildren(frame);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the page for Spotify did not load')), SCRIPT_MS);
    frame.onload = () => {
      clearTimeout(timer);
      resolve(/** @type {Page} */ (frame.contentWindow));
    };
  });
}

/** @param {HTMLElement} box @param {Page} [page] @returns {Promise<Driver>} */
export async function connect(box, page = window) {
  const room = await openRoom(box, page);
  const slot = /** @type {{api?: Api, onSpotifyIframeApiReady?: (api: Api) => void}} */ (/** @type {unknown} */ (room));
  const announce = (/** @type {() => void} */ done) => {
    slot.onSpotifyIframeApiReady = (api) => {
      slot.api = api;
      done();
    };
  };
  return new Spotify(box, room, await loadScript(SCRIPT, {page: room, find: () => slot.api, announce}));
}
