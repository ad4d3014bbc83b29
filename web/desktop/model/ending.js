// The last seconds of an item, in which the screen shows what comes next. Pure.

/** @import {Item} from '../../shared/protocol.js' */

/** Long enough to see it, to say "not that one", and to reach for a phone. */
export const LAST_MS = 10_000;

/** Of something short, the last seconds are no more than this share. */
const LAST_SHARE = 1 / 3;

/**
 * What is left of an item, if that is little: ms of real time until it ends; null while it is not near its end, or its
 * end is not known.
 * @param {object} playing
 * @param {Pick<Item, 'start'|'end'>} playing.item
 * @param {number|null} playing.duration  ms, of the media
 * @param {number} playing.position  ms into the media
 * @param {number} playing.rate
 * @returns {number|null}
 */
export function lastOf({item, duration, position, rate}) {
  const end = Math.min(item.end ?? Infinity, duration ?? Infinity);
  if (!Number.isFinite(end)) return null;
  const length = (end - (item.start ?? 0)) / rate;
  const left = (end - position) / rate;
  return left <= Math.min(LAST_MS, length * LAST_SHARE) ? Math.max(0, left) : null;
}
