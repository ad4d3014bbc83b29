// A list file that somebody opened on the phone, as items to add: M3U, XSPF, JSPF, JSON, or plain links. Pure.
//
// Only web addresses count. A path on somebody's disk means nothing to the screen, and is counted as skipped.

import {LIMITS} from '../../shared/protocol.js';
import {readJSON} from './list-json.js';
import {isStream, readM3U} from './list-m3u.js';
import {readXSPF} from './list-xspf.js';
import {splitLinks} from '../../shared/model/links.js';

/** @import {NewItem} from './parts.js' */

/** A list of 5,000 entries with long titles is smaller; what is larger is no list. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** No session holds more. */
export const MAX_ENTRIES = LIMITS.SESSION_ITEMS;

/** @typedef {{url?: string, title?: string, start?: number, end?: number}} Entry  as a file has it: nothing is sure */

/**
 * @typedef {object} ListFile
 * @property {NewItem[]} items  at most MAX_ENTRIES
 * @property {number} skipped  entries without a web address
 * @property {boolean} cut  there were more than MAX_ENTRIES
 */

/** The file is the manifest of one stream (HLS), not a list of things to play. */
export class StreamFile extends Error {}

/**
 * @param {string} text  of at most MAX_FILE_BYTES
 * @returns {ListFile}
 * @throws {StreamFile}
 */
export function readList(text) {
  const plain = text.replace(/^\uFEFF/, '').trimStart();
  if (isStream(plain)) throw new StreamFile();
  const entries = entriesOf(plain);
  const items = entries.map(itemOf).filter((item) => item !== null);
  return {items: items.slice(0, MAX_ENTRIES), skipped: entries.length - items.length, cut: items.length > MAX_ENTRIES};
}

/** What it is shows in its first characters; names of files are often wrong. @param {string} text @returns {Entry[]} */
function entriesOf(text) {
  if (text.startsWith('<')) return readXSPF(text);
  if (text.startsWith('{') || text.startsWith('[')) return readJSON(text);
  if (/^#EXT(?:M3U|INF)/.test(text)) return readM3U(text);
  const {links, rest} = splitLinks(text);
  return [...links.map((url) => ({url})), ...rest.filter((line) => !line.startsWith('#')).map(() => ({}))];
}

/** @param {Entry} entry @returns {NewItem|null} */
function itemOf({url, title, start, end}) {
  const address = url?.trim() ?? '';
  if (!isAddress(address)) return null;
  const name = [...(title ?? '').replace(/\s+/g, ' ').trim()].slice(0, LIMITS.TITLE_CHARS).join('');
  return {url: address, ...(name && {title: name}), ...range(start, end)};
}

/** Web addresses, and files of a library like the one of this server. @param {string} address */
function isAddress(address) {
  if (address.length > LIMITS.URL_CHARS || /\s/.test(address)) return false;
  return /^\/media\/./.test(address) || (/^https?:\/\//i.test(address) && URL.canParse(address)) || /^[\w-]{11}$/.test(address);
}

/** @param {number|undefined} start @param {number|undefined} end */
function range(start, end) {
  const from = isTime(start) && start > 0 ? start : undefined;
  const to = isTime(end) && end > (from ?? 0) ? end : undefined;
  return {...(from !== undefined && {start: from}), ...(to !== undefined && {end: to})};
}

/** @param {number|undefined} ms @returns {ms is number} */
const isTime = (ms) => Number.isSafeInteger(ms);
