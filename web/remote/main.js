// Starts the remote: connection, store, page. The sheets follow once the page stands.

import {Connection} from '../shared/socket.js';
import {createStore} from '../shared/store.js';
import {tabClient} from '../shared/uuid.js';
import {RemoteApp} from './elements/remote-app.js';
import {saveName, savedName, sessionFromPath} from './session.js';

const session = sessionFromPath(location.pathname);
const connection = new Connection({
  url: `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws`,
  session,
  role: 'remote',
  name: savedName(),
  client: tabClient(session, 'remote'),
});

const app = new RemoteApp();
app.store = createStore(connection);
app.connection = connection;
app.session = session;
app.name = connection.name;
app.addEventListener('rename', (event) => {
  const name = /** @type {CustomEvent<string>} */ (event).detail;
  saveName(name);
  app.name = name;
  if (name !== connection.name) connection.rename(name);
});
document.querySelector('#starting')?.replaceWith(app);
connection.open();

// A phone that was asleep finds out at once whether its line still stands.
for (const type of ['online', 'pageshow']) addEventListener(type, () => connection.wake());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.wake());

// Steering comes first, the list with its rows right after, what opens on a tap last: needed even when the line is down.
import('./elements/up-next.js').then(() => import('./elements/sheets.js'));
