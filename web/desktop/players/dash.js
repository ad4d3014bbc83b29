// MPEG-DASH (ISO/IEC 23009-1): no browser plays it by itself, dash.js does. It asks nobody but the servers that the stream
// names: by itself it would ask one of its makers' for the time of day, which a live stream needs to about a second; this
// machine's own clock is good for that.

import {desktop} from '../../shared/strings/desktop.js';
import {sourceOf} from './native.js';
import {StreamAdapter} from './stream.js';
import {words} from './words.js';

/** @import {MediaPlayerClass} from 'dashjs' */
/** @import {Ability} from './adapter.js' */
/** @import {Found} from '../../shared/model/captions.js' */
/** @import {Expected} from './missing.js' */
/** @import {Engine, Request} from './stream.js' */

const reasons = desktop.failed;

/** Codes of dash.js's errors (its class Errors), by what they mean to a person. */
const CODES = Object.freeze({
  unsupported: [10, 23, 31, 32, 34, 35],
  network: [12, 15, 17, 19, 26, 27, 28, 29],
  decode: [20, 21, 22],
  protected: [24, 107, 108, 109, 110, 111, 112, 113, 114],
});
const MANIFEST_NOT_LOADED = Object.freeze([11, 25]);

/** Something of it may fail, and it plays on. */
const HARMLESS = Object.freeze([16, 18, 33]);

/** What of dash.js's error is used. @typedef {{code?: number, data?: {response?: {status?: number}, request?: {response?: {status?: number}}}}} Fault */

