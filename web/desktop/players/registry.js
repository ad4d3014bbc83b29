// Which adapter plays which provider. An adapter is made when an item needs it for the first time, and kept: a page that
// plays all evening must not collect players.

import {isList, providerName} from '../../shared/format.js';
import {desktop as words} from '../../shared/strings/desktop.js';
import {checkFile} from './check.js';
import {DashAdapter, isDash} from './dash.js';
import {EmbedAdapter} from './services/embed.js';
import {HlsAdapter, isStream} from './hls.js';
import {NativeAdapter} from './native.js';
import {PictureAdapter} from './picture.js';
import {mayShow} from './services/twitch.js';
import {YouTubeAdapter} from './services/youtube.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {PlayerAdapter} from './adapter.js' */

/** @typedef {{adapter: PlayerAdapter, reason?: undefined}|{adapter: null, reason: string}} Choice */

/** Ways to play, by name. @type {Record<string, () => PlayerAdapter>} */
const KINDS = {
  native: () => new NativeAdapter(),
  hls: () => new HlsAdapter(),
  dash: () => new DashAdapter(),
  picture: () => new PictureAdapter(),
  youtube: () => new YouTubeAdapter(),
  vimeo: () => new EmbedAdapter('Vimeo', () => import('./services/vimeo.js')),
  dailymotion: () => new EmbedAdapter('Dailymotion', () => import('./services/dailymotion.js')),
  twitch: () => new EmbedAdapter('Twitch', () => import('./services/twitch.js')),
  clip: () => new EmbedAdapter('Twitch', () => import('./services/twitch-clip.js')),
  soundcloud: () => new EmbedAdapter('SoundCloud', () => import('./services/soundcloud.js')),
  spotify: () => new EmbedAdapter('Spotify', () => import('./services/spotify.js')),
};

/** How a media is played: a name of KINDS, or nothing. @param {Media} media @returns {string|undefined} */
export function kindOf({provider, ref, url}) {
  if (provider === 'library' || provider === 'file') return isStream(url) ? 'hls' : isDash(url) ? 'dash' : 'native';
  if (provider === 'upload') return 'native'; // its type is known, whatever its name looks like
  if (provider === 'twitch' && ref?.startsWith('clip:')) return 'clip';
  return Object.hasOwn(KINDS, provider) && provider !== 'native' && provider !== 'clip' ? provider : undefined;
}

/** A page is what an address turned out to be that has no media. @param {Media} media */
const unplayable = ({provider}) => (provider === 'page' ? words.failed.unsupported : words.failed.provider(providerName(provider)));

export class Players {
  #stage;
  /** @type {Map<string, PlayerAdapter>} */
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
   * Finds out, out of sight, whether a media can be played. Of what another service plays only what this page knows by
   * itself: nothing is fetched from there before its turn.
   * @param {Media} media
   * @param {AbortSignal} [signal]  nobody wants to know any more
   * @returns {Promise<string>}  why it cannot, in words; empty when it can, or when that is not sure
   */
  async check(media, signal) {
    if (isList(media)) return ''; // its items come in its place
    const kind = kindOf(media);
    if (!kind) return unplayable(media);
    if ((kind === 'twitch' || kind === 'clip') && !mayShow(location)) return words.failed.embed.insecure;
    return kind === 'native' ? checkFile(media, signal) : '';
  }

  /** @param {string} kind */
  #make(kind) {
    const adapter = KINDS[kind]();
    this.#made.set(kind, adapter);
    this.#stage.append(adapter.element);
    return adapter;
  }
}
