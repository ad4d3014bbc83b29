// The server's clock, estimated from here. Positions count in it, and screens that play together start by it.

/** Samples looked at: one burst of probes. */
export const BURST = 8;

/** Samples trusted: those with the shortest round trips had the least queueing, so the least error (at most rtt ÷ 2). */
const BEST = 3;

/** A measured estimate that a rough one contradicts by more than this is no longer worth anything. */
const ROUGH_MS = 1000;

/** @typedef {{offset: number, rtt: number}} Sample */

export class Clock {
  /** @param {() => number} local  steady local time in ms; jumps of the wall clock must not move it */
  constructor(local = () => performance.timeOrigin + performance.now()) {
    this.local = local;
    /** Server time minus local time, ms. */
    this.offset = 0;
    /** Best round trip of the last burst, ms; null until one was measured. */
    this.rtt = /** @type {number|null} */ (null);
    /** @type {Sample[]} */
    this.samples = [];
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
    if (this.samples.length === 0 && !isClose) this.offset = offset;
  }

  /** Forgets the samples of a path that is gone (another network, a machine that slept); the estimate stays until new ones come. */
  reset() {
    this.samples = [];
  }

  /**
   * Takes in one probe.
   * @param {number} sent  local time
   * @param {number} server  what the server's clock said
   * @param {number} received  local time
   */
  sample(sent, server, received) {
    this.samples.push({offset: server - (sent + received) / 2, rtt: received - sent});
    if (this.samples.length > BURST) this.samples.shift();
    const best = this.samples.toSorted((a, b) => a.rtt - b.rtt).slice(0, BEST);
    this.rtt = best[0].rtt;
    this.offset = best.reduce((sum, s) => sum + s.offset, 0) / best.length;
  }
}
