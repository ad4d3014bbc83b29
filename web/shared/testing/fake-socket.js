// A WebSocket without a network, for tests of the Connection: the test plays the server.

export class FakeSocket {
  /** All that were made since reset(), oldest first. @type {FakeSocket[]} */
  static made = [];

  static reset() {
    FakeSocket.made = [];
  }

  /** The newest one. */
  static get last() {
    const last = FakeSocket.made.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  }

  /** As the option of a Connection. */
  static asWebSocket() {
    return /** @type {typeof WebSocket} */ (/** @type {unknown} */ (FakeSocket));
  }

  /** @param {string} url */
  constructor(url) {
    this.url = url;
    this.readyState = 0;
    /** Messages that the client sent, decoded. @type {any[]} */
    this.sent = [];
    /** @type {(() => void)|null} */
    this.onopen = null;
    /** @type {((message: {data: unknown}) => void)|null} */
    this.onmessage = null;
    /** @type {((event: {code: number, reason: string}) => void)|null} */
    this.onclose = null;
    FakeSocket.made.push(this);
  }

  /** @param {string} frame */
  send(frame) {
    this.sent.push(JSON.parse(frame));
  }

  close() {
    this.readyState = 3;
  }

  // The server's side.

  /** Lets the connection come up. */
  accept() {
    this.readyState = 1;
    this.onopen?.();
  }

  /** @param {object} message */
  deliver(message) {
    this.onmessage?.({data: JSON.stringify(message)});
  }

  /** @param {number} code @param {string} [reason] */
  drop(code, reason = '') {
    this.readyState = 3;
    this.onclose?.({code, reason});
  }

  /** Messages of one name that the client sent. @param {string} event */
  sentOf(event) {
    return this.sent.filter((message) => message.event === event);
  }
}
