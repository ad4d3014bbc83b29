// What became of things that somebody added from a list of them: each says so, and can be taken back.

import {addAndName, takeBack} from './adding.js';
import {aheadOf} from '../model/order.js';

/** @import {Listener, Place} from './adding.js' */
/** @import {Row} from './library.js' */
/** @import {RequestError} from '../connection/requests.js' */

/**
 * What became of one of them.
 * @typedef {object} Outcome
 * @property {'sending'|'added'|'refused'} status
 * @property {string} words
 * @property {string[]} ids  of the items that it became
 */

/**
 * @typedef {object} Words
 * @property {string} kept  it goes out later: there is no connection
 * @property {string} undone
 * @property {(title: string) => string} addedTitle
 * @property {(n: number) => string} added
 * @property {(ahead: number|null) => string} place  where it stands in the list; empty where that is not known
 * @property {(error: RequestError) => string} refusal
 */

export class Outcomes {
  /** What happened last, for screen readers. */
  spoken = '';
  #words;
  #changed;
  /** By key. @type {Map<string, Outcome>} */
  #all = new Map();

  /** @param {Words} words @param {() => void} changed */
  constructor(words, changed) {
    this.#words = words;
    this.#changed = changed;
  }

  /** @param {string} key */
  of(key) {
    return this.#all.get(key);
  }

  /** @param {Listener} to @param {Row} row @param {Place} place */
  async add(to, {key, title, item}, place) {
    if (this.of(key)?.status === 'sending') return;
    this.#note(key, {status: 'sending', words: '', ids: []}, to.latest()?.status === 'online' ? '' : this.#words.kept);
    const {settled: [{error}], ids} = await addAndName(to, [item], place);
    const words = error ? this.#words.refusal(error) : this.#words.place(ids.length > 0 ? aheadOf(to.latest()?.state ?? null, ids[0]) : null);
    if (error) this.#note(key, {status: 'refused', words, ids: []}, words);
    else this.#note(key, {status: 'added', words: words || this.#words.added(1), ids}, `${this.#words.addedTitle(title)}. ${words}`);
  }

  /** Removes what it became, and nothing that came since. @param {Listener} to @param {Row} row */
  async takeBack(to, {key}) {
    await takeBack(to, this.of(key)?.ids ?? []);
    this.#all.delete(key);
    this.spoken = this.#words.undone;
    this.#changed();
  }

  /** @param {string} key @param {Outcome} outcome @param {string} spoken */
  #note(key, outcome, spoken) {
    this.#all.set(key, outcome);
    this.spoken = spoken;
    this.#changed();
  }
}
