// Listens to what others do and says it.

import {toastFor} from './toasts.js';

/** @import {Connection} from '../shared/connection/socket.js' */
/** @import {Store} from '../shared/store.js' */
/** @import {State} from '../shared/protocol.js' */

/**
 * @param {Connection} connection
 * @param {Store} store
 * @param {(text: string) => void} say
 */
export function narrate(connection, store, say) {
  let before = /** @type {State|null} */ (null);
  connection.on('event', (message) => {
    const {clients, client, state} = store.getState();
    const text = message.replayed ? null : toastFor(message, {before, clients, me: client});
    if (text) say(text);
    before = state;
  });
  connection.on('state', () => (before = store.getState().state));
}
