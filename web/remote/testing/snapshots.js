// Snapshots for the tests beside this file.

import {Clock} from '../../shared/connection/clock.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Playback, PlayerReport, PlayerStatus, State} from '../../shared/protocol.js' */

/**
 * A session that plays the first of two items of one minute, since server time 0.
 * @param {Partial<State>} [change]
 * @param {Partial<Playback>} [playback]
 * @returns {State}
 */
export function playing(change, playback) {
  const items = ['a', 'b'].map((id) => ({id, media: {provider: 'file', url: `https://x.example/${id}.mp4`, duration: 60_000}}));
  return {
    session: 's', items, volume: 100, muted: false, repeat: 'none', shuffle: false, captions: null,
    playback: {status: 'playing', item: 'a', position: 1000, at: 0, rate: 1, held: false, ...playback},
    ...change,
  };
}

/**
 * @param {PlayerStatus} status
 * @param {Partial<PlayerReport>} [change]
 * @returns {PlayerReport}
 */
export function report(status, change) {
  return {client: 'p1', status, item: 'a', position: 1500, at: 0, ...change};
}

/**
 * A remote online in a session with one screen.
 * @param {Partial<Snapshot>} [change]
 * @returns {Snapshot}
 */
export function snapshot(change) {
  return {
    status: 'online', reason: '', code: undefined, retryAt: undefined, state: playing(), seq: 1, epoch: 'e', client: 'me', players: [],
    clients: [{client: 'me', role: 'remote'}, {client: 'p1', role: 'player', name: 'Living room'}],
    pending: new Map(), clock: new Clock(), ...change,
  };
}
