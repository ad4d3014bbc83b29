// A phone's line to the server, which can be cut and held up: TCP in between, so that the page meets a real bad network.

import net from 'node:net';

/** @import {AddressInfo, Server, Socket} from 'node:net' */

export class Line {
  /** @type {Set<Socket>} */
  #sockets = new Set();
  #isCut = false;
  /** What the server said while its answers are held up, in order; null while they are not. @type {(() => void)[]|null} */
  #held = null;
  /** Bytes of files that still go through. */
  #room = Infinity;
  #isFull = () => {};
  /** Settled when a file has come to where its rest is held up. @type {Promise<void>} */
  full = Promise.resolve();
  #server;
  url = '';

  /** @param {Server} server */
  constructor(server) {
    this.#server = server;
  }

  /** @param {string} target  the server's address */
  static async to(target) {
    const server = net.createServer();
    const line = new Line(server);
    server.on('connection', (near) => line.#join(near, Number(new URL(target).port)));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    line.url = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
    return line;
  }

  /** The same page through this line. @param {string} url */
  through(url) {
    const {pathname, search} = new URL(url);
    return this.url + pathname + search;
  }

  /** Ends what is open, and refuses what comes. Answers that were held up are lost. */
  cut() {
    this.#isCut = true;
    this.#held = null;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend() {
    this.#isCut = false;
  }

  /** From now on what the phone says arrives, and what the server answers waits. */
  hold() {
    this.#held ??= [];
  }

  release() {
    const held = this.#held ?? [];
    this.#held = null;
    for (const deliver of held) deliver();
  }

  /** From now on so much of the files that the phone sends goes through, and the rest waits in the phone. @param {number} bytes */
  throttle(bytes) {
    this.#room = bytes;
    for (const socket of this.#sockets) socket.resume();
    this.full = new Promise((resolve) => (this.#isFull = resolve));
  }

  async close() {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** @param {Socket} near @param {number} port */
  #join(near, port) {
    if (this.#isCut) return void near.destroy();
    const far = net.connect(port, '127.0.0.1');
    for (const [socket, other] of [[near, far], [far, near]]) {
      this.#sockets.add(socket);
      socket.on('error', () => {}); // a cut line is what this is for; `close` follows
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    let isFile = false;
    near.on('data', (bytes) => {
      isFile ||= bytes.includes('PATCH /');
      far.write(isFile ? this.#squeeze(near, bytes) : bytes);
    });
    far.on('data', (bytes) => this.#deliver(() => near.writable && near.write(bytes)));
  }

  /** What of a file goes through. @param {Socket} near @param {Buffer} bytes */
  #squeeze(near, bytes) {
    const through = bytes.subarray(0, this.#room);
    this.#room -= through.length;
    if (this.#room <= 0) {
      near.pause();
      this.#isFull();
    }
    return through;
  }

  /** @param {() => void} deliver */
  #deliver(deliver) {
    if (this.#held) this.#held.push(deliver);
    else deliver();
  }
}
