// Where a moved item goes. Pure. The wire says "before that item", never an index: it means the same after somebody
// else has changed the list.

/** @import {Item, State} from '../protocol.js' */

/** @typedef {'top'|'up'|'down'|'end'|'next'} Place */

/**
 * How many items come before one: 0 is next, -1 is playing, less is behind; null without a current item or in shuffled
 * order, which only the server knows.
 * @param {State|null} state
 * @param {string} id
 * @returns {number|null}
 */
export function aheadOf(state, id) {
  const now = state ? state.items.findIndex((item) => item.id === state.playback.item) : -1;
  const at = state ? state.items.findIndex((item) => item.id === id) : -1;
  return now < 0 || at < 0 || state?.shuffle ? null : at - now - 1;
}

/**
 * The same for the first of some items that were just added.
 * @param {State|null} state
 * @param {number} count
 * @param {'end'|'next'|'now'} place
 */
export function aheadOfNew(state, count, place) {
  if (place !== 'end') return place === 'now' ? -1 : 0;
  const first = state?.items.at(-count);
  return first ? aheadOf(state, first.id) : null;
}

/** Before this many items that were, the list is shown whole: hiding one would only be restless. */
const SHOWN_BEFORE = 1;

/**
 * Where the list begins to be of interest: at the current item, when more than a few were before it.
 * @param {State} state
 */
export function historyLength(state) {
  if (state.shuffle) return 0;
  const now = state.items.findIndex((item) => item.id === state.playback.item);
  return now > SHOWN_BEFORE ? now : 0;
}

/**
 * The item before which the moved one comes (null: the end), or undefined where nothing would change. The top is that of
 * what is to come: what lies before the current item was played already.
 * @param {readonly Item[]} items
 * @param {string} id  the item to move
 * @param {Place} place
 * @param {string|null} current  the item that plays now
 * @param {number} [floor]  the first place that "up" may lead to
 * @returns {string|null|undefined}
 */
export function beforeFor(items, id, place, current, floor = 0) {
  const from = items.findIndex((item) => item.id === id);
  if (from < 0) return undefined;
  const now = items.findIndex((item) => item.id === current);
  if (place === 'next' || (place === 'top' && now < from)) return beforeNext(items, from, now);
  const up = Math.max(Math.min(floor, from), from - 1);
  const to = {top: 0, up, down: Math.min(items.length - 1, from + 1), end: items.length - 1}[place];
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

/** @param {readonly Item[]} items @param {number} from @param {number} now  -1: nothing is current */
function beforeNext(items, from, now) {
  if (now === from) return undefined;
  return beforeAt(items, from, from < now ? now : now + 1);
}
