// The connection to a session: registers, resumes after a loss, keeps requests until they are answered.
//
// It knows the order of events and nothing of what they mean; store.js applies them. It guarantees its listeners that
// `state` and `event` come in order, without gaps and without repeats.

import {backoff} from './backoff.js';
import {Clock} from './clock.js';
import {CLOSE, EVENTS, PROTOCOL_VERSION} from '../protocol.js';
import {Probe} from './probe.js';
import {Requests} from './requests.js';
import {Sequence} from './sequence.js';
import {uuid} from '../uuid.js';

export {RequestError} from './requests.js';

/** @import {ClientInfo, Envelope, PlayerReport, Report, State} from '../protocol.js' */
/** @import {SequencedEvent} from './sequence.js' */

/** The server gives 10 s to register; a socket that takes longer to answer is not worth waiting for. */
const REGISTER_MS = 10_000;

/** A connection that lasted this long was a good one: the next loss starts with short pauses again. */
const STABLE_MS = 5_000;

/** Refusals of register that another try would not change. */
const FINAL_CODES = Object.freeze(['session_not_found', 'unsupported', 'forbidden', 'invalid', 'bad_message']);

/** @typedef {'connecting'|'online'|'offline'|'closed'} Status */
/** @typedef {{status: Status, reason: string, code?: number|string, retryAt?: number}} StatusDetail  `retryAt`: local Unix ms */

/**
 * @typedef {object} Details  What the events of a Connection carry as `detail`.
 * @property {{state: State, seq: number, epoch: string}} state  forget what you hold; this is it
 * @property {SequencedEvent} event
 * @property {PlayerReport[]} players
 * @property {ClientInfo[]} presence
 * @property {StatusDetail} status
 * @property {{reason: string, retryAfter?: number}} goodbye
 * @property {undefined} pending  the requests that wait have changed
 */

/**
 * @typedef {object} Options
 * @property {string} url  ws: or wss: address
 * @property {string} session
 * @property {'player'|'remote'} role
 * @property {string} [name]
 * @property {string} [client]  id to come back as; see tabClient
 * @property {string} [key]  owner's or link's secret
 * @property {() => number} [random]
 * @property {typeof WebSocket} [WebSocket]
 * @property {Clock} [clock]
 */

