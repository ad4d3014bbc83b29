// Taking a whole list in: one step for everybody, and what is taken into silence starts to play.

import {command} from '../ask.js';
import {isQuiet} from './adding.js';

/** @import {Listener} from './adding.js' */
/** @import {How, Imported} from './lists.js' */

/** Between two looks whether the list has come over the page's own line, ms. */
const LOOK_MS = 20;

/** At most so many: a line that is down brings it later. */
const LOOKS = 250;

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
  await seen(latest, done.seq);
  if (starts && done.items > 0) await command(app, 'play');
  return done;
}

/**
 * The answer and the change come by different lines. What can be taken back is known when both are here.
 * @param {Listener['latest']} latest
 * @param {number} seq
 */
async function seen(latest, seq) {
  for (let looks = 0; looks < LOOKS && (latest()?.seq ?? seq) < seq; looks += 1) {
    await new Promise((next) => setTimeout(next, LOOK_MS));
  }
}
