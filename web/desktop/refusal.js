// Why the server would not do something, in words.

import {desktop} from '../shared/strings/desktop.js';
import {knownReason} from '../shared/i18n.js';

const words = /** @type {Record<string, string>} */ (desktop.refused);

/** A link is recognised by its beginning. */
const SHOWN_CHARS = 60;

/** What the server says, where this page has words for it. @param {{code?: string, message?: string}} error */
export function refusalText({code = '', message = ''}) {
  const reason = knownReason(message);
  if (reason) return desktop.sentence(reason);
  return Object.hasOwn(words, code) ? words[code] : words.other;
}

/**
 * Why links were not taken: each reason once; with the links when there are several.
 * @param {readonly {url: string, error: {code?: string, message?: string}}[]} refused
 */
export function sentences(refused) {
  /** @type {Map<string, string[]>} */
  const reasons = new Map();
  for (const {url, error} of refused) {
    const text = refusalText(error);
    reasons.set(text, [...(reasons.get(text) ?? []), url]);
  }
  if (reasons.size <= 1) return [...reasons.keys()];
  return [...reasons].map(([text, urls]) => `${urls[0].slice(0, SHOWN_CHARS)}${urls.length > 1 ? ' …' : ''}: ${text}`);
}
