// HTTP Live Streaming (RFC 8216). The rule: a browser that says it plays HLS by itself is taken at its word, until it
// fails on a stream before that could play; then, and in every other browser, hls.js plays it. hls.js is loaded when the
// first stream needs it. A browser's own player may fetch from anywhere; hls.js only what the stream's server lets other
// pages read (CORS), and what this server's Content-Security-Policy lets this page fetch.

import {desktop} from '../../shared/strings/desktop.js';
import {NativeAdapter, sourceOf} from './native.js';
import {words} from './words.js';

/** @import {default as Engine} from 'hls.js' */
/** @import {Media} from '../../shared/protocol.js' */

/** What of hls.js's ErrorData is used. @typedef {{type: string, details: string, response?: {code?: number}}} Fault */

const TYPE = 'application/vnd.apple.mpegurl';

const reasons = desktop.failed;

/** Faults of the decoder that are worth another try with the same stream, one after the other. */
const RECOVERIES = 1;

/** hls.js notices most faults of the element it plays in; one that it has not dealt with by then it did not notice, ms. */
const NOTICE_MS = 1000;

/** Whether an address is that of a stream's playlist. @param {string} url */
export function isStream(url) {
  return /\.m3u8$/i.test(url.split(/[?#]/, 1)[0]);
}

export class HlsAdapter extends NativeAdapter {
  #loadEngine;
  /** @type {Engine|null} */
  #engine = null;
  /** What is to play, and where it starts. @type {{media: Media, position: number}|null} */
  #request = null;
  /** The browser's own player got as far as to be able to play the stream. */
  #opened = false;
  /** The browser's word turned out to be worth nothing. */
  #distrusted = false;
  #recoveries = 0;

  /** @param {() => Promise<typeof import('../../vendor/hls.js')>} [loadEngine] */
  constructor(loadEngine = () => import('../../vendor/hls.js')) {
    super();
    this.#loadEngine = loadEngine;
    this.addEventListener('canplay', () => (this.#opened = true));
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.#drop();
    this.#request = {media, position};
    if (!this.#distrusted && this.element.canPlayType(TYPE) !== '') super.load(media, position);
    else this.#open(this.#request);
  }

  unload() {
    this.#request = null;
    this.#drop();
    super.unload();
  }

  /** @param {number} code @param {string} src */
  async refused(code, src) {
    if (this.#engine) return this.#leaveTo(this.#engine);
    if (this.#opened || !this.#request) return super.refused(code, src);
    this.#distrusted = true;
    super.unload();
    return this.#open(this.#request);
  }

  /** It hears of the element's error too, and says more. @param {Engine} engine */
  #leaveTo(engine) {
    setTimeout(() => {
      if (this.element.error) this.#fatal(engine, {type: 'mediaError', details: ''});
    }, NOTICE_MS);
  }

  /** Plays by hls.js. @param {{media: Media, position: number}} request */
  async #open(request) {
    const Hls = await this.#loadEngine().then((module) => module.default, () => null);
    if (request !== this.#request) return;
    if (!Hls?.isSupported()) return this.fail(Hls ? reasons.unsupported : reasons.unknown);
    this.prepare();
    // No worker: it would be made of a blob, which the Content-Security-Policy forbids.
    const engine = new Hls({enableWorker: false, startPosition: request.position > 0 ? request.position : -1});
    this.#engine = engine;
    engine.on(Hls.Events.ERROR, (_, data) => data.fatal && this.#fatal(engine, data));
    engine.loadSource(sourceOf(request.media));
    engine.attachMedia(this.element);
  }

  /** @param {Engine} engine @param {Fault} fault */
  #fatal(engine, fault) {
    if (engine !== this.#engine) return;
    if (fault.type === 'mediaError' && this.#opened && this.#recoveries < RECOVERIES) {
      this.#recoveries += 1;
      engine.recoverMediaError();
      return;
    }
    this.#drop();
    this.fail(explainFault(fault));
  }

  #drop() {
    const engine = this.#engine;
    this.#engine = null;
    this.#opened = false;
    this.#recoveries = 0;
    engine?.destroy();
  }
}

/**
 * What a person can make of a fault that hls.js gave up on.
 * @param {Fault} fault
 */
export function explainFault({type, details, response}) {
  if (details === 'manifestIncompatibleCodecsError' || details === 'manifestParsingError') return reasons.unsupported;
  if (type === 'mediaError' || type === 'muxError') return reasons.decode;
  if (type !== 'networkError') return reasons.unknown;
  if (response?.code === 404 || response?.code === 410) return reasons.gone;
  return response?.code ? reasons.network : words().stream; // no answer at all, or none that this page may read
}
