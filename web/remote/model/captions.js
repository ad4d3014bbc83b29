// The captions that the screens have for the current item. Pure.

import {isForced} from '../../shared/model/captions.js';
import {reportsOf} from './condition.js';

/** @import {Captions} from '../../shared/model/captions.js' */
/** @import {Snapshot} from '../../shared/store.js' */

/**
 * All captions that any screen offers, each once, in the order of the first that does; null when none says which.
 * @param {Pick<Snapshot, 'state'|'players'|'clients'>} snapshot
 * @returns {Captions[]|null}
 */
export function captionsOffered(snapshot) {
  /** @type {Map<string, Captions>} */
  const offered = new Map();
  for (const {captions, captionLabels} of reportsOf(snapshot)) {
    for (const [i, language] of (captions ?? []).entries()) {
      if (!isForced(language) && !offered.has(language)) offered.set(language, {language, label: captionLabels?.[i] ?? ''});
    }
  }
  return offered.size > 0 ? [...offered.values()] : null;
}
