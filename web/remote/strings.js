// What the remote says. The words stand in shared/strings/remote/; here is what is put together from them.

import {remote as text} from '../shared/strings/remote.js';
import {describeItem, mediaSource, providerName} from '../shared/format.js';
import {reasonText} from '../shared/i18n.js';

/** @import {Condition} from './model/condition.js' */
/** @import {Item, Media} from '../shared/protocol.js' */

export {text};

/**
 * The condition in words.
 * @param {Condition} condition
 * @returns {string}
 */
export function conditionText({kind, reason, screens}) {
  const where = screens.join(', ');
  if (kind === 'failed') return didNotPlay(reason && reasonText(reason));
  if (where && (kind === 'empty' || kind === 'blocked' || kind === 'playing')) return text.condition[`${kind}On`](where);
  return text.condition[kind];
}

/** @param {string} [reason] */
export function didNotPlay(reason) {
  return reason ? text.didNotPlayFor(reason) : text.didNotPlay;
}

/**
 * Where something stands in the list, or nothing where that is not known.
 * @param {number|null} ahead  items to come before it; -1: it plays
 */
export function placeText(ahead) {
  if (ahead === null || ahead < -1) return '';
  if (ahead < 0) return text.playsNow;
  return ahead === 0 ? text.comesNext : text.inLine(ahead + 1);
}

/** Sentences, of which those that are empty are left out. @param {...string} all */
export const sentences = (...all) => all.filter(Boolean).join(text.stop);

/** Minutes as people say them. @param {number} n */
export function spanText(n) {
  return n < 60 ? text.minutes(n) : text.hours(Math.floor(n / 60), n % 60);
}

/**
 * Where a media is played from: its own name, or what that is called here.
 * @param {Media} media
 * @param {string} [source]  as shared/format.js has it, which knows names only
 */
export function sourceText(media, source = mediaSource(media)) {
  const known = /** @type {Record<string, string>} */ (text.sources)[media.provider];
  return known && source === providerName(media.provider) ? known : source;
}

/** An item as rows show it. @param {Item} item */
export function describe(item) {
  const described = describeItem(item);
  return {...described, source: sourceText(item.media, described.source)};
}

/**
 * A refusal in a sentence.
 * @param {{code?: string, message?: string}} error
 */
export function refusalText({code, message}) {
  return /** @type {Record<string, string>} */ (text.refused)[code ?? ''] ?? (message ? sentence(reasonText(message)) : text.failed);
}

/** @param {string} message */
function sentence(message) {
  const trimmed = message.trim();
  const first = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(first) ? first : `${first}.`;
}
