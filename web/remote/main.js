// Starts the remote. The line to the server comes first: while it opens, the page's own modules arrive.

import {preloadStrings} from '../shared/i18n.js';
import {insist} from '../shared/insist.js';
import {Connection} from '../shared/connection/socket.js';
import {createStore} from '../shared/store.js';
import {tabClient} from '../shared/uuid.js';
import {saveName, savedName, sessionFromPath} from './session.js';

const session = sessionFromPath(location.pathname);
const connection = new Connection({
  url: `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws`,
  session,
  role: 'remote',
  name: savedName(),
  client: tabClient(session, 'remote'),
});
const store = createStore(connection);
connection.open();
preloadStrings('remote');

// A phone that was asleep finds out at once whether its line still stands.
for (const type of ['online', 'offline', 'pageshow']) addEventListener(type, () => connection.wake());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.wake());

const {RemoteApp} = await import('./elements/remote-app.js');
const app = new RemoteApp();
Object.assign(app, {store, connection, session, name: connection.name});
app.addEventListener('rename', (event) => {
  const name = /** @type {CustomEvent<string>} */ (event).detail;
  saveName(name);
  app.name = name;
  if (name !== connection.name) connection.rename(name);
});
document.querySelector('#starting')?.replaceWith(app);

// Steering came first, the list with its rows is next, what opens on a tap last: needed even when the line is down.
await insist(() => import('./elements/up-next.js'));
await insist(() => import('./sheets/sheets.js'));
const {takeLink} = await insist(() => import('./take-link.js'));
const link = takeLink();
if (link) app.offer(link);
