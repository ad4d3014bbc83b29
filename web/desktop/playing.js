// Everything that is needed only once something plays. The idle screen does not wait for it.

import {Controller} from './controller.js';
import {listenToMediaKeys} from './media-session.js';
import {Players} from './players/registry.js';
import './elements/closed-screen.js';
import './elements/help-dialog.js';
import './elements/play-screen.js';

/** @import {Connection} from '../shared/socket.js' */
/** @import {Store} from '../shared/store.js' */

/**
 * Lets players on the stage follow the session.
 * @param {Connection} connection
 * @param {Store} store
 * @param {HTMLElement} stage
 */
export function startPlaying(connection, store, stage) {
  const players = new Players(stage);
  const controller = new Controller({
    store,
    report: (report) => connection.report(report),
    choose: (media) => players.choose(media),
  });
  store.subscribe(() => controller.follow());
  connection.on('status', ({status}) => {
    if (status === 'online') controller.repeat();
  });
  listenToMediaKeys(store);
  controller.follow();
  return controller;
}
