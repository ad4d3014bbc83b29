// Keeps a player in place: measures how late it does what it is told, tells it that much earlier, and makes good what is
// left by playing a little faster or slower. Whatever it changes it changes back.

import {ALONE, Drift} from './drift.js';
import {Latency} from './latency.js';

/** @import {Action, Traits} from './drift.js' */
/** @import {PlayerAdapter} from '../players/adapter.js' */

/** No player that works takes longer from play() on, with its data at hand, ms. */
const START_MOST_MS = 2000;

/** A seek may have to fetch; what takes longer is a bad network, and the next time may be better, ms. */
const SEEK_MOST_MS = 3000;

/** From a seek at standstill until it may start there, before it was measured, ms. */
const CUE_GUESS_MS = 150;

/** A place that is jumped to from standstill is reached with this much to spare, so that the start is on time, ms. */
const MARGIN_MS = 250;

/** How long each player takes; kept over the evening. @type {WeakMap<PlayerAdapter, ReturnType<typeof guesses>>} */
const known = new WeakMap();

/** No jump ahead goes closer to the end than this, ms: there it would end before the others do. */
const BEFORE_END_MS = 500;

/** Differences of playbackRate below this are rounding. */
const SAME_RATE = 1e-6;

/** `alone`: there is no other screen to keep up with. `silent`: nothing is heard of it. @typedef {{alone: boolean, silent: boolean}} Room */

export class Steering {
  #adapter;
  #now;
  #drift = new Drift();
  #rate = 1;
  #latency;
  /** What was told last and is not measured yet: how far ahead it was given, ms. @type {{latency: Latency, lead: number}|null} */
  #given = null;
  /** When it was put where it will start; null when it is there. @type {number|null} */
  #cuedAt = null;
  /** What was seen last, ms ahead. @type {number|null} */
  #seen = null;

  /**
   * @param {PlayerAdapter} adapter
   * @param {() => number} now  steady local clock, ms
   */
  constructor(adapter, now) {
    this.#adapter = adapter;
    this.#now = now;
    this.#latency = known.get(adapter) ?? guesses(adapter.traits);
    known.set(adapter, this.#latency);
  }

  /** How far ahead of its place the media is, ms; null while that is not known. */
  get error() {
    return this.#drift.error ?? this.#seen;
  }

  /** What the session's rate is multiplied by. */
  get factor() {
    return this.#drift.factor;
  }

  /** The session plays at the rate that every player has. */
  get isOrdinary() {
    return this.#rate === 1;
  }

  /** From play() to playing on, ms: how much before its time it is to be called. */
  get startLatency() {
    return this.#latency.start.value;
  }

  /** The session's rate; what corrects the place comes on top. @param {number} rate */
  set rate(rate) {
    if (rate === this.#rate && this.#isSet) return;
    this.#rate = rate;
    this.#apply();
  }

  /** Puts the media, which stands still, where it can start on time. @param {number} expected  ms, now @returns {number} ms until play() is due */
  cue(expected) {
    const lead = this.#latency.cue.value + this.#latency.start.value + MARGIN_MS;
    this.#cuedAt = this.#now();
    this.#drift.moved(this.#cuedAt);
    this.#adapter.currentTime = this.#ahead(expected, lead);
    return lead - this.#latency.start.value;
  }

  /**
   * Starts the media where it stands.
   * @param {number} expected  where it is to be now, ms; below its place while the start lies ahead
   * @returns {Promise<void>}
   */
  start(expected) {
    this.#drift.moved(this.#now());
    const lead = (this.#adapter.currentTime * 1000 - expected) / this.#rate;
    this.#given = this.#cuedAt === null ? {latency: this.#latency.start, lead} : null; // a seek under way would be measured too
    return this.#adapter.play();
  }

  /**
   * Jumps while it plays, or stands still.
   * @param {number} to  ms
   * @param {{ahead?: boolean}} [options]  `ahead`: it plays on, and others do: jump to where they will be then
   */
  jump(to, {ahead = false} = {}) {
    const lead = ahead ? this.#latency.seek.value : 0;
    this.#drift.moved(this.#now());
    this.#given = ahead ? {latency: this.#latency.seek, lead} : null;
    this.#adapter.currentTime = this.#ahead(to, lead);
  }

  /** A seek has arrived. */
  sought() {
    if (this.#cuedAt !== null) this.#latency.cue.add(this.#now() - this.#cuedAt);
    this.#cuedAt = null;
  }

  /** It stands still: what was told last cannot be measured any more. */
  stopped() {
    this.#given = this.#cuedAt = this.#seen = null;
    this.#drift.moved(this.#now());
  }

  /**
   * It plays on after it had to wait for data.
   * @param {number} expected  where it is to be now, ms
   * @param {Room} room
   */
  resumed(expected, room) {
    this.#carryOut(this.#drift.resumed(this.#see(expected, room)), expected, room);
  }

  /**
   * Looks at a player that plays, and corrects it.
   * @param {number} expected  where it is to be now, ms
   * @param {Room} room
   */
  look(expected, room) {
    const action = this.#drift.look(this.#see(expected, room));
    this.#measure(); // before a jump takes its place
    this.#carryOut(action, expected, room);
  }

  /** @param {number} expected @param {Room} room */
  #see(expected, {alone, silent}) {
    const actual = this.#adapter.currentTime * 1000;
    this.#seen = actual - expected;
    return {actual, expected, rate: this.#rate, now: this.#now(), traits: alone ? ALONE : this.#adapter.traits, silent};
  }

  /** @param {Action} action @param {number} expected @param {Room} room */
  #carryOut(action, expected, {alone}) {
    if (action.kind === 'seek') this.jump(expected, {ahead: !alone});
    else if (action.kind === 'rate') this.#apply();
  }

  /** Takes every correction back. */
  release() {
    this.#drift.reset();
    this.#given = this.#cuedAt = this.#seen = null;
    this.#apply();
  }

  /** Where the session will be. @param {number} place  ms, now @param {number} lead  ms from now @returns {number} s */
  #ahead(place, lead) {
    const end = this.#adapter.duration * 1000 - BEFORE_END_MS;
    const there = place + lead * this.#rate;
    return (there > end ? Math.max(place, end) : there) / 1000; // an unknown end is NaN, and no bound
  }

  /** What came of the last start or jump. */
  #measure() {
    if (!this.#given || this.#drift.judged === null) return;
    this.#given.latency.add(this.#given.lead - this.#drift.judged / this.#rate);
    this.#given = null;
  }

  get #isSet() {
    return Math.abs(this.#adapter.playbackRate - this.#rate * this.#drift.factor) < SAME_RATE;
  }

  #apply() {
    if (!this.#isSet) this.#adapter.playbackRate = this.#rate * this.#drift.factor;
  }
}

/** What is assumed of a player until it was measured. @param {Traits} traits */
const guesses = ({start, seek}) => ({
  start: new Latency(start, START_MOST_MS),
  seek: new Latency(seek, SEEK_MOST_MS),
  cue: new Latency(CUE_GUESS_MS, SEEK_MOST_MS),
});
