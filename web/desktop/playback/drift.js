// What to do about a player that is off its place: nothing, play a little faster or slower, or jump. Pure: times come in.
//
// Each correction is planned from looks at a steady rate, carried out, undone on time, and looked at again: a loop that
// reacts to every look would chase the noise of currentTime.

/**
 * @typedef {object} Traits  How a kind of player can be kept in place.
 * @property {number} deadband  ms; less than this is left alone
 * @property {number} seekFrom  ms; more than this is jumped over, less is made good by playing faster or slower
 * @property {readonly number[]|null} rates  the rates that it has; null: any
 * @property {number} start  ms from play() to playing on, as long as nobody measured it
 * @property {number} seek  ms from a seek to playing on, likewise
 */

/** What a browser plays by itself. @type {Traits} */
export const FILE = Object.freeze({deadband: 20, seekFrom: 1000, rates: null, start: 80, seek: 120});

/**
 * Another service's player in a frame: its clock is coarse, and so are its rates; what it is told goes there by message.
 * @type {Traits}
 */
export const EMBED = Object.freeze({
  deadband: 120, seekFrom: 400, rates: Object.freeze([0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]), start: 300, seek: 500,
});

/** On a single screen less than this is noticed by nobody; a jump would be. */
export const TOLERANCE_MS = 1000;

/** Nobody to keep up with: only what is plainly wrong is corrected, by a jump. @type {Traits} */
export const ALONE = Object.freeze({...FILE, deadband: TOLERANCE_MS, seekFrom: TOLERANCE_MS, rates: Object.freeze([])});

/** After a start or a jump nothing is corrected: buffers fill, currentTime settles. */
export const GRACE_MS = 1000;

/** After a start, a jump or another rate, looks count from here on: what sounds is still what was decoded before. */
const SETTLE_MS = 400;

/** Between two corrections. */
export const ACT_MS = 1500;

/** After MAX_TRIES jumps that did not help, the machine is too slow or the media seeks badly: leave it alone for a while. */
export const REST_MS = 3000;
const MAX_TRIES = 2;

/** Looks that an estimate takes the median of, and the fewest it needs: one alone may have met a busy moment. */
const LOOKS = 6;
const ENOUGH = 3;

/** Nobody hears a pitch-corrected rate this close to the right one; up to AUDIBLE_MS that is quick enough. */
const LEAST_CHANGE = 0.005;
const INAUDIBLE_CHANGE = 0.01;
const AUDIBLE_MS = 200;

/** What is far off is worth a change that a musician might hear. */
const LARGEST_CHANGE = 0.05;

/** The time in which a correction aims to be done: a longer one is unheard, a shorter one is over sooner. */
const HORIZON_MS = 10_000;

/** The same where a larger change spoils nothing: without sound, and for a while after a start, a jump or a gap, which is heard anyway. */
const FREE_HORIZON_MS = 2000;
const FRESH_MS = 5000;

/** A correction under way ends within this share of the deadband, so that it does not begin again at once. */
const DONE = 0.25;

/**
 * @typedef {object} Look
 * @property {number} actual  where the media is, ms
 * @property {number} expected  where it is to be, ms
 * @property {number} rate  the session's, without correction
 * @property {number} now  ms, any steady clock
 * @property {Traits} traits
 * @property {boolean} [silent]  no sound is heard: larger changes of the rate are free
 */

/** `rate`: play at the session's rate times `factor`. @typedef {{kind: 'none'|'seek'}|{kind: 'rate', factor: number}} Action */

const NOTHING = Object.freeze({kind: /** @type {const} */ ('none')});

export class Drift {
  /** What the session's rate is multiplied by now. */
  factor = 1;
  /** How far ahead the media is, ms, by the median of the last looks; null while there are too few. @type {number|null} */
  error = null;
  /** The error that the last look was decided by, even if that was a jump, which puts an end to it; null when there was none. @type {number|null} */
  judged = null;
  /** @type {{at: number, error: number}[]} */
  #looks = [];
  /** How fast the error changes by the correction under way, ms a ms. */
  #slope = 0;
  /** Looks before this are worth nothing. */
  #settledAt = 0;
  /** No correction begins before this. */
  #calmUntil = 0;
  /** When the correction under way will have done its work. */
  #doneAt = Infinity;
  #tries = 0;
  /** Until when the start or jump is fresh. */
  #freshUntil = 0;
  /** The error that the correction under way began with, ms. */
  #began = 0;

