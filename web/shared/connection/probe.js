// Bursts of pings on an open connection: they keep the clock right, and notice a connection that died without saying so
// (a phone that changed networks, a laptop that slept), which a browser would report only after minutes.

import {BURST} from './clock.js';

/** @import {Clock} from './clock.js' */

/** Pause between the probes of a burst, so that they do not queue behind one another. */
const SPACING_MS = 40;

/** Pause between bursts. Two crystals drift apart by some 20 ms in 10 minutes; 10 s also bounds the notice of a dead line. */
export const INTERVAL_MS = 10_000;

/** An unanswered probe means a dead line: longer than any honest mobile network, short enough for a person to wait. */
export const SILENCE_MS = 8_000;

export class Probe {
  #send;
  #clock;
  #onSilent;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  /** The probe that is under way: its id and when it left. @type {{id: string, sent: number}|null} */
  #flying = null;
  #left = 0;
  #count = 0;

  /**
   * @param {Clock} clock  takes the samples
   * @param {(id: string, t0: number) => void} send
   * @param {() => void} onSilent  called once, when a probe stays unanswered
   */
  constructor(clock, send, onSilent) {
    this.#clock = clock;
    this.#send = send;
    this.#onSilent = onSilent;
  }

  /** Starts a burst now, and bursts at intervals from then on. */
  start() {
    this.stop();
    this.#left = BURST;
    this.#fly();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#flying = null;
  }

  /**
   * Takes an answer; one that was not asked for is ignored.
   * @param {string|undefined} id
   * @param {number} serverTime
   */
  pong(id, serverTime) {
    if (!this.#flying || this.#flying.id !== id || !Number.isFinite(serverTime)) return;
    this.#clock.sample(this.#flying.sent, serverTime, this.#clock.local());
    this.#flying = null;
    clearTimeout(this.#timer);
    this.#left -= 1;
    this.#timer = this.#left > 0 ? setTimeout(() => this.#fly(), SPACING_MS) : setTimeout(() => this.start(), INTERVAL_MS);
  }

  #fly() {
    this.#count += 1;
    const id = `p${this.#count}`;
    const sent = this.#clock.local();
    this.#flying = {id, sent};
    this.#timer = setTimeout(() => this.#onSilent(), SILENCE_MS);
    this.#send(id, Math.round(sent)); // the wire has whole milliseconds; the exact time stays here
  }
}
