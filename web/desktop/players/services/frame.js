// The frame that another service's player lives in.

/** @import {Page} from './script.js' */

/** What a player in a frame may do; everything else that a browser asks about stays forbidden. */
export const ALLOW = 'autoplay; fullscreen; encrypted-media; picture-in-picture';

/**
 * @param {Page} page
 * @param {string} title  whose player it is
 * @param {string} src
 */
export function makeFrame(page, title, src) {
  const frame = page.document.createElement('iframe');
  frame.allow = ALLOW;
  frame.referrerPolicy = 'strict-origin-when-cross-origin'; // owners may allow some sites only: the site is told, its path is not
  frame.title = title;
  frame.src = src;
  return frame;
}

/**
 * An address with a query.
 * @param {string} base
 * @param {Record<string, string|number|boolean|undefined>} query  undefined ones are left out
 */
export function address(base, query) {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  return `${base}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}
