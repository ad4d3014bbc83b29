// All of a folder, an artist or an album: collected, added in parts, and taken back in one step.

import {addAndName, takeBack} from './adding.js';
import {collect} from './library-collect.js';
import {LIMITS} from '../protocol.js';

/** @import {Listener} from './adding.js' */
/** @import {Order} from './library.js' */
/** @import {Step} from './library-shelf.js' */
/** @import {RequestError} from '../connection/requests.js' */

/**
 * @typedef {object} Words
 * @property {(done: number, of: number) => string} progress
 * @property {(n: number) => string} added
 * @property {string} emptyOrder  there is nothing in it
 * @property {string} libraryFailed
 * @property {string} undone
 * @property {(error: RequestError) => string} refusal
 */

export class GroupAdding {
  /** What is said of it now. */
  said = '';
  sending = false;
  /** What it became, for the way back. @type {string[]} */
  ids = [];
  #words;
  #changed;
  #collecting = new AbortController();

  /** @param {Words} words @param {() => void} changed */
  constructor(words, changed) {
    this.#words = words;
    this.#changed = changed;
  }

  /** Another group is shown: what is on its way goes on, and is no longer spoken of here. */
  forget() {
    this.#collecting.abort();
    this.said = '';
    this.sending = false;
    this.ids = [];
  }

  /** @param {Listener} to @param {Order} by @param {Step} group */
  async add(to, by, {key}) {
    if (this.sending) return;
    this.sending = true;
    this.#collecting = new AbortController();
    const {signal} = this.#collecting;
    this.#say('', signal);
    try {
      const items = await collect(by, key, roomIn(to), signal);
      const {settled, ids} = await addAndName(to, items, 'end', (done) => this.#say(this.#words.progress(done, items.length), signal));
      if (!signal.aborted) this.ids = ids;
      this.#finish(this.#summary(settled), signal);
    } catch {
      this.#finish(this.#words.libraryFailed, signal);
    }
  }

  /** @param {import('./adding.js').Settled[]} settled */
  #summary(settled) {
    const added = settled.filter(({error}) => !error).length;
    if (added > 0) return this.#words.added(added);
    const error = settled[0]?.error;
    return error ? this.#words.refusal(error) : this.#words.emptyOrder;
  }

  /** @param {string} said @param {AbortSignal} signal */
  #finish(said, signal) {
    if (signal.aborted) return;
    this.sending = false;
    this.#say(said, signal);
  }

  /** @param {string} said @param {AbortSignal} signal */
  #say(said, signal) {
    if (signal.aborted) return;
    this.said = said;
    this.#changed();
  }

  /** @param {Listener} to */
  async undo(to) {
    const {ids} = this;
    this.ids = [];
    await takeBack(to, ids);
    this.said = this.#words.undone;
    this.#changed();
  }
}

/** Items that the session still takes. @param {Listener} to */
const roomIn = ({latest}) => LIMITS.SESSION_ITEMS - (latest()?.state?.items.length ?? 0);
