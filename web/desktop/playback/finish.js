// The end of an item, once: where its media ends, or where its range does.

/** @import {PlayerAdapter} from '../players/adapter.js' */
/** @import {ScreenSettings} from '../screen-settings.js' */
/** @import {Reporter} from './reporter.js' */
/** @import {Target} from './target.js' */

/** An end that is further away is looked for again in time, ms. */
const NEAR_MS = 500;

export class Finish {
  #adapter;
  #target;
  #settings;
  #reporter;
  /** The playback that came to its end: another one may do so again. */
  #reached = '';
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {{adapter: PlayerAdapter, target: Target, settings: Pick<ScreenSettings, 'delay'>, reporter: Reporter}} parts */
  constructor({adapter, target, settings, reporter}) {
    this.#adapter = adapter;
    this.#target = target;
    this.#settings = settings;
    this.#reporter = reporter;
  }

  /** What the session wants now has come to its end. */
  get isReached() {
    return this.#reached !== '' && this.#reached === this.#target.key;
  }

  /** A range ends where the media does not: be there on time. @param {number|null|undefined} end  ms */
  watch(end) {
    clearTimeout(this.#timer);
    if (end === null || end === undefined) return;
    const left = (end - this.#adapter.currentTime * 1000) / this.#adapter.playbackRate;
    if (left <= 0) this.reach();
    else if (left < NEAR_MS) this.#timer = setTimeout(() => this.watch(end), left);
  }

  /** Here it is. */
  reach() {
    if (this.isReached) return;
    this.#reached = this.#target.key;
    this.#adapter.pause();
    clearTimeout(this.#timer);
    // What comes out late has not ended for those who hear it.
    if (this.#settings.delay > 0) this.#timer = setTimeout(() => this.#tell(), this.#settings.delay);
    else this.#tell();
  }

  release() {
    clearTimeout(this.#timer);
  }

  #tell() {
    this.#reporter.set('ended', '', true);
  }
}
