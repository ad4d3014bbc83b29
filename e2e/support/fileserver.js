// "The web": a server of media files that has nothing to do with ours but the machine.

import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {basename, join} from 'node:path';
import {MEDIA} from './paths.js';

/** @import {IncomingMessage, Server, ServerResponse} from 'node:http' */
/** @import {AddressInfo} from 'node:net' */

/** @type {Record<string, string>} */
const TYPES = {webm: 'video/webm', mp4: 'video/mp4', mp3: 'audio/mpeg', opus: 'audio/ogg'};

export class FileServer {
  #server;
  url = '';

  /** @param {Server} server */
  constructor(server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
  }

  static async start() {
    const server = createServer((request, response) => void answer(request, response));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    return new FileServer(server);
  }

  /** The address of a test file; of one that is not there, if there is none of that name. @param {string} name */
  link(name) {
    return `${this.url}/${name}`;
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** @param {IncomingMessage} request @param {ServerResponse} response */
async function answer(request, response) {
  const name = basename(new URL(request.url ?? '/', 'http://web').pathname);
  const path = join(MEDIA, name);
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const size = type && (await stat(path).then((file) => file.size, () => 0));
  if (!size) return void response.writeHead(404).end();
  const [from, to] = rangeOf(request.headers.range, size);
  response.writeHead(request.headers.range ? 206 : 200, {
    'content-type': type,
    'content-length': to - from + 1,
    'accept-ranges': 'bytes',
    ...(request.headers.range && {'content-range': `bytes ${from}-${to}/${size}`}),
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(path, {start: from, end: to}).pipe(response);
}

/** First and last byte of "bytes=5-" and "bytes=5-9". @param {string|undefined} header @param {number} size */
function rangeOf(header, size) {
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  return [Number(from), Math.min(size - 1, to ? Number(to) : size - 1)];
}
