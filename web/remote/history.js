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
