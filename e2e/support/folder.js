// A web server for one folder of test media, which can hold the rest of a file back as a bad network does.

import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {basename, extname, join} from 'node:path';

/** @import {IncomingMessage, Server, ServerResponse} from 'node:http' */
/** @import {AddressInfo} from 'node:net' */

/** @type {Record<string, string>} */
export const TYPES = {'.mp4': 'video/mp4', '.m3u8': 'application/vnd.apple.mpegurl', '.m4s': 'video/iso.segment', '.mpd': 'application/dash+xml', '.vtt': 'text/vtt', '.ttml': 'application/ttml+xml'};

export class Folder {
  #path;
  #server;
  url = '';
  /** From which byte of a "?slow" file the answers wait, and until when. @type {{from: number, until: Promise<unknown>}|null} */
  slow = null;

  /** @param {string} path @param {Server} server */
  constructor(path, server) {
    this.#path = path;
    this.#server = server;
  }

  /** @param {string} path */
  static async serve(path) {
    const server = createServer((request, response) => {
      folder.#answer(request, response).catch(() => response.destroy());
    });
    const folder = new Folder(path, server);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    folder.url = `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
    return folder;
  }

  async close() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async #answer(request, response) {
    const {pathname, search} = new URL(request.url ?? '/', this.url);
    const path = join(this.#path, basename(pathname));
    const size = await stat(path).then((file) => file.size, () => 0);
    if (size === 0) return void response.writeHead(404).end();
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const [first, last] = [Number(from), Math.min(size - 1, to ? Number(to) : size - 1)];
    response.writeHead(request.headers.range ? 206 : 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-length': last - first + 1,
      'content-range': `bytes ${first}-${last}/${size}`,
      'accept-ranges': 'bytes',
    });
    if (request.method === 'HEAD') return void response.end();
    const held = search.includes('slow') ? this.slow : null;
    if (held && last >= held.from) {
      if (first < held.from) for await (const bytes of createReadStream(path, {start: first, end: held.from - 1})) response.write(bytes);
      await held.until;
    }
    createReadStream(path, {start: held ? Math.max(first, Math.min(held.from, last)) : first, end: last}).pipe(response);
  }
}
