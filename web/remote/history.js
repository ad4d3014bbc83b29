// What was played in a session, as the server remembers it: the last hundred, newest first.

/** @import {Item} from '../shared/protocol.js' */

/** @typedef {{item: Item, at: number}} Played  `at`: when it began, in Unix ms of the server */

/**
 * @param {string} session
 * @param {AbortSignal} signal
 * @returns {Promise<Played[]>}
 */
export async function fetchHistory(session, signal) {
  const response = await fetch(`/api/sessions/${encodeURIComponent(session)}/history`, {signal});
  if (!response.ok) throw new Error(`history: HTTP ${response.status}`);
  return (await response.json()).items;
}

/**
 * Everything that was played once, where it played last, and how often that was: with repeat on, one song would be all
 * there is to see.
 * @param {readonly Played[]} history  newest first
 * @returns {(Played & {times: number})[]}
 */
export function onceEach(history) {
  /** @type {Map<string, Played & {times: number}>} */
  const seen = new Map();
  for (const played of history) {
    const {media, start = 0, end = null} = played.item;
    const what = JSON.stringify([media.provider, media.url, start, end]);
    const known = seen.get(what);
    if (known) known.times += 1;
    else seen.set(what, {...played, times: 1});
  }
  return [...seen.values()];
}
