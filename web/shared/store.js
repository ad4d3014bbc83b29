// One store a page: the server's snapshot and the connection's status, nothing derived.

import {applyEvent} from './reducer.js';

/** @import {Connection, Status, StatusDetail} from './connection/socket.js' */
/** @import {Clock} from './connection/clock.js' */
/** @import {ClientInfo, PlayerReport, State} from './protocol.js' */
/** @import {Pending} from './connection/requests.js' */

/**
 * @typedef {object} Snapshot  Frozen; a change makes a new one.
 * @property {Status} status
 * @property {string} reason  why, when not online
 * @property {number|string|undefined} code  close code or error code, when closed
 * @property {number|undefined} retryAt  local Unix ms of the next try, when offline
 * @property {State|null} state  null until the first registration; kept while offline
 * @property {number} seq
 * @property {string} epoch
 * @property {string} client
 * @property {readonly PlayerReport[]} players
 * @property {readonly ClientInfo[]} clients
 * @property {ReadonlyMap<string, Pending>} pending
 * @property {Clock} clock
 */

/**
 * @typedef {object} Store
 * @property {() => Snapshot} getState  the newest, also between notifications
 * @property {(listener: (snapshot: Snapshot) => void) => () => void} subscribe  at most one call a microtask
 * @property {(event: string, data?: any) => Promise<{seq: number}>} request
 * @property {(name: string, data?: object) => Promise<{seq: number}>} command
 */

/**
 * @param {Connection} connection
 * @returns {Store}
 */
export function createStore(connection) {
  /** @type {Set<(snapshot: Snapshot) => void>} */
  const listeners = new Set();
  let scheduled = false;
  let snapshot = initial(connection);

  /** @param {Partial<Snapshot>} change */
  function set(change) {
    snapshot = Object.freeze({...snapshot, ...change});
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      for (const listener of [...listeners]) listener(snapshot);
    });
  }

  connection.on('status', (status) => set({...statusFields(status), client: connection.client}));
  connection.on('state', ({state, seq, epoch}) => set({state, seq, epoch}));
  connection.on('event', ({seq, data}) => set({state: snapshot.state && applyEvent(snapshot.state, data), seq}));
  connection.on('players', (players) => set({players}));
  connection.on('presence', (clients) => set({clients}));
  connection.on('pending', () => set({pending: connection.pending()}));

  return {
    getState: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request: (event, data) => connection.request(event, data),
    command: (name, data) => connection.request('command', {name, ...data}),
  };
}

/**
 * @param {Connection} connection
 * @returns {Snapshot}
 */
function initial(connection) {
  return Object.freeze({
    ...statusFields(connection.status),
    state: null,
    seq: 0,
    epoch: '',
    client: connection.client,
    players: [],
    clients: [],
    pending: new Map(),
    clock: connection.clock,
  });
}

/** @param {StatusDetail} status */
function statusFields({status, reason, code, retryAt}) {
  return {status, reason, code, retryAt};
}
