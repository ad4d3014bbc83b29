// Adding what somebody pasted: one message for many links, and a word for each that the server would not take.

import {LIMITS} from '../shared/protocol.js';
import {refusedIndex, splitLinks} from '../shared/model/links.js';

/** @import {State} from '../shared/protocol.js' */
/** @import {Answer} from '../shared/ask.js' */

/** @typedef {{url: string, error: {code?: string}}} Refusal */

/** @typedef {(event: string, data: any) => Promise<Answer>} Send */

/**
 * What to add of a text: the links in it; without any, all of it, so that the server says what is wrong with it.
 * @param {string} text
 * @returns {string[]}
 */
export function linksIn(text) {
  const {links} = splitLinks(text);
  const all = text.trim();
  return links.length > 0 || !all ? links : [all];
}

/**
 * Adds links; the first one plays at once when nothing does.
 * @param {readonly string[]} links
 * @param {'end'|'next'} place
 * @param {State|null} state
 * @param {Send} send
 * @returns {Promise<{added: number, refused: Refusal[]}>}
 */
export async function addLinks(links, place, state, send) {
  /** @type {Refusal[]} */
  const refused = [];
  // Each group placed next would come before the one sent earlier: so the last group goes first.
  const groups = place === 'next' ? batches(links).toReversed() : batches(links);
  for (const group of groups) refused.push(...(await addGroup(group, place, send)));
  const added = links.length - refused.length;
  if (added > 0 && isQuiet(state)) await send('command', {name: 'play'});
  return {added, refused};
}

/**
 * Adds what the server takes of a group: a link that it names goes out, and the others are sent again.
 * @param {readonly string[]} links @param {'end'|'next'} place @param {Send} send
 */
async function addGroup(links, place, send) {
  /** @type {Refusal[]} */
  const refused = [];
  let left = [...links];
  while (left.length > 0) {
    const answer = await send('add', {items: left.map((url) => ({url})), place});
    if (answer.ok) break;
    const {error} = answer;
    const named = left[refusedIndex(error.field) ?? -1];
    const out = named === undefined ? left : [named];
    refused.push(...out.map((url) => ({url, error})));
    left = left.filter((url) => !out.includes(url));
  }
  return refused;
}

/** Groups as large as one message may be. @param {readonly string[]} links */
function batches(links) {
  return Array.from({length: Math.ceil(links.length / LIMITS.ADD_ITEMS)}, (_, i) => links.slice(i * LIMITS.ADD_ITEMS, (i + 1) * LIMITS.ADD_ITEMS));
}

/** Nothing plays and nothing is about to. @param {State|null} state */
function isQuiet(state) {
  return state?.playback.status === 'idle' || state?.playback.status === 'ended';
}