export class Connection extends EventTarget {
  #options;
  #random;
  #WebSocket;
  /** @type {WebSocket|null} */
  #socket = null;
  #requests;
  #probe;
  #registerId = '';
  #sequence = new Sequence({
    state: (held) => this.#dispatch('state', held),
    event: (event) => this.#dispatch('event', event),
    sync: (data) => this.#sync(data),
  });
  #attempt = 0;
  /** Pause that the server asked for in its goodbye, ms. @type {number|null} */
  #retryAfter = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #retryTimer;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #phaseTimer;

  /** @param {Options} options */
  constructor(options) {
    super();
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#WebSocket = options.WebSocket ?? globalThis.WebSocket;
    this.client = options.client ?? uuid();
    this.name = options.name ?? '';
    this.clock = options.clock ?? new Clock();
    /** @type {StatusDetail} */
    this.status = {status: 'connecting', reason: ''};
    this.#requests = new Requests(
      (id, event, data) => this.#isOnline && this.#transmit({event, id, data}),
      () => this.#dispatch('pending', undefined),
    );
    this.#probe = new Probe(
      this.clock,
      (id, t0) => this.#transmit({event: EVENTS.PING, id, data: {t0}}),
      () => this.#lost('no answer'),
    );
  }

  get #isOnline() {
    return this.status.status === 'online';
  }

  /** Starts connecting; stays connected until close() or until the server says to stay away. */
  open() {
    if (this.#socket) return;
    clearTimeout(this.#retryTimer);
    this.#setStatus({status: 'connecting', reason: this.status.reason});
    this.#connect();
  }

  /** Ends the connection for good (open() may start it again); what waits is rejected with `closed`. */
  close(reason = 'closed') {
    this.#stop({status: 'closed', reason});
  }

  /** Something suggests that the network changed or that the page came back: look now instead of later. */
  wake() {
    if (this.status.status === 'offline') this.open();
    else if (this.#isOnline) this.#probe.start();
  }

  /**
   * Takes another name: registers anew with it, under the same client id.
   * @param {string} name
   */
  rename(name) {
    this.name = name;
    if (!this.#socket) return;
    this.#discard();
    this.open();
  }

  /**
   * Asks the server for something. Resolves when it is stored, rejects with a RequestError when it is refused.
   * @param {string} event
   * @param {any} [data]
   * @returns {Promise<{seq: number}>}
   */
  request(event, data) {
    return this.#requests.add(event, data);
  }

  /**
   * Tells what this player sees; forgotten while offline, because an old report is worth nothing.
   * @param {Report} data
   */
  report(data) {
    if (this.#isOnline) this.#transmit({event: EVENTS.REPORT, data});
  }

  pending() {
    return this.#requests.pending();
  }

  /**
   * addEventListener with the detail's type, returning how to stop.
   * @template {keyof Details} T
   * @param {T} type
   * @param {(detail: Details[T]) => void} listener
   */
  on(type, listener) {
    /** @param {Event} event */
    const handle = (event) => listener(/** @type {CustomEvent<Details[T]>} */ (event).detail);
    this.addEventListener(type, handle);
    return () => this.removeEventListener(type, handle);
  }

  #connect() {
    const socket = new this.#WebSocket(this.#options.url);
    this.#socket = socket;
    this.#phaseTimer = setTimeout(() => this.#lost('no answer'), REGISTER_MS);
    socket.onopen = () => this.#register();
    socket.onmessage = (message) => this.#receive(message.data);
    socket.onclose = ({code, reason}) => this.#closed(code, reason);
  }

  #register() {
    this.#registerId = this.#requests.nextId();
    const {session, role, key} = this.#options;
    const resume = this.#sequence.held;
    const data = {protocol: PROTOCOL_VERSION, session, role, name: this.name || undefined, client: this.client, key, resume};
    this.#transmit({event: EVENTS.REGISTER, id: this.#registerId, data});
  }

  /** @param {{epoch: string, seq: number}} data */
  #sync(data) {
    const id = this.#requests.nextId();
    this.#transmit({event: EVENTS.SYNC, id, data});
    return id;
  }

  /** @param {object} message */
  #transmit(message) {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(message));
  }

  /** @param {unknown} frame */
  #receive(frame) {
    const message = parse(frame);
    if (!message) return;
    switch (message.event) {
      case EVENTS.PING:
        return this.#transmit({event: EVENTS.PONG, id: message.id, data: message.data});
      case EVENTS.PONG:
        return this.#probe.pong(message.id, Number(message.data?.t1));
      case EVENTS.REGISTERED:
        return this.#registered(message);
      case EVENTS.DOWNLOAD:
        return this.#downloaded(message);
      case EVENTS.ERROR:
        return this.#refused(message);
      case EVENTS.ACK:
        return this.#requests.settle(message.id, message.seq ?? this.#sequence.seq);
      case EVENTS.PLAYERS:
        return this.#dispatch('players', message.data.players);
      case EVENTS.PRESENCE:
        return this.#dispatch('presence', message.data.clients);
      case EVENTS.GOODBYE:
        this.#retryAfter = message.data?.retryAfter ?? null;
        return this.#dispatch('goodbye', message.data);
      default:
        return this.#sequenced(message);
    }
  }

  /** @param {Envelope} message */
  #registered({data, seq = 0}) {
    clearTimeout(this.#phaseTimer);
    this.#phaseTimer = setTimeout(() => (this.#attempt = 0), STABLE_MS);
    this.client = data.client;
    this.clock.reset();
    this.clock.seed(data.serverTime);
    this.#settleMissed(data.events);
    this.#sequence.registered(data, seq);
    this.#setStatus({status: 'online', reason: ''}, () => this.#requests.resend());
    this.#probe.start();
  }

  /** @param {Envelope} message */
  #downloaded({id, data, seq = 0}) {
    this.#settleMissed(data.events);
    if (!this.#sequence.downloaded(id, data, seq)) this.#startOver('events are missing');
  }

  /** Answers to our requests may be among what was missed. @param {Envelope[]} [events] */
  #settleMissed(events = []) {
    for (const message of events) this.#settle(message);
  }

  /** An accepted event is the answer to its sender. @param {Envelope} message */
  #settle({by, id, seq = 0}) {
    if (by === this.client) this.#requests.settle(id, seq);
  }

  /** @param {Envelope} message */
  #sequenced(message) {
    if (typeof message.seq !== 'number') return; // a message of a later protocol version that we need not know
    this.#settle(message);
    this.#sequence.accept({...message, seq: message.seq});
  }

  /** What is held here cannot be brought up to date: register again for the whole state. @param {string} reason */
  #startOver(reason) {
    this.#sequence.forget();
    this.#lost(reason);
  }

  /** @param {Envelope} message */
  #refused({id, error}) {
    if (!error) return undefined;
    if (this.#sequence.isSync(id)) return this.#startOver(error.message);
    if (id !== this.#registerId) return this.#requests.fail(id, error);
    if (FINAL_CODES.includes(error.code)) return this.#stop({status: 'closed', reason: error.message, code: error.code});
    this.#retryAfter = error.retryAfter ?? this.#retryAfter;
    return this.#lost(error.message);
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  #closed(code, reason) {
    if (code >= CLOSE.STOP_MIN && code <= CLOSE.STOP_MAX) this.#stop({status: 'closed', reason, code});
    else this.#lost(reason);
  }

  /** The line is down: try again after a pause. @param {string} reason */
  #lost(reason) {
    this.#discard();
    const delay = this.#retryAfter ?? backoff(this.#attempt, this.#random);
    this.#retryAfter = null;
    this.#attempt += 1;
    this.#retryTimer = setTimeout(() => this.open(), delay);
    this.#setStatus({status: 'offline', reason, retryAt: Date.now() + delay});
  }

  /** @param {StatusDetail} status */
  #stop(status) {
    this.#discard();
    clearTimeout(this.#retryTimer);
    this.#setStatus(status);
    this.#requests.closeAll(status.reason);
  }

  /** Lets go of the socket; nothing that it still says is heard. */
  #discard() {
    this.#probe.stop();
    clearTimeout(this.#phaseTimer);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /**
   * @param {StatusDetail} status
   * @param {() => void} [first]  runs under the new status, before anybody hears of it
   */
  #setStatus(status, first) {
    this.status = status;
    first?.();
    this.#dispatch('status', status);
  }

  /**
   * @template {keyof Details} T
   * @param {T} type
   * @param {Details[T]} detail
   */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

/**
 * @param {unknown} frame
 * @returns {Envelope|null}
 */
function parse(frame) {
  if (typeof frame !== 'string') return null;
  try {
    const message = JSON.parse(frame);
    return message !== null && typeof message === 'object' ? message : null;
  } catch {
    return null;
  }
}
