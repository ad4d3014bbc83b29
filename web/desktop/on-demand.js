// Parts of the page that are loaded when somebody wants them.

import {desktop as words} from '../shared/strings/desktop.js';

/** @import {News} from './model/news.js' */

/**
 * Where the line fails it is said, and tried again the next time.
 * @template T
 * @param {{say: (news: News) => void}} page
 * @param {() => Promise<T>} load
 * @returns {Promise<T|null>}
 */
export async function onDemand(page, load) {
  try {
    return await load();
  } catch {
    page.say({text: words.refused.expired});
    return null;
  }
}
