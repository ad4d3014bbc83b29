// One face for everything that plays: HTMLMediaElement's names, whatever is behind them.

import {EMBED} from '../playback/drift.js';

/** @import {Captions} from '../../shared/model/captions.js' */
/** @import {Media} from '../../shared/protocol.js' */
/** @import {Traits} from '../playback/drift.js' */

/** What a player may be able to do; the report's `can`. @typedef {'seek'|'rate'|'volume'|'captions'} Ability */

/** The event of an adapter that turns out to be able to do other things than it said, such as to show captions. */
export const ABILITIES = 'abilities';

/** The event of an adapter whose captions say something else than before. */
export const CUECHANGE = 'cuechange';

/** Names of the events that an adapter dispatches, as HTMLMediaElement and its tracks have them, and ABILITIES. */
export const MEDIA_EVENTS = Object.freeze([
  'loadedmetadata', 'durationchange', 'canplay', 'play', 'playing', 'pause', 'waiting', 'seeked', 'timeupdate', 'ended', 'error',
  CUECHANGE, ABILITIES,
]);

/**
 * Plays one media at a time and is used again for the next. Times are seconds, volume is 0–1, as HTMLMediaElement has
 * them. Events of a media that load() or unload() replaced must not be dispatched any more.
 */
export class PlayerAdapter extends EventTarget {
  /** What goes on the stage. @returns {HTMLElement} */
  get element() {
    throw new Error('each player brings an element of its own');
  }

  /**
   * Starts to load, paused. `canplay` follows, or `error`.
   * @param {Media} _media
   * @param {number} _position  where playing will start, so that the right part is loaded
   */
  load(_media, _position) {}

  /** Lets go of the media and of what it holds. */
  unload() {}

  /** Rejects with NotAllowedError when the browser wants a gesture first. @returns {Promise<void>} */
  async play() {}

  pause() {}

  get paused() {
    return true;
  }

  /** Played to its end, and stands there. */
  get ended() {
    return false;
  }

  get currentTime() {
    return 0;
  }

  set currentTime(_seconds) {}

  /** NaN while unknown, Infinity for a live stream. */
  get duration() {
    return NaN;
  }

  get volume() {
    return 1;
  }

  set volume(_level) {}

  get muted() {
    return false;
  }

  set muted(_on) {}

  get playbackRate() {
    return 1;
  }

  set playbackRate(_rate) {}

  /** How it is kept in step with other screens. @returns {Traits} */
  get traits() {
    return EMBED;
  }

  /** @returns {Ability[]} what it can do with what is loaded */
  get can() {
    return [];
  }

  /** The captions that there are for what is loaded. @returns {readonly Captions[]} */
  get textTracks() {
    return [];
  }

  /** Which captions are shown: those of this language, or of one near it; null for none. @param {string|null} _language */
  set captions(_language) {}

  /** What they say now, where the page is to draw it: from the top. @returns {readonly (string|DocumentFragment)[]} */
  get lines() {
    return [];
  }

  /** Whether there is a picture; null while that is not known. @returns {boolean|null} */
  get picture() {
    return null;
  }

  /** What is missing while it plays, in words for people: a picture, sound; empty when nothing is. */
  get note() {
    return '';
  }

  /** Why it failed, in words for people; empty while it did not. */
  get reason() {
    return '';
  }
}
