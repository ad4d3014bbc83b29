// How many items go in one message. Pure.

import {LIMITS} from '../protocol.js';

/** @typedef {{url: string, title?: string, start?: number, end?: number}} NewItem  as the wire has it */

/**
 * Bytes of a message around its items: event, id and place, with room to spare.
 */
const ENVELOPE_BYTES = 512;

/**
 * Bytes of items in one `upload`. It could take eight times as many; but a part should get through a poor mobile line
 * (50 kbit/s) within the 30 s after which a request is given up.
 */
export const PART_BYTES = 128 * 1024;

const utf8 = new TextEncoder();

/** @param {NewItem} item */
const bytesOf = (item) => utf8.encode(JSON.stringify(item)).length + 1;

/**
 * Whether all of them fit into one `add`.
 * @param {readonly NewItem[]} items
 */
export function fitsAdd(items) {
  return items.length <= LIMITS.ADD_ITEMS && sum(items) <= LIMITS.MESSAGE_BYTES - ENVELOPE_BYTES;
}

/** @param {readonly NewItem[]} items */
const sum = (items) => items.reduce((bytes, item) => bytes + bytesOf(item), 0);

/**
 * The items in parts, in order: one where they fit into an `add`, else as few uploads as PART_BYTES allows.
 * @template {NewItem} T
 * @param {readonly T[]} items
 * @returns {T[][]}
 */
export function partsOf(items) {
  return fitsAdd(items) ? [[...items]] : split(items, Infinity, PART_BYTES);
}

/**
 * Those of the items, from the first on, that fit into one `add`.
 * @template {NewItem} T
 * @param {readonly T[]} items
 * @returns {T[]}
 */
export function firstAdd(items) {
  return split(items, LIMITS.ADD_ITEMS, LIMITS.MESSAGE_BYTES - ENVELOPE_BYTES)[0] ?? [];
}

/**
 * @template {NewItem} T
 * @param {readonly T[]} items
 * @param {number} maxItems
 * @param {number} maxBytes
 */
function split(items, maxItems, maxBytes) {
  /** @type {T[][]} */
  const parts = [];
  let bytes = Infinity;
  for (const item of items) {
    const size = bytesOf(item);
    if (bytes + size > maxBytes || parts[parts.length - 1].length >= maxItems) {
      parts.push([]);
      bytes = 0;
    }
    parts[parts.length - 1].push(item);
    bytes += size;
  }
  return parts;
}
