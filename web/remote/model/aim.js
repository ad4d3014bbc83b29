// Which item a tap is meant for. Eye and thumb take their time: who taps "next" just after the item changed has seen the
// one before, and would skip one that nobody wanted to skip. Pure.

/** ms from what is seen to what the thumb does about it: people need 200 to 300. */
export const REACTION_MS = 300;

export class Aim {
  /** @type {string|null} */
  #item = null;
  /** @type {string|null} */
  #before = null;
  /** Until when a tap is meant for the one before. */
  #until = 0;

  /**
   * @param {string|null} item  that is current now
   * @param {boolean} own  this phone has asked for something: its owner knows what comes
   * @param {number} now  ms
   */
  show(item, own, now) {
    if (item === this.#item) return;
    this.#before = this.#item;
    this.#until = own || this.#item === null ? 0 : now + REACTION_MS;
    this.#item = item;
  }

  /** What a tap at this moment is meant for. @param {number} now  ms */
  at(now) {
    return (now < this.#until ? this.#before : this.#item) ?? undefined;
  }
}
