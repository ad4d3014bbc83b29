// Captions on the screen: what there is to choose from by name, what the key chooses next, and what is said of it.

import {captionNames, nextCaptions, pickCaptions} from '../shared/model/captions.js';
import {captions as words} from '../shared/strings/captions.js';

/** @import {Captions} from '../shared/model/captions.js' */

/** Said where there is nothing to choose. */
export const noCaptions = words.none;

/** @param {readonly Captions[]} offered */
const tagsOf = (offered) => offered.map(({language}) => language);

/**
 * The choices, off first, and which of them shows.
 * @param {readonly Captions[]} offered
 * @param {string|null} wanted  the session's
 * @returns {{choices: {language: string|null, name: string}[], shown: string|null}}
 */
export function choicesOf(offered, wanted) {
  return {
    choices: [{language: null, name: words.off}, ...captionNames(offered, words)],
    shown: pickCaptions(wanted, tagsOf(offered)),
  };
}

/** What the key chooses. @param {readonly Captions[]} offered @param {string|null} wanted */
export function afterThis(offered, wanted) {
  return nextCaptions(pickCaptions(wanted, tagsOf(offered)), tagsOf(offered));
}

/** What is chosen, in words. @param {readonly Captions[]} offered @param {string|null} wanted */
export function chosenText(offered, wanted) {
  if (wanted === null) return words.nowOff;
  const shown = pickCaptions(wanted, tagsOf(offered));
  const [{name}] = shown ? captionNames(offered, words).filter(({language}) => language === shown) : captionNames([{language: wanted}], words);
  return words.now(name);
}
