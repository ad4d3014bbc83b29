// XSPF (xspf.org, version 1): its tracks, read without a document. Pure.
//
// Only elements and text matter; whatever else XML can do (entities of its own, say) is left as it is.

/** @import {Entry} from './list-file.js' */

/** @param {string} text @returns {Entry[]} */
export function readXSPF(text) {
  return blocks(withoutComments(text), 'track').map((track) => {
    const title = first(track, 'title');
    const creator = first(track, 'creator');
    return {url: first(track, 'location'), title: creator && title ? `${creator} – ${title}` : title};
  });
}

/** @param {string} text */
const withoutComments = (text) => cut(text, '<!--', '-->').map(({outside}) => outside).join('');

/**
 * The text cut at a pair of marks; what no end follows is dropped. Found by indexOf: no input may make it slow.
 * @param {string} text
 * @param {string} open
 * @param {string} close
 */
function cut(text, open, close) {
  /** @type {{outside: string, inside: string}[]} */
  const parts = [];
  for (let at = 0; at <= text.length; ) {
    const from = text.indexOf(open, at);
    const to = from < 0 ? -1 : text.indexOf(close, from + open.length);
    parts.push({outside: text.slice(at, from < 0 ? undefined : from), inside: to < 0 ? '' : text.slice(from + open.length, to)});
    if (to < 0) break;
    at = to + close.length;
  }
  return parts;
}

/** The insides of all elements of a name, which do not lie in one another. @param {string} text @param {string} name */
function blocks(text, name) {
  /** @type {string[]} */
  const found = [];
  const open = new RegExp(`<(?:\\w{1,20}:)?${name}(?:\\s[^<>]{0,1000})?>`, 'g');
  const close = new RegExp(`</(?:\\w{1,20}:)?${name}\\s{0,9}>`, 'g');
  while (open.exec(text)) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(text);
    if (!end) break;
    found.push(text.slice(open.lastIndex, end.index));
    open.lastIndex = close.lastIndex;
  }
  return found;
}

/** @param {string} track @param {string} name @returns {string|undefined} */
function first(track, name) {
  const [inside] = blocks(track, name);
  return inside === undefined ? undefined : plain(inside).trim();
}

/** @type {Record<string, string>} */
const NAMED = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** Text as it is meant: CDATA unwrapped, characters by name or number. @param {string} text */
function plain(text) {
  return cut(text, '<![CDATA[', ']]>').map(({outside, inside}) => unescaped(outside) + inside).join('');
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
