// The order of a session's events as this client sees it: in order, without gaps, without repeats, whatever arrives.

/** @import {Envelope, State} from '../protocol.js' */

/** @typedef {Envelope & {replayed: boolean}} SequencedEvent  `replayed`: missed before, caught up now */

/**
 * @typedef {object} Listener
 * @property {(held: {state: State, seq: number, epoch: string}) => void} state  forget what you hold; this is it
 * @property {(event: SequencedEvent) => void} event
 * @property {(data: {epoch: string, seq: number}) => string} sync  asks the server for what is missing; returns the request's id
 */

export class Sequence {
  /** Name of the log that seq counts in; empty: nothing is held. */
  epoch = '';
  seq = 0;
  #listener;
  /** Id of the sync under way; events are worthless until it is answered. */
  #syncId = '';

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** What register and sync say of what is held. */
  get held() {
    return this.epoch ? {epoch: this.epoch, seq: this.seq} : undefined;
  }

  /** What is held cannot be brought up to date: the next register asks for the whole state. */
  forget() {
    this.epoch = '';
  }

  /**
   * Takes the answer to register; what it leaves open is asked for.
   * @param {{epoch: string, state?: State, events?: Envelope[]}} data
   * @param {number} seq
   */
  registered(data, seq) {
    this.#syncId = '';
    if (!this.#catchUp(data, seq)) this.#sync();
  }

  /**
   * Takes the answer to a sync; others are ignored.
   * @param {string|undefined} id
   * @param {{epoch?: string, state?: State, events?: Envelope[]}} data
   * @param {number} seq
   * @returns {boolean} false: there is still something missing, start over
   */
  downloaded(id, data, seq) {
    if (!this.isSync(id)) return true;
    this.#syncId = '';
    return this.#catchUp(data, seq);
  }

  /** @param {string|undefined} id */
  isSync(id) {
    return this.#syncId !== '' && id === this.#syncId;
  }

  /** @param {Envelope & {seq: number}} message */
  accept(message) {
    if (this.#syncId || message.seq <= this.seq) return;
    if (message.seq > this.seq + 1) this.#sync();
    else this.#hand(message, false);
  }

  /**
   * @param {{epoch?: string, state?: State, events?: Envelope[]}} data
   * @param {number} seq  where that leads to
   * @returns {boolean} whether it did
   */
  #catchUp({epoch, state, events = []}, seq) {
    if (state) {
      this.epoch = epoch ?? this.epoch;
      this.seq = seq;
      this.#listener.state({state, seq, epoch: this.epoch});
    }
    for (const message of events) {
      if (message.seq === this.seq + 1) this.#hand(message, true);
    }
    return this.seq === seq;
  }

  /** @param {Envelope} message @param {boolean} replayed */
  #hand(message, replayed) {
    this.seq += 1;
    this.#listener.event({...message, replayed});
  }

  #sync() {
    this.#syncId = this.#listener.sync({epoch: this.epoch, seq: this.seq});
  }
}
