// What is shown of the library: where one is in it, and as much of that as was loaded.

import {NoLibrary, browseLibrary, searchLibrary} from './library.js';

/** @import {BrowsePage, Entry, Group, Order, Page} from './library.js' */

/** @typedef {Pick<Group, 'key'|'name'>} Step */

export class LibraryShelf {
  /** @type {Order} */
  by = 'newest';
  /** The groups that lead to here, outermost first. @type {readonly Step[]} */
  trail = [];
  /** What is searched for; empty: nothing, and one looks around. */
  query = '';
  /** @type {Group[]} */
  groups = [];
  /** @type {Entry[]} */
  items = [];
  total = 0;
  /** Where the next page begins; null: that was all. @type {number|null} */
  next = null;
  /** @type {'loading'|'ready'|'none'|'failed'} */
  status = 'loading';
  #changed;
  #loading = new AbortController();

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  stop() {
    this.#loading.abort();
  }

  /** @param {string} query */
  search(query) {
    this.query = query.trim();
    return this.#load(0);
  }

  /** Another way to look through it, from the top. @param {Order} by */
  browse(by) {
    this.by = by;
    return this.up(0);
  }

  /** @param {Step} group */
  into({key, name}) {
    this.trail = [...this.trail, {key, name}];
    return this.#fresh();
  }

  /** @param {number} depth  steps of the trail that stay */
  up(depth) {
    this.trail = this.trail.slice(0, depth);
    return this.#fresh();
  }

  more() {
    if (this.next !== null && this.status === 'ready') return this.#load(this.next);
    return undefined;
  }

  /** What failed, once more. */
  again() {
    return this.#load(this.groups.length + this.items.length);
  }

  /** Another place: what was there before would be taken for what is there. */
  #fresh() {
    this.groups = [];
    this.items = [];
    this.total = 0;
    this.next = null;
    return this.#load(0);
  }

  /** @param {number} offset */
  async #load(offset) {
    this.#loading.abort();
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.status = 'loading';
    this.#changed();
    try {
      this.#take(await this.#ask(offset, signal), offset);
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.status = error instanceof NoLibrary ? 'none' : 'failed';
    }
    if (!signal.aborted) this.#changed();
  }

  /** @param {number} offset @param {AbortSignal} signal @returns {Promise<Page & Partial<BrowsePage>>} */
  #ask(offset, signal) {
    return this.query ? searchLibrary(this.query, offset, signal) : browseLibrary(this.by, this.trail.at(-1)?.key ?? '', offset, signal);
  }

  /** @param {Page & Partial<BrowsePage>} page @param {number} offset */
  #take({groups = [], items, total, next}, offset) {
    this.groups = offset === 0 ? groups : [...this.groups, ...groups];
    this.items = offset === 0 ? items : [...this.items, ...items];
    this.total = total;
    this.next = next;
  }
}
