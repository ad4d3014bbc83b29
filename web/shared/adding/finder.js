// What words find, while they are typed: in the library, and among videos where the server can look there.

import {SEARCH_PAUSE_MS, rowOf, searchLibrary} from './library.js';
import {Search} from '../model/search.js';
import {VIDEO_PAUSE_MS, searchVideos, videoRow} from './videos.js';

/** @import {Features} from '../features.js' */
/** @import {Row} from './library.js' */

/** @typedef {{rows: Row[], total: number}} Found  `total` where there are more than these */

/** Titles of the library that are shown beside videos; its own page has the others. */
export const FROM_LIBRARY = 6;

export class Finder {
  /** @type {Search<Found>} */
  library;
  /** @type {Search<Found>} */
  videos;
  #features;
  #query = '';

  /** @param {string} session @param {Features} features @param {() => void} changed */
  constructor(session, features, changed) {
    this.#features = features;
    this.library = new Search(SEARCH_PAUSE_MS, fromLibrary, changed);
    this.videos = new Search(VIDEO_PAUSE_MS, (query, signal) => fromVideos(session, query, signal), changed);
  }

  /** Those that there are here. */
  get searches() {
    const {library, search} = this.#features;
    return [...(library ? [this.library] : []), ...(search ? [this.videos] : [])];
  }

  /** @type {'none'|'failed'|'looking'|'ready'} */
  get status() {
    const {searches} = this;
    if (searches.length === 0) return 'none';
    if (searches.every(({status}) => status === 'failed')) return 'failed';
    return searches.some(({status}) => status === 'looking') ? 'looking' : 'ready';
  }

  /** How many titles there are to see. */
  get count() {
    return this.searches.reduce((sum, {found}) => sum + (found?.rows.length ?? 0), 0);
  }

  /** @param {string} query */
  look(query) {
    this.#query = query.trim();
    for (const search of this.searches) search.look(this.#query);
  }

  /** The same once more, at once. */
  again() {
    for (const search of this.searches) search.look(this.#query, 0);
  }

  stop() {
    this.library.stop();
    this.videos.stop();
  }
}

/** @param {string} query @param {AbortSignal} signal @returns {Promise<Found>} */
async function fromLibrary(query, signal) {
  const {items, total} = await searchLibrary(query, 0, signal, FROM_LIBRARY);
  return {rows: items.map(rowOf), total};
}

/** @param {string} session @param {string} query @param {AbortSignal} signal @returns {Promise<Found>} */
async function fromVideos(session, query, signal) {
  const rows = (await searchVideos(session, query, signal)).map(videoRow);
  return {rows, total: rows.length};
}
