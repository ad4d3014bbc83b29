// What the session wants of this player now: a view of the store, with the questions that are asked of it.

import {playingOf} from '../../shared/model/screens.js';
import {currentItem, position} from '../../shared/reducer.js';

/** @import {Playback} from '../../shared/protocol.js' */
/** @import {Store} from '../../shared/store.js' */

export class Target {
  #store;
  #delay;
  #isElsewhere;

  /**
   * @param {Store} store
   * @param {() => number} [delay]  ms by which what is played comes out late: all is done that much earlier
   * @param {() => boolean} [isElsewhere]  other screens were chosen to play: this one stands still, with the item loaded
   */
  constructor(store, delay = () => 0, isElsewhere = () => false) {
    this.#store = store;
    this.#delay = delay;
    this.#isElsewhere = isElsewhere;
  }

  get state() {
    return this.#store.getState().state;
  }

  /** @returns {Playback|null} */
  get playback() {
    const playback = this.state?.playback ?? null;
    if (playback?.status !== 'playing' || !this.#isElsewhere()) return playback;
    return {...playback, status: 'paused', held: false};
  }

  /** The item to have loaded; null when there is nothing to play or to stand at. */
  get item() {
    const status = this.playback?.status;
    return status === 'playing' || status === 'paused' ? currentItem(this.state) : null;
  }

  /** Shall play, now or as soon as it is let go. */
  get isPlaying() {
    return this.playback?.status === 'playing';
  }

  /** Shall play now: not paused, not held. */
  get isRunning() {
    return this.isPlaying && !this.playback?.held;
  }

  /** ms until a start that lies ahead; not above 0 when it is due. */
  get wait() {
    return (this.playback?.at ?? 0) - this.#now;
  }

  /** Where the media is to be now, ms. */
  get position() {
    return this.playback ? position(this.playback, this.#now) : 0;
  }

  /** The same, counted back below its place while a start lies ahead: a start that is due in 40 ms is 40 ms below. */
  get place() {
    return this.position - Math.max(0, this.wait) * (this.playback?.rate ?? 1);
  }

  /** Names one request for playback: a start, a seek, a pause. Another name means that somebody asked for something. */
  get key() {
    const p = this.playback;
    return p ? `${p.item} ${p.at} ${p.position} ${p.status} ${p.held}` : '';
  }

  /** No other screen has to be kept up with. */
  get isAlone() {
    return playingOf(this.#store.getState()).length <= 1;
  }

  /** @param {string} id */
  isCurrent(id) {
    return this.playback?.item === id;
  }

  get #now() {
    return this.#store.getState().clock.now() + this.#delay();
  }
}
