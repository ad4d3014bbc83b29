// The server's clock, estimated from here. Positions count in it, and screens that play together start by it.
//
// A burst of probes gives one measurement: the mean of those with the shortest round trips. Measurements of the last
// minutes give a line, since two crystals do not only differ, they drift apart: offset and drift.

/** Probes of a burst. */
export const BURST = 8;

/** Samples trusted: those with the shortest round trips had the least queueing, so the least error (at most rtt ÷ 2). */
const BEST = 3;

/** A measured estimate that a rough one contradicts by more than this is no longer worth anything. */
const ROUGH_MS = 1000;

/** Bursts remembered: two minutes of them at 10 s apart, long enough to average a bad line, short enough to follow heat. */
const MEMORY = 12;

/** A drift is worth estimating over this time; before it, noise of a millisecond would pass for 100 ppm. */
const BASELINE_MS = 30_000;

/** Two crystals of the cheapest kind differ by no more than this: ms a ms, 200 ppm. */
const MAX_DRIFT = 2e-4;

/** A burst that contradicts the line by more than both could be wrong means a clock that was set, not one that drifts. */
const STEP_MS = 50;

/** Weight in the fit: nobody's round trip is so short that its error is nothing. */
const LEAST_RTT_MS = 2;

/** @typedef {{offset: number, rtt: number}} Sample */
/** @typedef {{at: number, offset: number, rtt: number}} Measurement  `at`: local ms */

export class Clock {
  /** @type {Measurement[]} */
  #measured = [];
  /** Server time minus local time at #at, ms; it changes by #drift from there. */
  #offset = 0;
  #at = 0;
  #drift = 0;

  /** @param {() => number} local  steady local time in ms; jumps of the wall clock must not move it */
  constructor(local = () => performance.timeOrigin + performance.now()) {
    this.local = local;
    /** Best round trip of the last burst, ms; null until one was measured. */
    this.rtt = /** @type {number|null} */ (null);
    /** Samples of the burst under way. @type {Sample[]} */
    this.samples = [];
  }

  /** Server time minus local time now, ms. */
  get offset() {
    return this.#offset + this.#drift * (this.local() - this.#at);
  }

  /** How much faster the server's clock runs than this one, ms a ms. */
  get drift() {
    return this.#drift;
  }

  /** The server's time in ms, with a fraction. */
  now() {
    return this.local() + this.offset;
  }

  /**
   * A first, rough estimate: a time that the server sent and that arrived just now. It gives way to a better one.
   * @param {number} serverTime
   */
  seed(serverTime) {
    const offset = serverTime - this.local();
    const isClose = this.rtt !== null && Math.abs(offset - this.offset) <= ROUGH_MS;
    if (this.samples.length === 0 && !isClose) this.#set(offset, 0);
  }

  /** Forgets the samples of a path that is gone (another network, a machine that slept); the estimate stays until new ones come. */
  reset() {
    this.samples = [];
    this.#measured = [];
  }

  /**
   * Takes in one probe.
   * @param {number} sent  local time
   * @param {number} server  what the server's clock said
   * @param {number} received  local time
   */
  sample(sent, server, received) {
    this.samples.push({offset: server - (sent + received) / 2, rtt: received - sent});
    const best = this.samples.toSorted((a, b) => a.rtt - b.rtt).slice(0, BEST);
    const measurement = {at: received, offset: mean(best), rtt: best[0].rtt};
    // The first burst serves while it is under way; later ones count when they are whole, for half a burst is worse than the line.
    if (this.#measured.length === 0) this.#take([measurement]);
    if (this.samples.length < BURST) return;
    this.samples = [];
    this.#remember(measurement);
  }

  /** @param {Measurement} measurement */
  #remember(measurement) {
    const last = this.#measured.at(-1);
    const error = Math.abs(measurement.offset - (this.#offset + this.#drift * (measurement.at - this.#at)));
    if (last && error > STEP_MS + (measurement.rtt + last.rtt) / 2) this.#measured = [];
    this.#measured = [...this.#measured, measurement].slice(-MEMORY);
    this.#take(this.#measured);
  }

  /** @param {Measurement[]} measured */
  #take(measured) {
    const newest = measured[measured.length - 1];
    this.rtt = newest.rtt;
    const {offset, drift} = fit(measured, newest.at);
    this.#set(offset, drift, newest.at);
  }

  /** @param {number} offset @param {number} drift @param {number} [at] */
  #set(offset, drift, at = this.local()) {
    this.#offset = offset;
    this.#drift = drift;
    this.#at = at;
  }
}

/** @param {Sample[]} samples */
const mean = (samples) => samples.reduce((sum, s) => sum + s.offset, 0) / samples.length;

/**
 * The line through measurements, those with short round trips counting more (least squares).
 * @param {readonly Measurement[]} measured
 * @param {number} now  where the line's offset is wanted
 * @returns {{offset: number, drift: number}}
 */
function fit(measured, now) {
  let [weight, time, offset] = [0, 0, 0];
  const rows = measured.map((m) => ({t: m.at - now, o: m.offset, w: 1 / Math.max(m.rtt, LEAST_RTT_MS) ** 2}));
  for (const {t, o, w} of rows) [weight, time, offset] = [weight + w, time + w * t, offset + w * o];
  [time, offset] = [time / weight, offset / weight];
  const spread = rows.reduce((sum, {t, w}) => sum + w * (t - time) ** 2, 0);
  if (now - measured[0].at < BASELINE_MS || spread === 0) return {offset, drift: 0};
  const slope = rows.reduce((sum, {t, o, w}) => sum + w * (t - time) * (o - offset), 0) / spread;
  const drift = Math.min(MAX_DRIFT, Math.max(-MAX_DRIFT, slope));
  return {offset: offset - drift * time, drift};
}
