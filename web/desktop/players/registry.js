// Which adapter plays which provider. An adapter is made when an item needs it for the first time, and kept: a page that
// plays all evening must not collect players.

import {providerName} from '../../shared/format.js';
import {desktop as words} from '../../shared/strings/desktop.en.js';
import {NativeAdapter} from './native.js';
import {YouTubeAdapter} from './youtube.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {PlayerAdapter} from './adapter.js' */

/** @typedef {{adapter: PlayerAdapter, reason?: undefined}|{adapter: null, reason: string}} Choice */

/** @type {Record<string, new () => PlayerAdapter>} */
const ADAPTERS = {library: NativeAdapter, file: NativeAdapter, youtube: YouTubeAdapter};

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
    const kind = ADAPTERS[media.provider];
    if (!kind) return {adapter: null, reason: words.failed.provider(providerName(media.provider))};
    const adapter = this.#made.get(kind) ?? this.#make(kind);
    for (const other of this.#made.values()) other.element.hidden = other !== adapter;
    return {adapter};
  }

  /** @param {new () => PlayerAdapter} kind */
  #make(kind) {
    const adapter = new kind();
    this.#made.set(kind, adapter);
    this.#stage.append(adapter.element);
    return adapter;
  }
}
