// HTTP Live Streaming (RFC 8216). The rule: a browser that says it plays HLS by itself is taken at its word, until it
// fails on a stream before that could play; then, and in every other browser, hls.js plays it. hls.js is loaded when the
// first stream needs it. A browser's own player may fetch from anywhere; hls.js only what the stream's server lets other
// pages read (CORS), and what this server's Content-Security-Policy lets this page fetch. A browser's own player that has
// nothing to choose captions by (Chromium's) is passed over where the playlist can be read and names some.

import {desktop} from '../../shared/strings/desktop.js';
import {NativeAdapter, sourceOf} from './native.js';
import {StreamAdapter} from './stream.js';
import {describeTrack} from './text-tracks.js';
import {words} from './words.js';

/** @import {default as Hls} from 'hls.js' */
/** @import {Found} from '../../shared/model/captions.js' */
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
  /** Ends the look at a playlist. */
  #asking = new AbortController();

  /** @param {() => Promise<typeof import('../../vendor/hls.js')>} [load] */
  constructor(load = () => import('../../vendor/hls.js')) {
    super();
    this.#load = load;
  }

  /** @param {Request} request */
  async begin(request) {
    if (this.#distrusted || this.element.canPlayType(TYPE) === '') return this.open(request);
    const {signal} = (this.#asking = new AbortController());
    const captioned = !showsTracks(this.element) && (await hasCaptions(sourceOf(request.media), signal));
    if (signal.aborted) return undefined;
    if (captioned) return this.open(request);
    return NativeAdapter.prototype.load.call(this, request.media, request.position);
  }

  drop() {
    this.#asking.abort();
    super.drop();
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
    const hls = new Library({enableWorker: false, startPosition: position > 0 ? position : -1, ...UNNAMED});
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
    hls.on(Library.Events.MANIFEST_PARSED, (_, {levels}) => {
      this.expected = promised(levels);
      hls.subtitleTrack = -1; // what shows is the session's choice, not the stream's
    });
    this.tracks.describe = (track) => describeIn(hls.allSubtitleTracks, track);
    hls.loadSource(sourceOf(media));
    hls.attachMedia(this.element);
    return engine;
  }
}

/** Captions in the picture (CEA-608) that the playlist says nothing of: hls.js would call them English. */
const UNNAMED = Object.freeze({
  captionsTextTrack1Label: 'CC1', captionsTextTrack1LanguageCode: '',
  captionsTextTrack2Label: 'CC2', captionsTextTrack2LanguageCode: '',
  captionsTextTrack3Label: 'CC3', captionsTextTrack3LanguageCode: '',
  captionsTextTrack4Label: 'CC4', captionsTextTrack4LanguageCode: '',
});

/** A line of a playlist that names captions (RFC 8216, 4.3.4.1), as files or in the picture. */
const CAPTIONS = /^#EXT-X-MEDIA:(?:.*,)?TYPE=(?:SUBTITLES|CLOSED-CAPTIONS)\b/m;

/** @param {string} playlist */
export const namesCaptions = (playlist) => CAPTIONS.test(playlist);

/** A playlist that takes longer is played without a look at it, ms. */
const LOOK_MS = 2000;

/** More than any list of variants has, bytes. */
const MAX_PLAYLIST = 1024 * 1024;

/** Whether a browser's own player hands out the tracks of a stream: those that do have all kinds of them. @param {HTMLMediaElement} element */
const showsTracks = (element) => 'audioTracks' in element;

/**
 * Whether a playlist names captions. One that cannot be read does not.
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function hasCaptions(url, signal) {
  try {
    const response = await fetch(url, {signal: AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)])});
    if (!response.ok || Number(response.headers.get('content-length')) > MAX_PLAYLIST) return false;
    return namesCaptions(await response.text());
  } catch {
    return false;
  }
}

/**
 * What a track is, by the stream's own list, which alone knows those for foreign parts.
 * @param {readonly {forced?: boolean, trackNode?: HTMLTrackElement}[]} listed
 * @param {TextTrack} track
 * @returns {Found|null}
 */
export function describeIn(listed, track) {
  const found = describeTrack(track);
  const isForced = listed.some(({forced, trackNode}) => forced && trackNode?.track === track);
  return found && isForced ? {...found, kind: 'forced'} : found;
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
