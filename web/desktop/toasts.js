// What a room likes to be told: who added what, who skipped. Pure: an event and the states around it give a sentence.

import {mediaTitle} from '../shared/format.js';
import {desktop} from '../shared/strings/desktop.js';

/** @import {ClientInfo, Envelope, Item, State} from '../shared/protocol.js' */

const words = desktop.toast;

/**
 * @typedef {object} Context
 * @property {State|null} before
 * @property {readonly ClientInfo[]} clients
 * @property {string} me  whose own doings need no telling
 */

/**
 * @param {Envelope} message
 * @param {Context} context
 * @returns {string|null}
 */
export function toastFor({event, by, data}, {before, clients, me}) {
  if (!by || by === me || !before) return null;
  const who = clients.find(({client}) => client === by)?.name?.trim() || words.someone;
  switch (event) {
    case 'add':
    case 'upload':
      return listed(who, data);
    case 'remove':
      return removed(who, data.items, before.items);
    case 'command':
      return commanded(who, data, before);
    default:
      return null;
  }
}

/** @param {string} who @param {{items: Item[], index?: number}} data */
function listed(who, {items, index}) {
  if (index === undefined) return words.replaced(who);
  return items.length === 1 ? words.added(who, mediaTitle(items[0].media)) : words.addedMany(who, items.length);
}

/** @param {string} who @param {string[]} ids @param {readonly Item[]} list */
function removed(who, ids, list) {
  const title = titleOf(ids[0], list);
  return ids.length === 1 && title ? words.removed(who, title) : words.removedMany(who, ids.length);
}

/** @param {string} who @param {{name: string, item?: string}} data @param {State} before */
function commanded(who, {name, item}, before) {
  const current = titleOf(before.playback.item, before.items);
  if (name === 'next' && current) return words.skipped(who, current);
  if (name === 'previous') return words.back(who);
  const chosen = titleOf(item, before.items);
  return name === 'jump' && chosen ? words.chose(who, chosen) : null;
}

/** @param {string|null|undefined} id @param {readonly Item[]} list */
function titleOf(id, list) {
  const item = id && list.find((candidate) => candidate.id === id);
  return item ? mediaTitle(item.media) : '';
}
