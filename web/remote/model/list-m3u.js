// M3U, as players write it: one address a line, before it perhaps "#EXTINF:<seconds>,<title>". Pure.

/** @import {Entry} from './list-file.js' */

/** Tags that only the manifest of a stream has (RFC 8216). */
const STREAM = /^#EXT-X-(?:TARGETDURATION|STREAM-INF|MEDIA-SEQUENCE)/m;

/** @param {string} text */
export function isStream(text) {
  return text.startsWith('#EXTM3U') && STREAM.test(text);
}

/** Attributes of IPTV lists may hold commas in quotes; the title comes after the first comma outside of them. */
const INFO = /^#EXTINF:(?:"[^"]*"|[^",])*,(.*)$/;

/** @param {string} text @returns {Entry[]} */
export function readM3U(text) {
  /** @type {Entry[]} */
  const entries = [];
  let title = '';
  for (const line of text.split(/\r\n?|\n/).map((raw) => raw.trim())) {
    const info = INFO.exec(line);
    if (info) title = info[1].trim();
    if (line === '' || line.startsWith('#')) continue;
    entries.push({url: line, ...(title && {title})});
    title = '';
  }
  return entries;
}
