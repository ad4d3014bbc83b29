// What a link leads to, asked of the server before it is added. A look, not a gate: nothing waits for it.

/** @import {Media} from '../protocol.js' */

/** @typedef {{url: string, title?: string, count?: number}} List  `count`: how many come of it at most, where that is known */

/**
 * @typedef {object} Preview
 * @property {Media} media
 * @property {List|null} [list]  a whole list that the link names beside the one thing, or is
 * @property {boolean} playable
 * @property {string} [reason]  why not
 */

/** ms without a keystroke before a link is looked at: its letters come one by one, and each makes another link. */
export const PREVIEW_PAUSE_MS = 250;

/**
 * @param {string} session
 * @param {string} link
 * @param {AbortSignal} signal
 * @returns {Promise<Preview|null>}  null where nothing can be said
 */
export async function fetchPreview(session, link, signal) {
  const response = await fetch(`/api/sessions/${encodeURIComponent(session)}/preview?${new URLSearchParams({url: link})}`, {signal});
  if (response.ok) return response.json();
  const {error} = await response.json().catch(() => ({}));
  if (error?.code !== 'unsupported' && error?.code !== 'invalid') return null; // too fast, not there, down: nothing about the link
  return {media: {provider: 'file', ref: link, url: link, title: ''}, playable: false, reason: error.message};
}

/**
 * Which lists are to be added in place of links that name them, once somebody chose for one link.
 * @param {ReadonlyMap<string, string>} wanted  addresses of lists, by link
 * @param {string} link
 * @param {string} list  its address; empty: the link alone
 * @returns {ReadonlyMap<string, string>}
 */
export function wanting(wanted, link, list) {
  const others = [...wanted].filter(([one]) => one !== link);
  return new Map(list ? [...others, [link, list]] : others);
}
