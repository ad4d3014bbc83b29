// Which screens play: those that somebody chose, of those that are here; all of them when none is. Pure.

/** @import {ClientInfo, State} from '../protocol.js' */

/** @typedef {{state: Pick<State, 'screens'>|null, clients: readonly ClientInfo[]}} Room */

/** @param {readonly ClientInfo[]} clients */
export const screensOf = (clients) => clients.filter(({role}) => role === 'player');

/** The chosen screens that are here; none: nobody chose, or they have gone. @param {Room} room */
export function chosenOf({state, clients}) {
  return screensOf(clients).filter(({client}) => state?.screens?.includes(client));
}

/** The screens that play, or would. @param {Room} room */
export function playingOf(room) {
  const chosen = chosenOf(room);
  return chosen.length > 0 ? chosen : screensOf(room.clients);
}

/**
 * Whom to ask for so that a screen plays as well; null: all of them.
 * @param {Room} room
 * @param {string} screen
 * @returns {string[]|null}
 */
export function withScreen(room, screen) {
  const wanted = new Set([...playingOf(room).map(({client}) => client), screen]);
  return screensOf(room.clients).every(({client}) => wanted.has(client)) ? null : [...wanted];
}

/**
 * What a screen is called: its name, or its number among those that are here.
 * @param {string} screen
 * @param {readonly ClientInfo[]} clients
 * @param {(n: number) => string} unnamed
 */
export function screenName(screen, clients, unnamed) {
  const all = screensOf(clients);
  const i = all.findIndex(({client}) => client === screen);
  return all[i]?.name?.trim() || unnamed(i + 1);
}
