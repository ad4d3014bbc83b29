// Which adapter plays which provider. An adapter is made when an item needs it for the first time, and kept: a page that
// plays all evening must not collect players.

import {providerName} from '../../shared/format.js';
import {desktop as words} from '../../shared/strings/desktop.js';
import {checkFile} from './check.js';
import {HlsAdapter, isStream} from './hls.js';
import {NativeAdapter} from './native.js';
import {YouTubeAdapter} from './youtube.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {PlayerAdapter} from './adapter.js' */

/** @typedef {{adapter: PlayerAdapter, reason?: undefined}|{adapter: null, reason: string}} Choice */

/** @type {Record<string, new () => PlayerAdapter>} */
const ADAPTERS = {library: NativeAdapter, file: NativeAdapter, hls: HlsAdapter, youtube: YouTubeAdapter};

/** @param {Media} media @returns {(new () => PlayerAdapter)|undefined} */
function kindOf(media) {
  const kind = ADAPTERS[media.provider];
  return kind === NativeAdapter && isStream(media.url) ? HlsAdapter : kind;
}

/** @param {Media} media */
const unplayable = (media) => words.failed.provider(providerName(media.provider));

export class Players {
  #stage;
  /** @type {Map<new () => PlayerAdapter, PlayerAdapter>} */
  #made = new Map();

  /** @param {HTMLElement} stage  takes the adapters' elements; all but the one in use are hidden */
  constructor(stage) {
    this.#stage = stage;
  }

  /**
   * The adapter for a media, its element in view; or why there is none.
   * @param {Media} media
   * @returns {Choice}
   */
  choose(media) {
    const kind = kindOf(media);
    if (!kind) return {adapter: null, reason: unplayable(media)};
    const adapter = this.#made.get(kind) ?? this.#make(kind);
    for (const other of this.#made.values()) other.element.hidden = other !== adapter;
    return {adapter};
  }

  /**
   * Finds out, out of sight, whether a media can be played.
   * @param {Media} media
   * @param {AbortSignal} [signal]  nobody wants to know any more
   * @returns {Promise<string>}  why it cannot, in words; empty when it can, or when that is not sure
   */
  async check(media, signal) {
    const kind = kindOf(media);
    if (!kind) return unplayable(media);
    return kind === NativeAdapter ? checkFile(media, signal) : '';
  }

  /** @param {new () => PlayerAdapter} kind */
  #make(kind) {
    const adapter = new kind();
    this.#made.set(kind, adapter);
    this.#stage.append(adapter.element);
    return adapter;
  }
}
