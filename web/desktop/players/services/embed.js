// A service's player in a frame, with HTMLMediaElement's names. What is the same for all of them is here: the start that
// is waited for, what is heard and what is let go of. What one service's API is like knows its driver.

import {desktop} from '../../../shared/strings/desktop.js';
import {EMBED} from '../../playback/drift.js';
import {CUECHANGE, PlayerAdapter} from '../adapter.js';
import {Choosing} from './choosing.js';
import {Place} from './place.js';

/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, DriverModule, Hear} from './driver.js' */
/** @import {Traits} from '../../playback/drift.js' */

/** A player that does not say by then that it can play has nothing to play: services show that in their frame, and tell nobody. */
export const READY_MS = 15_000;

/** A page that had no gesture, and a player that is silent for so long after play(): the browser does not let it. */
export const BLOCKED_MS = 4000;

/** The same in a page that had one: the player has a trouble of its own. */
export const START_MS = 15_000;

/** Further from its start than this a first start is corrected, s. */
const START_S = 0.5;

/** A player that nothing was played in for so long is taken out of the page, ms. */
export const IDLE_MS = 60_000;

/** @typedef {{media: Media, hear: Hear}} Request */
/** @typedef {{resolve: () => void, reject: (error: Error) => void}} Settler */

export class EmbedAdapter extends PlayerAdapter {
  #name;
  #open;
  #box;
  #hadGesture;
  /** @type {Driver|null} */
  #driver = null;
  /** @type {Promise<Driver>|null} */
  #connecting = null;
  /** @type {Traits} */
  #traits = EMBED;
  /** @type {Request|null} */
  #request = null;
  #ready = false;
  #wants = false;
  /** It has played since it was loaded. */
  #started = false;
  #hasEnded = false;
  #place;
  #choosing = new Choosing();
  #level = 1;
  #isMuted = false;
  #rate = 1;
  #reason = '';
  /** The play() that waits for its outcome. @type {Settler|null} */
  #pending = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #idleTimer;

  /**
   * @param {string} name  of the service
   * @param {() => Promise<DriverModule>} open
   * @param {object} [parts]
   * @param {HTMLElement} [parts.box]
   * @param {() => number} [parts.now]  steady clock, ms
   * @param {() => boolean} [parts.hadGesture]  a person has touched the page
   */
  constructor(name, open, {box = document.createElement('div'), now = () => performance.now(), hadGesture = () => navigator.userActivation?.hasBeenActive ?? false} = {}) {
    super();
    this.#name = name;
    this.#open = open;
    this.#box = box;
    this.#place = new Place(now);
    this.#hadGesture = hadGesture;
  }

