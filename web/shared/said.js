// A reason of the server's in a template: its words may still be on their way.

import {nothing, until} from '../vendor/lit.js';
import {fetchReasons, hasWords, reasonText} from './i18n.js';

/**
 * As it is there, or as soon as its words are.
 * @param {string} text
 * @param {(reason: string) => string} [around]
 */
export function said(text, around = (reason) => reason) {
  if (hasWords()) return around(reasonText(text));
  return until(fetchReasons().then(() => around(reasonText(text))), nothing);
}
