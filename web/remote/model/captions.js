// The captions that the screens have for the current item, by name. Pure.

import {FORCED, SDH} from '../../shared/model/captions.js';
import {reportsOf} from './condition.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** @typedef {{unknownLanguage: string, forced: (language: string) => string, sdh: (language: string) => string}} Words */

/**
 * The tags of all captions that any screen offers, in the order of the first that does; null when none says which.
 * @param {Pick<Snapshot, 'state'|'players'|'clients'>} snapshot
 * @returns {string[]|null}
 */
export function captionsOffered(snapshot) {
  const tags = new Set(reportsOf(snapshot).flatMap(({captions = []}) => captions));
  return tags.size > 0 ? [...tags] : null;
}

/**
 * What people call captions: the language by its own name, and what is special about them.
 * @param {string} tag  a language tag (BCP 47)
 * @param {Words} words
 */
export function captionsName(tag, words) {
  const [language, mark] = tag.split(/-(?=x-)/i, 2);
  const name = language.toLowerCase() === 'und' ? words.unknownLanguage : languageName(language);
  switch (mark?.toLowerCase()) {
    case FORCED:
      return words.forced(name);
    case SDH:
      return words.sdh(name);
    default:
      return name;
  }
}

/** @param {string} code */
function languageName(code) {
  try {
    return new Intl.DisplayNames([code, 'en'], {type: 'language'}).of(code) ?? code;
  } catch {
    return code; // not a tag that the browser knows
  }
}