  get element() {
    return this.#box;
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    clearTimeout(this.#idleTimer);
    this.#settle('AbortError');
    this.#ready = this.#wants = this.#started = this.#hasEnded = false;
    this.#reason = '';
    this.#place.reset(position);
    this.#choosing.forget();
    /** @type {Request} */
    const request = {media, hear: this.#hearer(/** @returns {boolean} */ () => request === this.#request)};
    this.#request = request;
    this.#wait(READY_MS, () => this.#fail(desktop.failed.embed.silent(this.#name)));
    if (this.#driver) this.#give(this.#driver, request);
    else this.#connect(request);
  }

  unload() {
    this.#settle('AbortError');
    this.#request = null;
    this.#wants = this.#place.running = false;
    clearTimeout(this.#timer);
    this.#driver?.unload();
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#leave(), IDLE_MS);
  }

  /** @returns {Promise<void>} */
  play() {
    this.#settle('AbortError');
    this.#wants = true;
    this.#hasEnded = false;
    return new Promise((resolve, reject) => {
      this.#pending = {resolve, reject};
      if (this.#ready) this.#begin();
    });
  }

  pause() {
    this.#settle('AbortError');
    this.#wants = false;
    if (this.#ready) clearTimeout(this.#timer);
    this.#place.put(this.currentTime);
    this.#driver?.pause();
  }

  get paused() {
    return !this.#wants;
  }

  get ended() {
    return this.#hasEnded;
  }

  get currentTime() {
    return this.#place.read(this.#heardRate, () => this.#driver?.time);
  }

  set currentTime(seconds) {
    if (!this.#request) return;
    this.#hasEnded = false;
    this.#place.put(seconds, this.#place.running);
    if (this.#ready && (this.#started || this.#driver?.cues)) this.#send(seconds);
  }

  get duration() {
    return this.#place.length;
  }

  get volume() {
    return this.#level;
  }

  set volume(level) {
    if (level === this.#level) return;
    this.#level = level;
    this.#sound();
  }

  get muted() {
    return this.#isMuted;
  }

  set muted(on) {
    if (on === this.#isMuted) return;
    this.#isMuted = on;
    this.#sound();
  }

  get playbackRate() {
    return this.#rate;
  }

  set playbackRate(rate) {
    this.#place.put(this.currentTime, this.#place.running);
    this.#rate = rate;
    if (this.#ready && this.#traits.rates?.length) this.#driver?.rate(this.#heardRate);
  }

  get traits() {
    return this.#traits;
  }

  /** @returns {Ability[]} */
  get can() {
    const can = [...(this.#driver?.can ?? [])];
    return this.textTracks.length > 0 ? [...can, 'captions'] : can;
  }

  get textTracks() {
    return this.#choosing.offered;
  }

  set captions(/** @type {string|null} */ language) {
    this.#choosing.wanted = language;
    this.#choosing.tell(this.#driver);
  }

  get lines() {
    return this.#choosing.shown ? (this.#driver?.lines ?? []) : [];
  }

  get picture() {
    return true; // the service's own, at the least
  }

  get note() {
    return this.#driver?.note?.(this.#level, this.#isMuted) ?? '';
  }

  get reason() {
    return this.#reason;
  }

  /** The rate that it has nearest to the one that is wanted. */
  get #heardRate() {
    const rates = this.#traits.rates ?? [];
    return rates.reduce((best, rate) => (Math.abs(rate - this.#rate) < Math.abs(best - this.#rate) ? rate : best), 1);
  }

  /** @param {Request} request */
  async #connect(request) {
    this.#connecting ??= this.#open().then(({connect}) => connect(this.#box));
    const connecting = this.#connecting;
    try {
      const driver = await connecting;
      if (this.#connecting === connecting) this.#driver = driver;
      if (request === this.#request) this.#give(driver, request);
    } catch (error) {
      if (this.#connecting === connecting) this.#connecting = null;
      const {reason} = /** @type {{reason?: string}} */ (error);
      if (request === this.#request) this.#fail(reason ?? desktop.failed.embed.unreachable(this.#name));
    }
  }

  /** @param {Driver} driver @param {Request} request */
  #give(driver, request) {
    this.#traits = {...EMBED, rates: driver.rates};
    driver.load(request.media, this.#place.known, request.hear);
  }

  /** Nothing needs it: what it holds of the page and of the network goes. */
  #leave() {
    this.#driver?.destroy();
    this.#driver = this.#connecting = null;
  }

  /** What a driver tells of one media, as long as that is the one that counts. @param {() => boolean} counts @returns {Hear} */
  #hearer(counts) {
    /** @template {unknown[]} A @param {(...args: A) => void} heed @returns {(...args: A) => void} */
    const of = (heed) => (...args) => counts() && heed(...args);
    return {
      ready: of(() => this.#isReady()),
      playing: of((/** @type {number|undefined} */ time) => this.#plays(time)),
      paused: of(() => this.#paused()),
      waiting: of(() => this.#waits()),
      time: of((/** @type {number} */ time) => this.#told(time)),
      length: of((/** @type {number} */ seconds) => this.#lasts(seconds)),
      changed: of(() => this.#changes()),
      said: of(() => this.#emit(CUECHANGE)),
      ended: of(() => this.#ends()),
      blocked: of(() => this.#blocked()),
      failed: of((/** @type {string} */ reason) => this.#fail(reason)),
    };
  }

  #changes() {
    this.#choosing.look(this.#driver);
    this.#emit('durationchange');
  }

  #isReady() {
    if (this.#ready) return;
    clearTimeout(this.#timer);
    this.#ready = true;
    this.#sound();
    if (this.#rate !== 1) this.playbackRate = this.#rate;
    this.#emit('canplay');
    if (this.#pending && this.#wants) this.#begin();
  }

  #begin() {
    this.#sound();
    this.#driver?.play();
    this.#wait(this.#hadGesture() ? START_MS : BLOCKED_MS, () => {
      if (this.#hadGesture()) this.#fail(desktop.failed.embed.noStart(this.#name));
      else this.#blocked();
    });
  }

  /** @param {number} [time] */
  #plays(time) {
    if (!this.#wants) return this.#driver?.pause(); // it began by itself
    clearTimeout(this.#timer);
    const from = this.#place.known;
    const first = !this.#started;
    this.#started = true;
    this.#place.go();
    if (first && !(Math.abs((time ?? 0) - from) <= START_S)) this.#send(from); // it began elsewhere
    else if (time !== undefined) this.#told(time);
    this.#settle();
    this.#emit('playing');
    return undefined;
  }

  #paused() {
    if (this.#pending || this.#place.isSeeking || this.#hasEnded) return; // on the way to playing
    this.#place.put(this.currentTime);
    this.#wants = false;
    this.#emit('pause');
  }

  #waits() {
    if (!this.#wants) return;
    clearTimeout(this.#timer);
    this.#place.put(this.currentTime);
    this.#emit('waiting');
  }

  /** @param {number} time */
  #told(time) {
    if (!this.#started && this.#wants) return; // the place where it starts is not its own yet
    if (this.#place.told(time, this.#started)) this.#emit('seeked');
  }

  /** @param {number} seconds */
  #lasts(seconds) {
    const length = seconds > 0 ? seconds : NaN;
    if (Object.is(length, this.#place.length)) return;
    this.#place.length = length;
    this.#emit('durationchange');
  }

  #ends() {
    if (!this.#started || this.#hasEnded) return;
    this.#place.put(Number.isFinite(this.duration) ? this.duration : this.currentTime);
    this.#wants = false;
    this.#hasEnded = true;
    this.#settle();
    this.#emit('ended');
  }

  #blocked() {
    if (!this.#wants) return;
    clearTimeout(this.#timer);
    this.#wants = false;
    this.#driver?.pause();
    this.#settle('NotAllowedError');
  }

  /** @param {string} reason */
  #fail(reason) {
    clearTimeout(this.#timer);
    this.#reason = reason;
    this.#wants = this.#place.running = false;
    this.#settle('NotSupportedError');
    this.#emit('error');
  }

  /** @param {number} seconds */
  #send(seconds) {
    if (!this.can.includes('seek')) return;
    this.#place.send(seconds);
    this.#driver?.seek(seconds);
  }

  #sound() {
    if (this.#ready) this.#driver?.sound(this.#level, this.#isMuted);
  }

  /** @param {number} ms @param {() => void} late */
  #wait(ms, late) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(late, ms);
  }

  /** Ends the play() that waits. @param {string} [refusal]  name of the error */
  #settle(refusal) {
    const pending = this.#pending;
    this.#pending = null;
    if (refusal) pending?.reject(Object.assign(new Error(refusal), {name: refusal}));
    else pending?.resolve();
  }

  /** @param {string} type */
  #emit(type) {
    this.dispatchEvent(new Event(type));
  }
}
