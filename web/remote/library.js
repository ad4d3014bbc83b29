// The server's folder of media, as the remote reads it.

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
 */

/** @typedef {{items: Entry[], total: number, next: number|null}} Page */

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
 * @returns {Promise<Page>}
 */
export async function searchLibrary(query, offset, signal) {
  const parameters = new URLSearchParams({q: query, offset: String(offset), limit: String(PAGE_SIZE)});
  const response = await fetch(`/api/library?${parameters}`, {signal});
  if (response.status === 404) throw new NoLibrary();
  if (!response.ok) throw new Error(`library: HTTP ${response.status}`);
  return response.json();
}
