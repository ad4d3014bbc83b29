// Captions of YouTube's player. Its reference documents getOptions(), getOption(), setOption() and onApiChange for the module
// `captions`, but not the options that matter here, `tracklist` and `track`, which its player has had for years. What is not
// there, or is something else, is no captions.

/** @import {Found} from '../../../shared/model/captions.js' */
/** @import {YouTubePlayer} from './youtube-api.js' */

const MODULE = 'captions';

/** A track as YouTube has it. @typedef {{languageCode: string, displayName?: string, kind?: string}} Track */

export class YouTubeCaptions {
  #player;
  /** @type {(Found & {track: Track})[]} */
  found = [];

  /** @param {YouTubePlayer} player */
  constructor(player) {
    this.#player = player;
  }

  /** Something plays: only now its captions can be asked for. */
  ask() {
    this.#player.loadModule?.(MODULE);
  }

  /** Looks at what there is. @returns {boolean} whether it is something else than before */
  look() {
    const before = JSON.stringify(this.found);
    this.found = this.#tracks().map((track) => ({language: track.languageCode, label: track.displayName ?? '', track}));
    return JSON.stringify(this.found) !== before;
  }

  /** Other media. */
  forget() {
    this.found = [];
  }

  /** @param {Found|null} captions */
  choose(captions) {
    const {track = {}} = /** @type {{track?: Track}} */ (captions ?? {});
    this.#player.setOption?.(MODULE, 'track', track);
  }

  /** @returns {Track[]} */
  #tracks() {
    if (!this.#player.getOptions?.()?.includes(MODULE)) return [];
    const list = this.#player.getOption?.(MODULE, 'tracklist');
    return Array.isArray(list) ? list.filter((track) => typeof track?.languageCode === 'string') : [];
  }
}
