// Listens to what others do and says it; and what became of this screen's own lists.

import {watchShortened} from '../shared/shortened.js';
import {desktop} from '../shared/strings/desktop.js';
import {toastFor} from './model/toasts.js';

/** @import {Connection} from '../shared/connection/socket.js' */
/** @import {Store} from '../shared/store.js' */
/** @import {State} from '../shared/protocol.js' */
/** @import {News} from './model/news.js' */

/**
 * @param {Connection} connection
 * @param {Store} store
 * @param {(news: News) => void} say
 */
export function narrate(connection, store, say) {
  let before = /** @type {State|null} */ (null);
  connection.on('event', (message) => {
    const {clients, client, state} = store.getState();
    const news = message.replayed ? null : toastFor(message, {before, clients, me: client});
    if (news) say(news);
    before = state;
  });
  watchShortened(connection, store, (title, leftOut) => say({text: desktop.toast.leftOut(title, leftOut)}));
  connection.on('state', () => (before = store.getState().state));
}
