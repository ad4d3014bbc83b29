// How much the screen shows over the media: nothing while nobody needs it, words when something changes, buttons when
// somebody is at the screen. It goes back by itself.

/** @typedef {'quiet'|'words'|'controls'} Level */

/** Words and buttons go, and the pointer with them, when nothing happened for this long. */
export const QUIET_MS = 4000;

/** Somebody who goes from button to button by keys reads each of them first. */
export const READING_MS = 12_000;

export class Attention {
  /** @type {Level} */
  level = 'words';
  #changed;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Something happened that is worth a word. */
  tell() {
    this.#raise(this.level === 'controls' ? 'controls' : 'words', QUIET_MS);
  }

  /** Somebody is here. @param {number} [ms]  how long the buttons stay */
  serve(ms = QUIET_MS) {
    this.#raise('controls', ms);
  }

  /** Nothing more to see. */
  rest() {
    clearTimeout(this.#timer);
    this.#set('quiet');
  }

  /** @param {Level} level @param {number} ms */
  #raise(level, ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set('quiet'), ms);
    this.#set(level);
  }

  /** @param {Level} level */
  #set(level) {
    if (level === this.level) return;
    this.level = level;
    this.#changed();
  }
}
