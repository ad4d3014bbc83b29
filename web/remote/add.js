// Adding, as all ways to add do it: one message with everything, a result for each link, and the first thing added
// starts to play.

import {ask, command} from './ask.js';
import {refusedIndex} from './model/links.js';
import {refusalText} from './strings.js';

/** @import {Snapshot} from '../shared/store.js' */
/** @import {Answer} from './ask.js' */

/** @typedef {'end'|'next'|'now'} Place */
/** @typedef {{url: string, ok: boolean, reason: string}} Result */

/**
 * Adds links in one message, so that they stay together, keep their order and are one step to undo. When the server
 * refuses one of them the others go again without it.
 * @param {EventTarget} from
 * @param {readonly string[]} urls
 * @param {Place} place
 * @param {() => Snapshot|undefined} snapshot
 * @returns {Promise<Result[]>}  in the order of `urls`
 */
export async function addLinks(from, urls, place, snapshot) {
  /** @type {Map<string, string>} */
  const reasons = new Map();
  const starts = place !== 'now' && isQuiet(snapshot());
  let left = [...urls];
  while (left.length > 0) {
    const answer = await ask(from, 'add', {items: left.map((url) => ({url})), place}, {quiet: true});
    if (answer.ok) break;
    const refused = refusedLinks(left, answer);
    for (const url of refused) reasons.set(url, refusalText(answer.error));
    left = left.filter((url) => !refused.includes(url));
  }
  if (starts && left.length > 0) await command(from, 'play');
  return urls.map((url) => ({url, ok: !reasons.has(url), reason: reasons.get(url) ?? ''}));
}

/**
 * The links that a refusal is about: the one it names, else all of them.
 * @param {readonly string[]} urls
 * @param {Extract<Answer, {ok: false}>} answer
 */
function refusedLinks(urls, {error}) {
  const index = refusedIndex(error.field);
  return index !== null && index < urls.length ? [urls[index]] : [...urls];
}

/** Nothing plays and nothing is about to: what is added now starts. @param {Snapshot|undefined} snapshot */
function isQuiet(snapshot) {
  const status = snapshot?.state?.playback.status;
  return status === 'idle' || status === 'ended';
}
