// Where a moved item goes. Pure. The wire says "before that item", never an index: it means the same after somebody
// else has changed the list.

/** @import {Item} from '../../shared/protocol.js' */

/** @typedef {'top'|'up'|'down'|'end'|'next'} Place */

/**
 * The item before which the moved one comes (null: the end), or undefined where nothing would change.
 * @param {readonly Item[]} items
 * @param {string} id  the item to move
 * @param {Place} place
 * @param {string|null} current  the item that plays now
 * @returns {string|null|undefined}
 */
export function beforeFor(items, id, place, current) {
  const from = items.findIndex((item) => item.id === id);
  if (from < 0) return undefined;
  if (place === 'next') return beforeNext(items, from, current);
  const to = {top: 0, up: Math.max(0, from - 1), down: Math.min(items.length - 1, from + 1), end: items.length - 1}[place];
  return beforeAt(items, from, to);
}

/**
 * The same for a target index, counted in the list as it looks after the move.
 * @param {readonly Item[]} items
 * @param {number} from
 * @param {number} to
 * @returns {string|null|undefined}
 */
export function beforeAt(items, from, to) {
  if (from === to || from < 0 || from >= items.length) return undefined;
  const follower = items[to > from ? to + 1 : to];
  return follower ? follower.id : null;
}

/** @param {readonly Item[]} items @param {number} from @param {string|null} current */
function beforeNext(items, from, current) {
  const now = items.findIndex((item) => item.id === current);
  if (now === from) return undefined;
  return beforeAt(items, from, from < now ? now : now + 1);
}
