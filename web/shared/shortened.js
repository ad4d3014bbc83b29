// Lists that were longer than what is taken of one: whoever added one is told.

import {mediaTitle} from './format.js';

/** @import {Connection} from './connection/socket.js' */
/** @import {Store} from './store.js' */
/** @import {State} from './protocol.js' */

/** How far an opening is stands behind a list's title. */
const PROGRESS = / \(\d+\/\d+\)$/;

/**
 * @param {Pick<Connection, 'on'>} connection
 * @param {Pick<Store, 'getState'>} store  hears of events first
 * @param {(title: string, leftOut: number) => void} tell
 */
export function watchShortened(connection, store, tell) {
  /** @type {State|null} */
  let before = store.getState().state;
  connection.on('event', ({data: {items, leftOut}}) => {
    const {client, state} = store.getState();
    const list = leftOut > 0 ? before?.items.find(({id}) => id === items[0]) : undefined;
    before = state;
    if (list && list.addedBy?.client === client) tell(mediaTitle(list.media).replace(PROGRESS, ''), leftOut);
  });
  connection.on('state', () => (before = store.getState().state));
}
