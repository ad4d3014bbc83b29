// The player page: connects, follows the state, shows what happens.

import {Connection} from '../shared/connection/socket.js';
import {createStore} from '../shared/store.js';
import {desktop as words} from '../shared/strings/desktop.js';
import {tabClient} from '../shared/uuid.js';
import {remoteFor} from './model/narrow.js';
import {localSettings, ScreenSettings} from './screen-settings.js';
import './elements/player-app.js';

/** @import {PlayerApp} from './elements/player-app.js' */

/** Between two tries to load the playing part, when the server went away in between. */
const RETRY_MS = 2000;

const session = location.pathname.split('/')[2] ?? '';
const role = 'player';

const settings = new ScreenSettings(localSettings());
const connection = new Connection({
  url: `${location.origin.replace(/^http/, 'ws')}/ws`,
  session,
  role,
  name: settings.name,
  client: tabClient(session, role),
});
settings.addEventListener('change', () => settings.name !== connection.name && connection.rename(settings.name));
const store = createStore(connection);
const app = /** @type {PlayerApp} */ (document.querySelector('player-app'));
const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));
stage.setAttribute('aria-label', words.stage);

async function play() {
  try {
    await app.updateComplete; // how to join comes first
    const {startPlaying} = await import('./playing.js');
    app.play(startPlaying({connection, store, stage, settings}));
  } catch (error) {
    console.error(error);
    setTimeout(play, RETRY_MS);
  }
}

function begin() {
  for (const type of ['online', 'offline', 'pageshow']) addEventListener(type, () => connection.wake());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && connection.wake());
  app.connect({session, connection, store});
  connection.open();
  play();
}

const elsewhere = remoteFor(innerWidth, location.href);
if (elsewhere) location.replace(elsewhere);
else begin();
