// How long a player takes to do what it is told: from play() to sound, from a seek to playing on. Measured, because it
// differs by a factor of a hundred between a file on the same machine and a service in a frame. Pure.

/** Measurements remembered; their median is not moved by one that met a slow network. */
const MEMORY = 5;

export class Latency {
  #guess;
  #most;
  /** @type {number[]} */
  #measured = [];

  /**
   * @param {number} guess  ms, until something was measured
   * @param {number} most  ms; more than this is not latency but trouble, and not counted on
   */
  constructor(guess, most) {
    this.#guess = guess;
    this.#most = most;
  }

  /** ms */
  get value() {
    const sorted = this.#measured.toSorted((a, b) => a - b);
    return sorted[sorted.length >> 1] ?? this.#guess;
  }

  /** @param {number} ms */
  add(ms) {
    this.#measured = [...this.#measured, Math.min(this.#most, Math.max(0, ms))].slice(-MEMORY);
  }
}
