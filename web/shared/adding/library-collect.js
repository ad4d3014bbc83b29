// Everything in a folder, an artist or an album, with what is inside of it.

import {browseLibrary} from './library.js';

/** @import {Order} from './library.js' */
/** @import {NewItem} from '../model/parts.js' */

/** Entries a request: the most that the server answers with at once would be one request more or less. */
const AT_ONCE = 100;

/**
 * In the order in which they are shown: groups first, each with all that it holds.
 * @param {Order} by
 * @param {string} key
 * @param {number} most  where to stop
 * @param {AbortSignal} signal
 * @returns {Promise<NewItem[]>}
 */
export async function collect(by, key, most, signal) {
  /** @type {NewItem[]} */
  const items = [];
  /** @type {number|null} */
  let offset = 0;
  while (offset !== null && items.length < most) {
    const page = await browseLibrary(by, key, offset, signal, AT_ONCE);
    for (const group of page.groups) items.push(...(await collect(by, group.key, most - items.length, signal)));
    items.push(...page.items.map(({url}) => ({url})));
    offset = page.next;
  }
  return items.slice(0, most);
}