/** Whether an address is that of a stream's description. @param {string} url */
export function isDash(url) {
  return /\.mpd$/i.test(url.split(/[?#]/, 1)[0]);
}

export class DashAdapter extends StreamAdapter {
  #load;
  #isLive = false;

  /** @param {() => Promise<typeof import('../../vendor/dash.js')>} [load] */
  constructor(load = () => import('../../vendor/dash.js')) {
    super();
    this.#load = load;
  }

  get duration() {
    return this.#isLive ? Infinity : super.duration;
  }

  /** @returns {Ability[]} */
  get can() {
    return this.#isLive ? super.can.filter((ability) => ability !== 'seek' && ability !== 'rate') : super.can;
  }

  async engine() {
    const {MediaPlayer} = await this.#load();
    const isSupported = typeof MediaSource === 'function' || 'ManagedMediaSource' in globalThis;
    return (/** @type {Request} */ request) => (isSupported ? this.#start(MediaPlayer().create(), request) : null);
  }

  drop() {
    this.#isLive = false;
    super.drop();
  }

  /** @param {MediaPlayerClass} player @param {Request} request @returns {Engine} */
  #start(player, {media, position}) {
    const fatal = (/** @type {Fault} */ fault) => {
      if (!this.plays(engine) || HARMLESS.includes(fault.code ?? 0)) return;
      this.drop();
      this.fail(explainDash(fault));
    };
    const engine = {destroy: () => player.destroy(), broken: () => fatal({code: CODES.decode[0]})};
    player.updateSettings(SETTINGS);
    player.on('error', (/** @type {any} */ {error}) => fatal(error));
    player.on('playbackError', (/** @type {any} */ {error}) => fatal(error ?? {}));
    player.on('manifestLoaded', (/** @type {any} */ {data}) => (this.expected = promised(data)));
    player.on('streamInitialized', () => this.plays(engine) && this.#opens(player));
    player.on('allTextTracksAdded', (/** @type {any} */ {tracks}) => this.plays(engine) && this.#captions(player, tracks));
    player.on('fragmentLoadingCompleted', (/** @type {any} */ {request}) => request?.mediaType === 'text' && this.plays(engine) && this.#nudge());
    player.initialize(this.element, undefined, false);
    player.attachTTMLRenderingDiv(document.createElement('div')); // without one TTML is not read; nothing is drawn in it
    player.attachSource(sourceOf(media), position > 0 ? position : undefined);
    return engine;
  }

  /** Nothing is left of what another stream had. */
  get describe() {
    return () => null;
  }

  /** @param {MediaPlayerClass} player @param {readonly Text[]} texts */
  #captions(player, texts) {
    this.tracks.describe = (track) => describeText(texts, track);
    this.tracks.choose = (track) => {
      if (track) Object.assign(track, {renderingType: 'default'}); // else it writes a style sheet of its own, for what it does not draw
      player.setTextTrack(track ? placeOf(texts, track) : -1);
      this.#nudge();
    };
    this.tracks.look();
  }

  /** dash.js puts lines in their place as time goes on: while it stands still, it is told that it did. */
  #nudge() {
    setTimeout(() => this.element.paused && this.element.dispatchEvent(new Event('timeupdate'))); // after it has read what it loaded
  }

  /** @param {MediaPlayerClass} player */
  #opens(player) {
    this.#isLive = player.isDynamic();
    this.dispatchEvent(new Event('durationchange'));
  }
}

/** What of dash.js's description of a text track is used. @typedef {{id?: string|number|null, lang?: string, kind: string, isTTML?: boolean, labels?: {text: string}[], roles?: {value?: string}[]}} Text */


/**
 * The place of a track of the element among those of the stream; −1: an earlier stream left it there, as none can be removed.
 * @param {readonly Text[]} texts
 * @param {TextTrack & {isTTML?: boolean}} track
 */
export function placeOf(texts, track) {
  return texts.findIndex(({id, lang = '', kind, isTTML}) =>
    kind === track.kind && lang === track.language && String(id ?? lang) === track.label && Boolean(isTTML) === Boolean(track.isTTML));
}

/**
 * What a track of the element is, by the stream's description: dash.js gives it a number for a label.
 * @param {readonly Text[]} texts
 * @param {TextTrack} track
 * @returns {Found|null}
 */
export function describeText(texts, track) {
  const text = texts[placeOf(texts, track)];
  if (!text) return null;
  const isForced = text.roles?.some(({value}) => value === 'forced-subtitle');
  return {language: text.lang ?? '', label: text.labels?.[0]?.text ?? '', kind: isForced ? 'forced' : text.kind === 'captions' ? 'sdh' : undefined};
}

/** No clock of others, no report to anybody (CMCD), no log on the console, no captions that nobody chose. */
const SETTINGS = Object.freeze({
  debug: {logLevel: 0},
  streaming: {
    utcSynchronization: {enabled: false},
    cmcd: {enabled: false},
    capabilities: {useMediaCapabilitiesApi: true},
    text: {defaultEnabled: false},
  },
});

/**
 * What the description says that there is to see and to hear.
 * @param {{Period?: {AdaptationSet?: object[]}[]}|null} manifest  as dash.js reads it
 * @returns {Expected}
 */
export function promised(manifest) {
  const sets = (manifest?.Period ?? []).flatMap(({AdaptationSet = []}) => AdaptationSet);
  const has = (/** @type {string} */ kind) => sets.some((set) => kindsOf(set).some((type) => type.startsWith(`${kind}/`) || type === kind));
  return {picture: has('video'), sound: has('audio')};
}

/** @param {any} set @returns {string[]} */
function kindsOf({contentType, mimeType, Representation = []}) {
  return [contentType, mimeType, ...Representation.map((/** @type {any} */ r) => r.mimeType)].filter((type) => typeof type === 'string');
}

/**
 * What a person can make of a fault that dash.js gave up on.
 * @param {Fault} fault
 */
export function explainDash({code = 0, data}) {
  if (MANIFEST_NOT_LOADED.includes(code)) {
    const status = data?.response?.status ?? data?.request?.response?.status ?? 0;
    if (status === 404 || status === 410) return reasons.gone;
    return status ? reasons.network : words().stream; // no answer at all, or none that this page may read
  }
  if (CODES.unsupported.includes(code)) return reasons.unsupported;
  if (CODES.protected.includes(code)) return reasons.embed.protected;
  if (CODES.network.includes(code)) return reasons.network;
  return CODES.decode.includes(code) ? reasons.decode : reasons.unknown;
}
