// When a player that is off its place is worth a jump. Pure: times come in.

/** Less than this is heard by nobody on a single screen; a jump would be. */
export const TOLERANCE_MS = 1000;

/** After a start or a jump: media elements need a moment until currentTime is honest. */
export const GRACE_MS = 1000;

/** After MAX_TRIES jumps that did not help, the machine is too slow or the media seeks badly: leave it alone for a while. */
export const REST_MS = 3000;
const MAX_TRIES = 2;

export class Drift {
  #calmUntil = 0;
  #tries = 0;

  /** The position was set just now. @param {number} now  ms, any steady clock */
  jumped(now) {
    this.#calmUntil = now + GRACE_MS;
  }

  /**
   * Whether to jump now; if so, that counts as one try.
   * @param {number} actual  ms
   * @param {number} expected  ms
   * @param {number} now
   */
  shouldJump(actual, expected, now) {
    if (now < this.#calmUntil) return false;
    if (Math.abs(actual - expected) <= TOLERANCE_MS) {
      this.#tries = 0;
      return false;
    }
    this.#tries += 1;
    this.#calmUntil = now + (this.#tries < MAX_TRIES ? GRACE_MS : REST_MS);
    return true;
  }
}
