// A player with the vices of real ones, under a clock that the test moves: it starts late, seeks late, tells its place
// with noise or seldom, has few rates, runs by another crystal, and stalls.

import {PlayerAdapter} from '../players/adapter.js';
import {FILE} from '../playback/drift.js';

/** @import {Traits} from '../playback/drift.js' */

/**
 * @typedef {object} Vices
 * @property {Traits} [traits]
 * @property {number} [ppm]  how much faster its crystal runs than the room's
 * @property {number} [noise]  ms that currentTime may be wrong by, either way
 * @property {number} [every]  ms between two updates of currentTime; 0: always fresh
 * @property {number} [start]  ms from play() to playing on
 * @property {number} [seek]  ms from a seek to playing on
 * @property {number} [rateLag]  ms until another rate is heard
 * @property {number} [length]  ms
 * @property {() => number} [random]  0–1
 */

export class SimPlayer extends PlayerAdapter {
  /** ms, where the media really is. */
  place = 0;
  /** Rates set, in order. @type {number[]} */
  rates = [];
  seeks = 0;
  /** Said that it waits for data: whoever steers it looks away until it plays on. */
  isWaiting = false;
  #vices;
  #time = 0;
  #told = 0;
  #toldAt = -Infinity;
  /** It does not move before this. */
  #frozenUntil = 0;
  #paused = true;
  #rate = 1;
  #heardRate = 1;
  #heardFrom = 0;

  /** @param {Vices} [vices] */
  constructor(vices = {}) {
    super();
    /** @type {Required<Vices>} */
    this.#vices = {traits: FILE, ppm: 0, noise: 0, every: 0, start: 30, seek: 100, rateLag: 100, length: NaN, random: () => 0.5, ...vices};
  }

  /** Lets a millisecond pass. */
  step() {
    this.#time += 1;
    if (this.#time >= this.#heardFrom) this.#heardRate = this.#rate;
    if (!this.#paused && this.#time >= this.#frozenUntil) this.place += this.#heardRate * (1 + this.#vices.ppm / 1e6);
    if (this.#time - this.#toldAt < this.#vices.every) return;
    this.#told = this.place;
    this.#toldAt = this.#time;
  }

  /** Data are missing for so long. @param {number} ms */
  stall(ms) {
    this.#frozenUntil = this.#time + ms;
  }

  get duration() {
    return this.#vices.length / 1000;
  }

  get traits() {
    return this.#vices.traits;
  }

  async play() {
    this.#paused = false;
    this.#frozenUntil = this.#time + this.#vices.start;
  }

  get paused() {
    return this.#paused;
  }

  get currentTime() {
    const {noise, random, every} = this.#vices;
    return ((every ? this.#told : this.place) + noise * (2 * random() - 1)) / 1000;
  }

  set currentTime(seconds) {
    this.seeks += 1;
    this.place = seconds * 1000;
    this.#frozenUntil = this.#time + this.#vices.seek;
  }

  get playbackRate() {
    return this.#rate;
  }

  set playbackRate(rate) {
    this.rates.push(rate);
    const {rates} = this.#vices.traits;
    this.#rate = rates ? rates.reduce((best, r) => (Math.abs(r - rate) < Math.abs(best - rate) ? r : best)) : rate;
    this.#heardFrom = this.#time + this.#vices.rateLag;
  }
}
