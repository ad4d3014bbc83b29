// The lists that this server keeps by name, as far as a page has loaded them.

import {savedLists} from './lists.js';

/** @import {Saved} from './lists.js' */

export class SavedShelf {
  /** @type {Saved[]} */
  lists = [];
  /** @type {'loading'|'ready'|'failed'} */
  status = 'loading';
  #changed;
  #loading = new AbortController();

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  get isEmpty() {
    return this.status === 'ready' && this.lists.length === 0;
  }

  /** Looks again; what is there stays in sight meanwhile. */
  async load() {
    this.stop();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    try {
      this.lists = await savedLists(signal);
      this.status = 'ready';
    } catch {
      if (signal.aborted) return;
      this.status = 'failed';
    }
    this.#changed();
  }

  stop() {
    this.#loading.abort();
  }
}
