// What a room likes to be told: who added what, who skipped. Pure: an event and the states around it give a piece of news.

import {isolated, mediaTitle, shortened} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.js';

/** @import {ClientInfo, Envelope, Item, Playback, State} from '../../shared/protocol.js' */
/** @import {News} from './news.js' */

const words = desktop.toast;

/** A title that is longer would hide what was done with it. Characters as people count them. */
const TITLE_MAX = 60;

/**
 * @typedef {object} Context
 * @property {State|null} before
 * @property {readonly ClientInfo[]} clients
 * @property {string} me  whose own doings need no telling
 */

/**
 * @param {Envelope} message
 * @param {Context} context
 * @returns {News|null}
 */
export function toastFor({event, by, data}, {before, clients, me}) {
  if (by === me || !before) return null;
  if (!by) return event === 'command' && data.name === 'advance' ? failed(before, data.playback) : null;
  const who = isolated(clients.find(({client}) => client === by)?.name?.trim() || words.someone);
  switch (event) {
    case 'add':
      return added(who, data.items);
    case 'upload':
      return data.index === undefined ? {text: words.replaced(who)} : added(who, data.items);
    case 'remove':
      return removed(who, data.items, before.items);
    case 'command':
      return commanded(who, data, before);
    default:
      return null;
  }
}

/**
 * Why what was to play did not: its card was there for a moment only. At the end of all the idle screen says it.
 * @param {State} before
 * @param {Playback} [now]
 * @returns {News|null}
 */
function failed({items, playback}, now) {
  const item = items.find(({id}) => id === playback.item);
  return item?.failed && now?.status !== 'ended' ? {text: `${desktop.failed.heading(nameOf(item))}: ${desktop.sentence(item.failed)}`} : null;
}

/** @param {string} who @param {Item[]} items @returns {News} */
function added(who, items) {
  const text = items.length === 1 ? words.added(who, nameOf(items[0])) : words.addedMany(who, items.length);
  return {text, who, did: 'added', count: items.length};
}

/** @param {string} who @param {string[]} ids @param {readonly Item[]} list @returns {News} */
function removed(who, ids, list) {
  const title = titleOf(ids[0], list);
  const text = ids.length === 1 && title ? words.removed(who, title) : words.removedMany(who, ids.length);
  return {text, who, did: 'removed', count: ids.length};
}

/** @param {string} who @param {{name: string, item?: string}} data @param {State} before @returns {News|null} */
function commanded(who, {name, item}, before) {
  const current = titleOf(before.playback.item, before.items);
  const chosen = titleOf(item, before.items);
  if (name === 'next' && current) return {text: words.skipped(who, current), who, did: 'moved'};
  if (name === 'previous') return {text: words.back(who), who, did: 'moved'};
  return name === 'jump' && chosen ? {text: words.chose(who, chosen), who, did: 'moved'} : null;
}

/** @param {string|null|undefined} id @param {readonly Item[]} list */
function titleOf(id, list) {
  const item = id && list.find((candidate) => candidate.id === id);
  return item ? nameOf(item) : '';
}

/** @param {Item} item */
const nameOf = ({media}) => isolated(shortened(mediaTitle(media), TITLE_MAX));
