// The operating system's media keys and its "now playing" card.

import {describeItem} from '../shared/format.js';

/** @import {Item} from '../shared/protocol.js' */
/** @import {Store} from '../shared/store.js' */

/** @type {[MediaSessionAction, string][]} */
const ACTIONS = [
  ['play', 'play'],
  ['pause', 'pause'],
  ['stop', 'stop'],
  ['nexttrack', 'next'],
  ['previoustrack', 'previous'],
];

const SEEK_MS = 10_000;

/**
 * Lets media keys steer the session.
 * @param {Store} store
 */
export function listenToMediaKeys(store) {
  const session = navigator.mediaSession;
  if (!session) return;
  /** @param {string} name @param {object} [data] */
  const command = (name, data) => store.command(name, data).catch(() => {});
  for (const [action, name] of ACTIONS) handle(action, () => command(name));
  handle('seekbackward', ({seekOffset}) => command('seek', {delta: -Math.round((seekOffset ?? SEEK_MS / 1000) * 1000)}));
  handle('seekforward', ({seekOffset}) => command('seek', {delta: Math.round((seekOffset ?? SEEK_MS / 1000) * 1000)}));
  handle('seekto', ({seekTime}) => command('seek', {position: Math.round((seekTime ?? 0) * 1000)}));
}

/** @param {MediaSessionAction} action @param {(details: MediaSessionActionDetails) => void} handler */
function handle(action, handler) {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch {
    // an action that this browser does not know
  }
}

/**
 * Shows what plays.
 * @param {Item|null} item
 * @param {boolean} playing
 */
export function showNowPlaying(item, playing) {
  const session = navigator.mediaSession;
  if (!session) return;
  session.playbackState = item ? (playing ? 'playing' : 'paused') : 'none';
  if (!item) {
    session.metadata = null;
    return;
  }
  const {title, by} = describeItem(item);
  if (session.metadata?.title === title && session.metadata.artist === by) return;
  const {thumbnail} = item.media;
  session.metadata = new MediaMetadata({title, artist: by, artwork: thumbnail ? [{src: new URL(thumbnail, location.href).href}] : []});
}