  /** The position was set, or playing began, just now: what was seen before says nothing any more. @param {number} now */
  moved(now) {
    this.error = null;
    this.#unsettle(now);
    this.#calmUntil = Math.max(this.#calmUntil, now + GRACE_MS);
    this.#freshUntil = now + FRESH_MS;
  }

  /** Another media: nothing of the last one counts, its correction included. */
  reset() {
    Object.assign(this, {factor: 1, error: null});
    this.#looks = [];
    [this.#slope, this.#settledAt, this.#calmUntil, this.#doneAt, this.#tries, this.#freshUntil, this.#began] = [0, 0, 0, Infinity, 0, 0, 0];
  }

  /**
   * Takes in a look at a player that plays, and says what to do; that is taken as done.
   * @param {Look} look
   * @returns {Action}
   */
  look(look) {
    const {now, traits} = look;
    this.judged = null;
    if (this.factor !== 1 && now >= this.#doneAt) return this.#change(1, look);
    if (now < this.#settledAt) return NOTHING;
    this.error = this.judged = this.#estimate(look);
    if (this.error === null || now < this.#calmUntil) return NOTHING;
    const off = Math.abs(this.error);
    if (off <= traits.seekFrom) this.#tries = 0;
    if (off > traits.seekFrom) return this.#jump(now);
    if (this.factor === 1 && off <= traits.deadband) return NOTHING;
    if (off <= traits.deadband * DONE || this.error * (this.factor - 1) > 0) return this.#change(1, look);
    // Each change of the rate shifts sound by some milliseconds: one that works is kept.
    if (this.factor !== 1 && off <= this.#began) return this.#change(this.factor, look);
    this.#began = off;
    return this.#change(choose(this.error, look, look.silent || now < this.#freshUntil), look);
  }

  /**
   * It plays on after data were missing: how far that threw it back is plain, and need not be looked at for long.
   * @param {Look} look
   * @returns {Action}
   */
  resumed({actual, expected, now, traits}) {
    this.#unsettle(now);
    this.#freshUntil = now + FRESH_MS; // the gap was heard anyway
    return Math.abs(actual - expected) > traits.seekFrom && now >= this.#calmUntil ? this.#jump(now) : NOTHING;
  }

  /** @param {Look} look */
  #estimate({actual, expected, now}) {
    this.#looks = [...this.#looks, {at: now, error: actual - expected}].slice(-LOOKS);
    if (this.#looks.length < ENOUGH) return null;
    return median(this.#looks.map(({at, error}) => error + this.#slope * (now - at)));
  }

  /** @param {number} now @returns {Action} */
  #jump(now) {
    this.#tries += 1;
    this.moved(now);
    this.#calmUntil = now + (this.#tries < MAX_TRIES ? ACT_MS : REST_MS);
    return {kind: 'seek'};
  }

  /**
   * @param {number} factor
   * @param {Look} look
   * @returns {Action}
   */
  #change(factor, {rate, now}) {
    const slope = (factor - 1) * rate;
    this.#doneAt = slope === 0 ? Infinity : now + Math.abs((this.error ?? 0) / slope);
    this.#calmUntil = now + ACT_MS;
    if (factor === this.factor) return NOTHING;
    this.#unsettle(now);
    this.factor = factor;
    this.#slope = slope;
    return {kind: 'rate', factor};
  }

  /** @param {number} now */
  #unsettle(now) {
    this.#looks = [];
    this.#settledAt = now + SETTLE_MS;
  }
}

/**
 * The factor that makes an error good; 1 when the player has no rate for that.
 * @param {number} error  ms ahead
 * @param {Look} look
 * @param {boolean} [free]  a larger change spoils nothing
 */
function choose(error, {rate, traits}, free = false) {
  if (traits.rates) return step(error, rate, traits.rates);
  const off = Math.abs(error);
  const most = free || off > AUDIBLE_MS ? LARGEST_CHANGE : INAUDIBLE_CHANGE;
  const wanted = off / (free ? FREE_HORIZON_MS : HORIZON_MS);
  const change = Math.min(most, Math.max(LEAST_CHANGE, Math.round(wanted * 1000) / 1000));
  return error > 0 ? 1 - change : 1 + change;
}

/**
 * The next slower rate for a player that is ahead, the next faster one for a player that is behind.
 * @param {number} error
 * @param {number} rate
 * @param {readonly number[]} rates  ascending
 */
function step(error, rate, rates) {
  const next = error > 0 ? rates.findLast((r) => r < rate) : rates.find((r) => r > rate);
  return next === undefined ? 1 : next / rate;
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
