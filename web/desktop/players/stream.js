// Media in pieces, which a library plays into the browser's own element: what HLS and DASH have in common. The library is
// loaded when the first stream needs it. It may fetch what the stream's server lets other pages read (CORS), and what this
// server's Content-Security-Policy lets this page fetch.

import {desktop} from '../../shared/strings/desktop.js';
import {missing} from './missing.js';
import {NativeAdapter} from './native.js';
import {describeTrack} from './text-tracks.js';

/** @import {Found} from '../../shared/model/captions.js' */
/** @import {Media} from '../../shared/protocol.js' */
/** @import {Expected} from './missing.js' */

/** What is to play, and where it starts, s. @typedef {{media: Media, position: number}} Request */

/** Libraries notice most faults of the element they play in; one that they have not dealt with by then they did not notice, ms. */
const NOTICE_MS = 1000;

/**
 * What plays a stream once it is loaded.
 * @typedef {object} Engine
 * @property {() => void} destroy
 * @property {() => void} broken  the element has an error that nobody else dealt with
 */

export class StreamAdapter extends NativeAdapter {
  /** @type {Engine|null} */
  #engine = null;
  /** @type {Request|null} */
  #request = null;
  /** The element got as far as to be able to play. */
  #opened = false;
  /** What the stream says that it has; null while nobody has asked it. @type {Expected|null} */
  expected = null;

  constructor() {
    super();
    this.addEventListener('canplay', () => (this.#opened = true));
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.drop();
    this.expected = null;
    this.#request = {media, position};
    this.begin(this.#request);
  }

  unload() {
    this.#request = null;
    this.drop();
    super.unload();
  }

  /** @param {number} code @param {string} src */
  async refused(code, src) {
    const engine = this.#engine;
    if (!engine) return super.refused(code, src);
    setTimeout(() => {
      if (engine === this.#engine && this.element.error) engine.broken();
    }, NOTICE_MS);
    return undefined;
  }

  get note() {
    return missing(this.element, this.expected ?? undefined);
  }

  /** What a track of the element is while no library plays: see TextTracks. @returns {(track: TextTrack) => Found|null} */
  get describe() {
    return describeTrack;
  }

  /** Starts to play. @param {Request} request */
  begin(request) {
    this.open(request);
  }

  /** Plays it by the library. @param {Request} request */
  async open(request) {
    const start = await this.engine().catch(() => null);
    if (request !== this.#request) return;
    if (!start) return this.fail(desktop.failed.unknown);
    this.prepare();
    const engine = start(request);
    if (engine) this.#engine = engine;
    else this.fail(desktop.failed.unsupported);
  }

  /**
   * Loads the library. What it resolves to starts it; null where the browser has not what it needs.
   * @returns {Promise<(request: Request) => Engine|null>}
   */
  async engine() {
    throw new Error('each kind of stream has a library of its own');
  }

  /** @param {Engine|null} engine */
  plays(engine) {
    return engine !== null && engine === this.#engine;
  }

  get hasEngine() {
    return this.#engine !== null;
  }

  get request() {
    return this.#request;
  }

  get opened() {
    return this.#opened;
  }

  /** Lets go of the library's player. */
  drop() {
    const engine = this.#engine;
    this.#engine = null;
    this.#opened = false;
    engine?.destroy();
    this.tracks.choose = () => {};
    this.tracks.describe = this.describe;
    this.tracks.look();
  }
}
