// Requests that wait for the server's word. They are kept while the line is down and sent again under the same id, which
// the server carries out once; after EXPIRY_MS nobody remembers having tapped, so they are given up.

import {uuid} from '../uuid.js';
import {RETRYABLE_CODES} from '../protocol.js';

/** A tap older than this would surprise the person who made it. */
export const EXPIRY_MS = 30_000;

/** First pause before a request goes out again that the server could not store just now; doubles each time. */
export const RETRY_MS = 500;

/** A refusal. Codes are the protocol's, and two of our own: `expired` (no answer in time), `closed` (the connection ended). */
export class RequestError extends Error {
  /** @param {{code: string, message?: string, field?: string, seq?: number, retryAfter?: number}} refusal */
  constructor({code, message, field, seq, retryAfter}) {
    super(message || code);
    this.name = 'RequestError';
    this.code = code;
    this.field = field;
    this.seq = seq;
    this.retryAfter = retryAfter;
  }
}

/**
 * @typedef {object} Pending
 * @property {string} event
 * @property {any} data
 * @property {number} at  local Unix ms of the tap
 */

/**
 * @typedef {Pending & {resolve: (answer: {seq: number}) => void, reject: (error: RequestError) => void,
 *   tries: number, expiry: ReturnType<typeof setTimeout>, retry?: ReturnType<typeof setTimeout>}} Entry
 */

export class Requests {
  /** Ids must not repeat over a reload: the server remembers them with the client id, which a reload keeps. */
  #prefix = uuid().slice(0, 8);
  #count = 0;
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  #send;
  #onChange;

  /**
   * @param {(id: string, event: string, data: any) => void} send  to the server, or nowhere while offline
   * @param {() => void} onChange
   */
  constructor(send, onChange) {
    this.#send = send;
    this.#onChange = onChange;
  }

  /** What waits, in the order in which it was asked for. @returns {Map<string, Pending>} */
  pending() {
    return new Map([...this.#entries].map(([id, {event, data, at}]) => [id, {event, data, at}]));
  }

  /** An id for a message that wants an answer but no second try. */
  nextId() {
    this.#count += 1;
    return `${this.#prefix}-${this.#count}`;
  }

  /**
   * Sends a request and keeps it until it is settled.
   * @param {string} event
   * @param {any} data
   * @returns {Promise<{seq: number}>}
   */
  add(event, data) {
    const id = this.nextId();
    return new Promise((resolve, reject) => {
      const expiry = setTimeout(() => this.fail(id, {code: 'expired', message: 'No answer from the server.'}), EXPIRY_MS);
      this.#entries.set(id, {event, data, at: Date.now(), resolve, reject, tries: 0, expiry});
      this.#send(id, event, data);
      this.#onChange();
    });
  }

  /** Sends everything again that still waits, in order. */
  resend() {
    for (const [id, {event, data, retry}] of this.#entries) {
      clearTimeout(retry);
      this.#send(id, event, data);
    }
  }

  /**
   * Done. Ids of others and unknown ids are ignored.
   * @param {string|undefined} id
   * @param {number} seq
   */
  settle(id, seq) {
    this.#take(id)?.resolve({seq});
  }

  /**
   * Refused, or to be tried again where the code allows that.
   * @param {string|undefined} id
   * @param {{code: string, message?: string, field?: string, seq?: number, retryAfter?: number}} refusal
   */
  fail(id, refusal) {
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (!entry || id === undefined) return;
    if (RETRYABLE_CODES.includes(refusal.code)) {
      entry.retry = setTimeout(() => this.#send(id, entry.event, entry.data), RETRY_MS * 2 ** entry.tries);
      entry.tries += 1;
      return;
    }
    this.#take(id)?.reject(new RequestError(refusal));
  }

  /** @param {string} message */
  closeAll(message) {
    for (const id of [...this.#entries.keys()]) this.fail(id, {code: 'closed', message});
  }

  /** @param {string|undefined} id */
  #take(id) {
    const entry = id === undefined ? undefined : this.#entries.get(id);
    if (!entry || id === undefined) return undefined;
    clearTimeout(entry.expiry);
    clearTimeout(entry.retry);
    this.#entries.delete(id);
    this.#onChange();
    return entry;
  }
}
