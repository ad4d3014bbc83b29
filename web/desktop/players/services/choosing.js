// Which captions a service's player shows: what there is it tells late, or not at all; what is wanted is known before.

import {offerCaptions, pickCaptions} from '../../../shared/model/captions.js';

/** @import {Captions, Found} from '../../../shared/model/captions.js' */
/** @import {Driver} from './driver.js' */

export class Choosing {
  /** The session's language. @type {string|null} */
  wanted = null;
  /** @type {(Found & {of: Found})[]} */
  #offered = [];
  /** What the player was told last; undefined: nothing yet. @type {Found|null|undefined} */
  #told = undefined;

  /** @returns {readonly Captions[]} */
  get offered() {
    return this.#offered.map(({language, label}) => ({language, label}));
  }

  /** Some of them are chosen. */
  get shown() {
    return Boolean(this.#told);
  }

  /** Other media. */
  forget() {
    this.#offered = [];
    this.#told = undefined;
  }

  /** Looks at what there is. @param {Pick<Driver, 'found'|'choose'>|null} driver */
  look(driver) {
    this.#offered = offerCaptions((driver?.found ?? []).map((of) => ({...of, of})));
    this.tell(driver);
  }

  /** @param {Pick<Driver, 'choose'>|null} driver */
  tell(driver) {
    if (this.#offered.length === 0) return;
    const language = pickCaptions(this.wanted, this.#offered.map((one) => one.language));
    const chosen = this.#offered.find((one) => one.language === language)?.of ?? null;
    if (chosen === this.#told) return;
    this.#told = chosen;
    driver?.choose?.(chosen);
  }
}
