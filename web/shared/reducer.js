// What a sequenced event does to the state of a session, read from its data alone. Pure, total, never mutates: applying
// the events after a state gives the next state, whatever their names.

/** @import {Item, Playback, State} from './protocol.js' */

/** Fields that an event carries whole and the state takes over as they are. */
const VALUES = /** @type {const} */ (['playback', 'volume', 'muted', 'repeat', 'shuffle', 'captions']);

/** The same, but a state without a choice has no such field, and an event says null. */
const CHOICES = /** @type {const} */ (['screens', 'fallback']);

/**
 * @param {State} state
 * @param {any} data  of the event
 * @returns {State}
 */
export function applyEvent(state, data) {
  if (data === null || typeof data !== 'object') return state;
  const items = changeItem(changeList(state.items, data), data);
  const next = {...state, items};
  for (const name of VALUES) {
    if (data[name] !== undefined) Object.assign(next, {[name]: data[name]});
  }
  for (const name of CHOICES) {
    if (data[name] === null) delete next[name];
    else if (data[name] !== undefined) Object.assign(next, {[name]: data[name]});
  }
  return next;
}

/**
 * @param {readonly Item[]} list
 * @param {any} data
 * @returns {readonly Item[]}
 */
function changeList(list, {items, index, before}) {
  if (!Array.isArray(items)) return list;
  if (typeof index === 'number') return list.toSpliced(index, 0, ...items);
  if (before !== undefined) return move(list, items, before);
  // An empty list of ids would change nothing, and what changes nothing is no event: so it is a whole, empty list.
  if (items.every((item) => typeof item === 'object')) return items;
  const gone = new Set(items);
  return list.filter((item) => !gone.has(item.id));
}

/**
 * Moves items, in the order given, to before another; to the end when that one is null, unknown or moving itself.
 * @param {readonly Item[]} list
 * @param {string[]} ids
 * @param {string|null} before
 */
function move(list, ids, before) {
  const moving = new Set(ids);
  const byId = new Map(list.map((item) => [item.id, item]));
  const moved = [...moving].flatMap((id) => byId.get(id) ?? []);
  const stay = list.filter((item) => !moving.has(item.id));
  const at = stay.findIndex((item) => item.id === before);
  return stay.toSpliced(at < 0 ? stay.length : at, 0, ...moved);
}

/**
 * @param {readonly Item[]} list
 * @param {any} data
 */
function changeItem(list, {item: id, media, failed}) {
  if (typeof id !== 'string' || (media === undefined && failed === undefined)) return list;
  return list.map((item) => (item.id === id ? changed(item, media, failed) : item));
}

/**
 * @param {Item} item
 * @param {any} media
 * @param {string|null|undefined} failed  null takes the mark away
 * @returns {Item}
 */
function changed(item, media, failed) {
  const next = {...item, ...(media === undefined ? {} : {media})};
  if (failed === null) delete next.failed;
  else if (failed !== undefined) next.failed = failed;
  return next;
}

/**
 * Where playback is now, in ms into the media. A start in the future stands at its position until then.
 * @param {Playback} playback
 * @param {number} now  the server's clock
 */
export function position(playback, now) {
  if (playback.status !== 'playing' || playback.held) return playback.position;
  return playback.position + Math.max(0, now - playback.at) * playback.rate;
}

/**
 * The current item, if there is one.
 * @param {State|null} state
 * @returns {Item|null}
 */
export function currentItem(state) {
  const id = state?.playback.item;
  return (id && state.items.find((item) => item.id === id)) || null;
}
