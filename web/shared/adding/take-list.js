// Taking a whole list in: one step for everybody, and what is taken into silence starts to play.

import {command} from '../ask.js';
import {isQuiet} from './adding.js';

/** @import {Listener} from './adding.js' */
/** @import {How, Imported} from './lists.js' */

/**
 * @param {Listener} to
 * @param {'append'|'replace'} mode
 * @param {(how: How) => Promise<Imported>} bring
 * @returns {Promise<Imported>}
 */
export async function takeList({app, latest}, mode, bring) {
  const snapshot = latest();
  const starts = isQuiet(snapshot);
  const done = await bring({mode, ...(mode === 'replace' && {base: snapshot?.seq}), client: snapshot?.status === 'online' ? snapshot.client : undefined});
  if (starts && done.items > 0) await command(app, 'play');
  return done;
}
