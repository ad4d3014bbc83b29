// Sends a stream of values at a bounded pace. Pure but for the timers, which tests replace.

/** At most eight sends a second: a slider moves smoothly on the screen, and a session's other clients are not flooded. */
export const SEND_INTERVAL_MS = 125;

/**
 * @typedef {object} Timers
 * @property {() => number} now  ms, monotonic
 * @property {(run: () => void, ms: number) => any} later
 * @property {(handle: any) => void} cancel
 */

/** @type {Timers} */
const REAL = {
  now: () => performance.now(),
  later: (run, ms) => setTimeout(run, ms),
  cancel: (handle) => clearTimeout(handle),
};

/**
 * The first value goes at once, then at most one an interval, and always the last one.
 * @template T
 */
export class Throttle {
  /**
   * @param {(value: T) => void} send
   * @param {number} [interval]
   * @param {Timers} [timers]
   */
  constructor(send, interval = SEND_INTERVAL_MS, timers = REAL) {
    this.send = send;
    this.interval = interval;
    this.timers = timers;
    this.last = -Infinity;
    /** @type {any} */
    this.handle = null;
    /** @type {T|undefined} */
    this.waiting = undefined;
  }

  /** @param {T} value */
  push(value) {
    this.waiting = value;
    if (this.handle !== null) return;
    const wait = this.last + this.interval - this.timers.now();
    if (wait <= 0) this.flush();
    else this.handle = this.timers.later(() => this.flush(), wait);
  }

  /** Sends what waits, now. */
  flush() {
    if (this.handle !== null) this.timers.cancel(this.handle);
    this.handle = null;
    if (this.waiting === undefined) return;
    const value = this.waiting;
    this.waiting = undefined;
    this.last = this.timers.now();
    this.send(value);
  }

  /** Forgets what waits. */
  drop() {
    if (this.handle !== null) this.timers.cancel(this.handle);
    this.handle = null;
    this.waiting = undefined;
  }
}
