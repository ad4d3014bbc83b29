// What nobody asked for plays quietly, and comes up softly.

/** @import {Item} from '../../shared/protocol.js' */

/** Share of the volume that an item of the fallback plays at: heard, and talked over with ease. */
export const QUIET_SHARE = 0.5;

/** How long such an item takes to come up, ms: nobody turns round for it. */
export const RISE_MS = 2500;

export class Quiet {
  #now;
  /** Of the item that comes up, or has come up. */
  #id = '';
  /** Since when it plays, by #now; null: it does not yet. @type {number|null} */
  #since = null;

  /** @param {() => number} now  ms, any steady clock */
  constructor(now) {
    this.#now = now;
  }

  /** An item plays. @param {Item|null} item */
  begins(item) {
    if (!item?.fallback || (item.id === this.#id && this.#since !== null)) return;
    this.#id = item.id;
    this.#since = this.#now();
  }

  /** Whether the share grows by itself for a moment. */
  get isRising() {
    return this.#since !== null && this.#now() - this.#since < RISE_MS + STEP_MS;
  }

  /** What to multiply the volume by, 0–1. @param {Item|null} item */
  share(item) {
    if (!item?.fallback) return 1;
    if (item.id !== this.#id || this.#since === null) return 0;
    return QUIET_SHARE * Math.min(1, (this.#now() - this.#since) / RISE_MS);
  }
}

/** One look more than needed, so that the last one is at the top: longer than any pause between two. */
const STEP_MS = 1000;
