// The page as a place to drop: shows that it takes what is held over it, and says what came of it.

import {desktop as words} from '../shared/strings/desktop.js';
import {listenToDrops} from './dropping.js';

/** @import {PanelContext} from './elements/list-panel.js' */
/** @import {PlayerApp} from './elements/player-app.js' */

/** @typedef {typeof import('./bring.js')} Bring */

/** From now on, as long as the page lives; what is pasted is taken as well. @param {PlayerApp} app */
export function takeDrops(app) {
  listenToDrops({
    over: (over) => hold(app, over),
    text: (text) => bring(app, (part, to) => part.bringText(to, text)),
    files: (files) => bring(app, (part, to) => part.bringFiles(to, files)),
  });
}

/** @param {PlayerApp} app @param {boolean} over */
async function hold(app, over) {
  app.dropping = over;
  if (over) await import('./elements/drop-zone.js').catch(() => {}); // it can be dropped all the same
}

/** @param {PlayerApp} app @param {(part: Bring, to: PanelContext) => Promise<string[]>} take  gives what came of it, in sentences */
async function bring(app, take) {
  const {panel} = app;
  if (!panel || app.snapshot?.status !== 'online') return app.say({text: words.connection.offline});
  const said = await import('./bring.js').then((part) => take(part, panel)).catch(() => [words.refused.expired]);
  for (const text of said) app.say({text});
  return undefined;
}
