// Tells this phone of its lists that were too long. Loaded after the page: without it the list is as short, and nobody says so.

import {tell} from '../shared/ask.js';
import {insist} from '../shared/insist.js';
import {watchShortened} from '../shared/shortened.js';

/** @param {import('./elements/remote-app.js').RemoteApp} app */
export function tellOfLongLists(app) {
  const {connection, store} = app;
  if (!connection || !store) return;
  watchShortened(connection, store, async (title, leftOut) => {
    const {adding} = await insist(() => import('../shared/strings/adding.js'));
    tell(app, 'toast', {text: adding.leftOut(title, leftOut)});
  });
}
