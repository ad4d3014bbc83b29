// What can be said of a file before any of it is sent. Pure.

/** @typedef {'tooLarge'|'empty'|'notMedia'|''} Problem  a key of the words for refusals; empty when it may be sent */

/** Names of files that phones often know no type of. */
const MEDIA_NAME = /\.(?:mp4|m4v|mov|webm|mkv|ogv|mp3|m4a|m4b|aac|weba|og[ga]|opus|flac|wav|jpe?g|png|gif|webp|avif|hei[cf])$/i;

/** What a phone's chooser offers: kinds, and names where kinds are not known. */
export const ACCEPT = 'image/*,video/*,audio/*,.mkv,.flac,.opus,.ogg,.m4a,.avif';

/**
 * Why a file need not be sent. What it says of itself is believed here only: the server looks into it.
 * @param {{name: string, type: string, size: number}} file
 * @param {number} maxBytes
 * @returns {Problem}
 */
export function problemOf({name, type, size}, maxBytes) {
  if (size === 0) return 'empty';
  if (size > maxBytes) return 'tooLarge';
  if (type === 'image/svg+xml') return 'notMedia';
  return /^(?:image|video|audio)\//.test(type) || MEDIA_NAME.test(name) ? '' : 'notMedia';
}

/** A picture in Apple's own format, which browsers other than Safari do not show. @param {{name: string, type: string}} file */
export function isHeic({name, type}) {
  return /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);
}

/** Units of Intl, each a thousand of the one before, as phones count. */
const UNITS = /** @type {const} */ (['byte', 'kilobyte', 'megabyte', 'gigabyte']);

/**
 * A number of bytes, as the reader's language writes it: "3.4 MB".
 * @param {number} bytes
 * @param {string} [language]  BCP 47
 */
export function sizeText(bytes, language = globalThis.document?.documentElement.lang || 'en') {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const maximumFractionDigits = step > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, {style: 'unit', unit: UNITS[step], unitDisplay: 'short', maximumFractionDigits}).format(value);
}

/** Whole percents; 100 only when all of it is there. @param {number} sent @param {number} size */
export function percentOf(sent, size) {
  return size > 0 ? Math.min(100, Math.floor((sent / size) * 100)) : 0;
}
