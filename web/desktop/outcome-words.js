// What became of something that was added, in words of this page.

import {adding} from '../shared/strings/adding.js';
import {desktop} from '../shared/strings/desktop.js';
import {refusalText} from './refusal.js';

/** @import {Words} from '../shared/adding/outcomes.js' */

const {list} = desktop;

/**
 * Where something stands in the list, or nothing where that is not known.
 * @param {number|null} ahead  items to come before it; -1: it plays
 */
function place(ahead) {
  if (ahead === null || ahead < -1) return '';
  if (ahead < 0) return list.playsNow;
  return ahead === 0 ? list.comesNext : list.inLine(ahead + 1);
}

/** @type {Words & import('../shared/adding/add-group.js').Words} */
export const outcomeWords = {...adding, added: list.added, undone: list.undone, place, refusal: refusalText};
