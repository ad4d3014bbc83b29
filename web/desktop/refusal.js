// Why the server would not do something, in words.

import {desktop} from '../shared/strings/desktop.js';

const words = /** @type {Record<string, string>} */ (desktop.refused);

/** @param {{code?: string}} error */
export function refusalText({code = ''}) {
  return Object.hasOwn(words, code) ? words[code] : words.other;
}
