// How the session is, as one word that strings.js turns into a sentence. Pure.

import {chosenOf, playingOf} from '../../shared/model/screens.js';
import {currentItem} from '../../shared/reducer.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {ClientInfo, PlayerReport} from '../../shared/protocol.js' */

/**
 * @typedef {'connecting'|'closed'|'empty'|'ready'|'ended'|'noScreen'|'blocked'|'failed'|'loading'|'buffering'|'waiting'
 *   |'paused'|'playing'} Kind
 * @typedef {{kind: Kind, reason?: string, screens: readonly string[]}} Condition  `screens`: names of those it is about
 */

/**
 * The most urgent thing comes first: what keeps the item from being seen, then what the item does.
 * @param {Snapshot} snapshot
 * @returns {Condition}
 */
export function conditionOf(snapshot) {
  const {status, state} = snapshot;
  const screens = screenNames(playingOf(snapshot));
  if (status === 'closed') return {kind: 'closed', reason: snapshot.reason, screens};
  if (!state) return {kind: 'connecting', screens};
  if (isWithoutScreen(snapshot)) return {kind: 'noScreen', screens};
  if (state.items.length === 0) return {kind: 'empty', screens};
  const {playback} = state;
  if (playback.status === 'idle') return {kind: 'ready', screens};
  if (playback.status === 'ended') return {kind: 'ended', screens};
  return trouble(snapshot) ?? {kind: playback.status, screens};
}

/**
 * No screen is there, as far as we know: before the first list of those present we claim nothing.
 * @param {Pick<Snapshot, 'clients'|'players'>} snapshot
 */
export function isWithoutScreen({clients, players}) {
  return clients.length > 0 && players.length === 0 && !clients.some(({role}) => role === 'player');
}

/**
 * What the screens say that differs from plain playing. One screen that wants a tap is worth telling; one of several
 * that buffers is not, as the others go on.
 * @param {Snapshot} snapshot
 * @returns {Condition|null}
 */
function trouble(snapshot) {
  const {state, clients} = snapshot;
  const item = currentItem(state);
  const reports = reportsOf(snapshot);
  const having = (/** @type {string} */ status) => reports.filter((report) => report.status === status);
  const blocked = having('blocked');
  if (blocked.length > 0) return {kind: 'blocked', screens: namesOf(blocked, clients)};
  const failed = having('failed');
  if (failed.length > 0 && failed.length === reports.length) {
    return {kind: 'failed', reason: failed[0].reason ?? item?.failed ?? '', screens: namesOf(failed, clients)};
  }
  if (item?.failed && reports.length === 0) return {kind: 'failed', reason: item.failed, screens: []};
  if (state?.playback.status !== 'playing') return null;
  const kind = waitingKind(reports, state.playback.held);
  return kind && {kind, screens: namesOf(reports, clients)};
}

/**
 * @param {readonly PlayerReport[]} reports
 * @param {boolean} held
 * @returns {Kind|null}
 */
function waitingKind(reports, held) {
  /** @param {...string} statuses */
  const all = (...statuses) => reports.length > 0 && reports.every(({status}) => statuses.includes(status));
  if (all('loading')) return 'loading';
  if (all('buffering', 'loading')) return 'buffering';
  return held ? 'waiting' : null;
}

/**
 * What the screens that play say about the current item; a report about another one is old.
 * @param {Pick<Snapshot, 'state'|'players'|'clients'>} snapshot
 * @returns {readonly PlayerReport[]}
 */
export function reportsOf({state, players, clients}) {
  const chosen = new Set(chosenOf({state, clients}).map(({client}) => client));
  return players.filter(({client, item}) => item !== null && item === state?.playback.item && (chosen.size === 0 || chosen.has(client)));
}

/** @param {readonly ClientInfo[]} clients */
function screenNames(clients) {
  return clients.filter(({role}) => role === 'player').map(({name}) => name ?? '').filter(Boolean);
}

/** @param {readonly PlayerReport[]} reports @param {readonly ClientInfo[]} clients */
function namesOf(reports, clients) {
  const ids = new Set(reports.map(({client}) => client));
  return screenNames(clients.filter(({client}) => ids.has(client)));
}
