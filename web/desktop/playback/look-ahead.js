// The next item is looked at before its turn: what the browser will need of it is fetched, and if it cannot be played,
// the list shows that while there is time to do something about it.

import {upNext} from '../model/up-next.js';

/** @import {Controller} from './controller.js' */
/** @import {Item, Media, Report} from '../../shared/protocol.js' */
/** @import {Store} from '../../shared/store.js' */

/** How long before the end of what plays: time enough for a slow server, and for a person to add something else. */
export const AHEAD_MS = 15_000;

export class LookAhead {
  #store;
  #controller;
  #check;
  #report;
  /** What was looked at, or is. */
  #key = '';
  /** @type {AbortController|null} */
  #looking = null;

  /**
   * @param {object} parts
   * @param {Store} parts.store
   * @param {Pick<Controller, 'view'|'position'|'repeat'>} parts.controller
   * @param {(media: Media, signal: AbortSignal) => Promise<string>} parts.check  why it cannot be played, or nothing
   * @param {(report: Report) => void} parts.report
   */
  constructor({store, controller, check, report}) {
    this.#store = store;
    this.#controller = controller;
    this.#check = check;
    this.#report = report;
  }

  /** Call it now and then. */
  look() {
    const item = this.#due();
    const key = item ? `${item.id} ${item.media.url}` : '';
    if (key === this.#key) return;
    this.#looking?.abort();
    this.#looking = null;
    this.#key = key;
    if (item && !item.failed) this.#examine(item);
  }

  /** What is next, when that is soon. @returns {Item|null} */
  #due() {
    const {state} = this.#store.getState();
    const {item, status, duration} = this.#controller.view;
    if (!state || !item || status !== 'playing') return null;
    const end = item.end ?? duration;
    const left = end === null || end === undefined ? Infinity : (end - this.#controller.position) / state.playback.rate;
    if (left > AHEAD_MS) return null;
    const next = upNext(state);
    return next.kind === 'item' && next.item.id !== item.id ? next.item : null;
  }

  /** @param {Item} item */
  async #examine(item) {
    const looking = new AbortController();
    this.#looking = looking;
    const reason = await this.#check(item.media, looking.signal);
    if (!reason || looking.signal.aborted || !this.#isStillNext(item)) return;
    this.#report({item: item.id, status: 'failed', position: 0, reason});
    this.#controller.repeat(); // a player's last word is taken for its condition
  }

  /** @param {Item} item */
  #isStillNext({id}) {
    const {state} = this.#store.getState();
    return state?.playback.item !== id && !!state?.items.some((item) => item.id === id);
  }
}
