// The player page: connects, follows the state, shows what happens.

import {Connection} from '../shared/socket.js';
import {createStore} from '../shared/store.js';
import {tabClient} from '../shared/uuid.js';
import {Controller} from './controller.js';
import {Players} from './players/registry.js';
import './elements/player-app.js';

/** @import {PlayerApp} from './elements/player-app.js' */

const session = location.pathname.split('/')[2] ?? '';
const role = 'player';

const connection = new Connection({
  url: `${location.origin.replace(/^http/, 'ws')}/ws`,
  session,
  role,
  client: tabClient(session, role),
});
const store = createStore(connection);

const players = new Players(/** @type {HTMLElement} */ (document.getElementById('stage')));
const controller = new Controller({
  store,
  report: (report) => connection.report(report),
  choose: (media) => players.choose(media),
});

store.subscribe(() => controller.follow());
connection.on('status', ({status}) => {
  if (status === 'online') controller.repeat();
});
for (const type of ['online', 'pageshow']) addEventListener(type, () => connection.wake());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.wake());

const app = /** @type {PlayerApp} */ (document.querySelector('player-app'));
app.connect({session, connection, store, controller});
connection.open();
