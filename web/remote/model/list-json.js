// JSON: what this project's own downloads hold, JSPF (the JSON form of XSPF), and plain arrays. Pure.

/** @import {Entry} from './list-file.js' */

/** @param {string} text @returns {Entry[]}  nothing where it is not JSON, or holds no list */
export function readJSON(text) {
  try {
    return listIn(JSON.parse(text)).map(entryOf);
  } catch {
    return [];
  }
}

/** The list, wherever it is: at the top, in `items`, in `state`, in a JSPF `playlist`. @param {any} value @returns {any[]} */
function listIn(value) {
  const places = [value, value?.items, value?.tracks, value?.state?.items, value?.data?.state?.items, value?.playlist?.track];
  return places.find(Array.isArray) ?? [];
}

/** @param {any} value @returns {Entry} */
function entryOf(value) {
  if (typeof value === 'string') return {url: value};
  const at = value?.item ?? value; // the history has items inside
  return {
    url: text(at?.url) ?? text(at?.media?.url) ?? text([at?.location].flat()[0]),
    title: text(at?.title) ?? text(at?.media?.title),
    start: at?.start,
    end: at?.end,
  };
}

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : undefined);
