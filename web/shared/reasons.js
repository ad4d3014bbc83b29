// What each of the server's reasons is called in the reader's language. A reason is recognised by its sentence, of which
// the table (made from the server's own) has every one: an item's `failed` is a sentence and has no room for a code.

import {learn, loadStrings} from './i18n.js';
import {REASONS} from './reason-table.js';

/** @typedef {string|((...values: string[]) => string)} Words */

const words = /** @type {Record<string, Words>} */ (await loadStrings('reasons'));

/** @param {string} text */
const pattern = (text) => new RegExp(`^${text.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+)')}$`, 's');

const forms = REASONS.map(([code, text]) => /** @type {const} */ ([code, pattern(text)]));

/**
 * @param {string} text  as the server says it
 * @returns {string|null}  null: none of its reasons
 */
export function reasonIn(text) {
  for (const [code, form] of forms) {
    const match = form.exec(text);
    if (match) return say(words[code], match.slice(1));
  }
  return null;
}

/** A value may be a reason too. @param {Words|undefined} said @param {readonly string[]} values */
function say(said, values) {
  if (typeof said !== 'function') return said ?? null;
  return said(...values.map((value) => reasonIn(value) ?? value));
}

learn(reasonIn);
