// HTTP Live Streaming (RFC 8216). The rule: a browser that says it plays HLS by itself is taken at its word, until it
// fails on a stream before that could play; then, and in every other browser, hls.js plays it. hls.js is loaded when the
// first stream needs it. A browser's own player may fetch from anywhere; hls.js only what the stream's server lets other
// pages read (CORS), and what this server's Content-Security-Policy lets this page fetch.

import {desktop} from '../../shared/strings/desktop.js';
import {NativeAdapter, sourceOf} from './native.js';
import {StreamAdapter} from './stream.js';
import {words} from './words.js';

/** @import {default as Hls} from 'hls.js' */
/** @import {Expected} from './missing.js' */
/** @import {Engine, Request} from './stream.js' */

/** What of hls.js's ErrorData is used. @typedef {{type: string, details: string, response?: {code?: number}}} Fault */

const TYPE = 'application/vnd.apple.mpegurl';

const reasons = desktop.failed;

/** Faults of the decoder that are worth another try with the same stream, one after the other. */
const RECOVERIES = 1;

/** Whether an address is that of a stream's playlist. @param {string} url */
export function isStream(url) {
  return /\.m3u8$/i.test(url.split(/[?#]/, 1)[0]);
}

export class HlsAdapter extends StreamAdapter {
  #load;
  /** The browser's word turned out to be worth nothing. */
  #distrusted = false;

  /** @param {() => Promise<typeof import('../../vendor/hls.js')>} [load] */
  constructor(load = () => import('../../vendor/hls.js')) {
    super();
    this.#load = load;
  }

  /** @param {Request} request */
  begin(request) {
    if (!this.#distrusted && this.element.canPlayType(TYPE) !== '') NativeAdapter.prototype.load.call(this, request.media, request.position);
    else this.open(request);
  }

  /** @param {number} code @param {string} src */
  async refused(code, src) {
    const {request} = this;
    if (this.hasEngine || this.opened || !request) return super.refused(code, src);
    this.#distrusted = true;
    NativeAdapter.prototype.unload.call(this);
    return this.open(request);
  }

  async engine() {
    const {default: Library} = await this.#load();
    return (/** @type {Request} */ request) => (Library.isSupported() ? this.#start(Library, request) : null);
  }

  /** @param {typeof Hls} Library @param {Request} request @returns {Engine} */
  #start(Library, {media, position}) {
    // No worker: it would be made of a blob, which the Content-Security-Policy forbids.
    const hls = new Library({enableWorker: false, startPosition: position > 0 ? position : -1});
    let recoveries = RECOVERIES;
    const fatal = (/** @type {Fault} */ fault) => {
      if (!this.plays(engine)) return;
      if (fault.type === 'mediaError' && this.opened && recoveries > 0) {
        recoveries -= 1;
        hls.recoverMediaError();
        return;
      }
      this.drop();
      this.fail(explainFault(fault));
    };
    const engine = {destroy: () => hls.destroy(), broken: () => fatal({type: 'mediaError', details: ''})};
    hls.on(Library.Events.ERROR, (_, data) => data.fatal && fatal(data));
    hls.on(Library.Events.MANIFEST_PARSED, (_, {levels}) => (this.expected = promised(levels)));
    hls.loadSource(sourceOf(media));
    hls.attachMedia(this.element);
    return engine;
  }
}

/**
 * What the playlist says that there is to see and to hear. One that says nothing of it promises nothing.
 * @param {{width?: number, videoCodec?: string, audioCodec?: string}[]} levels
 * @returns {Expected}
 */
export function promised(levels) {
  return {
    picture: levels.some(({width, videoCodec}) => !!width || !!videoCodec),
    sound: levels.some(({audioCodec}) => !!audioCodec),
  };
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
