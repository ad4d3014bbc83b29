// The server's folder of media, as pages read it.

import {formatTime} from '../format.js';

/** @import {Media} from '../protocol.js' */
/** @import {NewItem} from '../model/parts.js' */

/**
 * Something to add, as a row shows it.
 * @typedef {object} Row
 * @property {string} key    unique in its list
 * @property {string} title
 * @property {string} meta   length, artist and the like
 * @property {Media} media   for its picture
 * @property {NewItem} item  what is added
 */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} url  passed to `add` as it is
 * @property {string} title
 * @property {string} [artist]
 * @property {string} [album]
 * @property {number} [duration]  ms
 * @property {string} [type]  MIME
 * @property {string} [folder]
 * @property {string} [cover]  address of a picture
 */

/** @typedef {{items: Entry[], total: number, next: number|null}} Page */

/**
 * A folder, an artist or an album.
 * @typedef {object} Group
 * @property {string} key  names it to the server, and means nothing here
 * @property {string} name
 * @property {string} [detail]  an album's artist, say
 * @property {number} count  of what is in it, at any depth
 * @property {string} [cover]
 */

/** @typedef {'folders'|'artists'|'albums'|'newest'} Order */

/** @typedef {Page & {groups: Group[], in: {key: string, name: string}|null}} BrowsePage  groups first, then items; `next` counts both */

/** Entries a request: about six screens of a phone. */
export const PAGE_SIZE = 40;

/** ms of no typing before a search goes out. */
export const SEARCH_PAUSE_MS = 150;

/** This server was started without a library. */
export class NoLibrary extends Error {}

/**
 * @param {string} query
 * @param {number} offset
 * @param {AbortSignal} signal
 * @param {number} [limit]
 * @returns {Promise<Page>}
 */
export const searchLibrary = (query, offset, signal, limit = PAGE_SIZE) => ask('/api/library', {q: query, offset: String(offset), limit: String(limit)}, signal);

/**
 * @param {Order} by
 * @param {string} key  of the group to look into; empty: the top
 * @param {number} offset
 * @param {AbortSignal} signal
 * @param {number} [limit]
 * @returns {Promise<BrowsePage>}
 */
export const browseLibrary = (by, key, offset, signal, limit = PAGE_SIZE) => ask('/api/library/browse', {by, ...(key && {in: key}), offset: String(offset), limit: String(limit)}, signal);

/** @param {string} path @param {Record<string, string>} parameters @param {AbortSignal} signal */
async function ask(path, parameters, signal) {
  const response = await fetch(`${path}?${new URLSearchParams(parameters)}`, {signal});
  if (response.status === 404) throw new NoLibrary();
  if (!response.ok) throw new Error(`library: HTTP ${response.status}`);
  return response.json();
}

/** An entry as a row shows it. @param {Entry} entry @returns {Row} */
export function rowOf({url, title, artist, album, folder, duration, type, cover}) {
  const meta = [duration ? formatTime(duration) : '', artist || album || folder?.split('/').at(-1)].filter(Boolean).join(' · ');
  const provider = type?.startsWith('audio/') ? 'soundcloud' : 'library'; // decides on the picture of what has none
  return {key: url, title, meta, media: {provider, ref: url, url, title, ...(cover && {thumbnail: cover})}, item: {url}};
}
