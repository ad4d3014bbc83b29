// Where the current item is and how long it lasts, and what the screens can do about it. Pure.

import {currentItem, position} from '../../shared/reducer.js';
import {reportsOf} from './condition.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Item, State} from '../../shared/protocol.js' */

/** Reports in which the picture stands still although the session plays on: then the report is nearer to the truth. */
const STANDING = new Set(['loading', 'buffering', 'blocked']);

/**
 * @param {Pick<Snapshot, 'state'|'players'|'clients'>} snapshot
 * @returns {{start: number, end: number|null}}  ms into the media; end null while the length is unknown
 */
export function rangeOf(snapshot) {
  const item = currentItem(snapshot.state);
  if (!item) return {start: 0, end: null};
  const reported = reportsOf(snapshot).find(({duration}) => Number.isFinite(duration))?.duration;
  return {start: item.start ?? 0, end: item.end ?? item.media.duration ?? reported ?? null};
}

/**
 * The position that people see on the screen, in ms into the media.
 * @param {Pick<Snapshot, 'state'|'players'|'clients'>} snapshot
 * @param {number} now  the server's clock
 */
export function positionNow(snapshot, now) {
  const {state} = snapshot;
  if (!state) return 0;
  const {start, end} = rangeOf(snapshot);
  const reports = reportsOf(snapshot);
  const standing = state.playback.status === 'playing' && reports.length > 0 && reports.every(({status}) => STANDING.has(status));
  const at = standing ? reports[0].position : position(state.playback, now);
  return Math.max(start, Math.min(end ?? Infinity, at));
}

/** Whether the position moves by itself right now. @param {Pick<Snapshot, 'state'>} snapshot */
export function isMoving({state}) {
  return state?.playback.status === 'playing' && !state.playback.held;
}

/**
 * Whether a screen can do something. While no screen has said, the common things count as possible and captions not.
 * @param {Pick<Snapshot, 'state'|'players'|'clients'>} snapshot
 * @param {'seek'|'rate'|'volume'|'captions'} ability
 */
export function canDo(snapshot, ability) {
  const lists = reportsOf(snapshot).flatMap(({can}) => (can ? [can] : []));
  if (lists.length === 0) return ability !== 'captions';
  return lists.some((can) => can.includes(ability));
}

/** Whether the order in which items will come is the list's order, and ends. @param {State} state */
function isForeseeable({playback, repeat, shuffle}) {
  return playback.status !== 'ended' && repeat === 'none' && !shuffle;
}

/** How long an item plays at normal speed, in ms; null while that is unknown. @param {Item} item */
function lengthOf({start, end, media}) {
  const until = end ?? media.duration ?? null;
  return until === null ? null : Math.max(0, until - (start ?? 0));
}

/**
 * When items will begin, in ms from now, by index: nothing for those that were, for the current one, and for all behind
 * an item of unknown length; nothing at all where the order cannot be foreseen.
 * @param {State} state
 * @param {number} now  the server's clock
 * @param {number} [last]  index at which to stop counting
 * @returns {Map<number, number>}
 */
export function startsIn(state, now, last = state.items.length) {
  /** @type {Map<number, number>} */
  const begins = new Map();
  const at = state.items.findIndex(({id}) => id === state.playback.item);
  if (at < 0 || !isForeseeable(state)) return begins;
  let sum = (state.items[at].start ?? 0) - positionNow({state, players: [], clients: []}, now);
  for (let i = at; i + 1 < Math.min(last, state.items.length); i++) {
    const length = lengthOf(state.items[i]);
    if (length === null) break;
    sum += length;
    begins.set(i + 1, Math.max(0, sum) / state.playback.rate);
  }
  return begins;
}

/**
 * What is left to play, in ms; null where that cannot be known: lengths are missing, it never ends, or it has ended.
 * @param {State} state
 * @param {number} now  the server's clock
 * @returns {number|null}
 */
export function timeLeft(state, now) {
  if (!isForeseeable(state)) return null;
  const at = state.items.findIndex(({id}) => id === state.playback.item);
  let sum = at < 0 ? 0 : (state.items[at].start ?? 0) - positionNow({state, players: [], clients: []}, now);
  for (const item of state.items.slice(Math.max(0, at))) {
    const length = lengthOf(item);
    if (length === null) return null;
    sum += length;
  }
  return Math.max(0, sum) / state.playback.rate;
}
