// A way to the server on which the WebSocket is slow, and everything else is not: what a page knows of time goes over it.

import net from 'node:net';

/** @import {AddressInfo, Server, Socket} from 'node:net' */

/** What a WebSocket's connection begins with. */
const WEBSOCKET = 'GET /ws';

export class SlowLine {
  /** @type {Set<Socket>} */
  #sockets = new Set();
  #server;
  #delay;
  #jitter;
  url = '';

  /**
   * @param {Server} server
   * @param {{delay: number, jitter: number}} options  ms that each way takes, and at most that much more
   */
  constructor(server, {delay, jitter}) {
    this.#server = server;
    this.#delay = delay;
    this.#jitter = jitter;
  }

  /** @param {string} target  the server's address @param {{delay: number, jitter?: number}} options  ms each way */
  static async to(target, {delay, jitter = 0}) {
    const server = net.createServer();
    const line = new SlowLine(server, {delay, jitter});
    server.on('connection', (near) => line.#join(near, Number(new URL(target).port)));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    line.url = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
    return line;
  }

  async close() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** @param {Socket} near @param {number} port */
  #join(near, port) {
    const far = net.connect(port, '127.0.0.1');
    for (const [socket, other] of [[near, far], [far, near]]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {}); // `close` follows
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    near.once('data', (first) => {
      const pass = first.subarray(0, WEBSOCKET.length).toString() === WEBSOCKET ? () => this.#slowly() : () => directly;
      const [out, back] = [pass(), pass()];
      out(() => far.write(first));
      near.on('data', (bytes) => out(() => far.writable && far.write(bytes)));
      far.on('data', (bytes) => back(() => near.writable && near.write(bytes)));
    });
  }

  /** Delivers late, and in order as TCP does. @returns {(deliver: () => void) => void} */
  #slowly() {
    let last = 0;
    return (deliver) => {
      const now = performance.now();
      last = Math.max(last, now + this.#delay + this.#jitter * Math.random());
      setTimeout(deliver, last - now);
    };
  }
}

/** @param {() => void} deliver */
const directly = (deliver) => deliver();
