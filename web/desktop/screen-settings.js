// What is set for this screen alone, whatever the session says: it stays in this browser.

import {LIMITS} from '../shared/protocol.js';

/** Where it is kept in localStorage. */
const KEY = 'remoted.screen';

/** Share of the session's volume that this screen plays at, per cent. */
export const TRIM_MAX = 100;

/** No amplifier or television delays sound by more than this, ms. */
export const DELAY_MAX_MS = 2000;

/**
 * @typedef {object} Values
 * @property {string} name  what to call this screen; empty: its number
 * @property {number} trim  0–100 per cent of the session's volume
 * @property {boolean} muted  silent here
 * @property {number} delay  ms by which this screen's sound comes out late: the media runs that far ahead. ±2000
 */

/** @type {Values} */
const DEFAULTS = Object.freeze({name: '', trim: TRIM_MAX, muted: false, delay: 0});

/** Dispatches `change`. */
export class ScreenSettings extends EventTarget {
  #storage;
  #values = DEFAULTS;

  /** @param {Pick<Storage, 'getItem'|'setItem'>|null} [storage]  null: nothing is kept */
  constructor(storage = null) {
    super();
    this.#storage = storage;
    this.#values = bounded(DEFAULTS, this.#read());
  }

  get name() {
    return this.#values.name;
  }

  get trim() {
    return this.#values.trim;
  }

  get muted() {
    return this.#values.muted;
  }

  get delay() {
    return this.#values.delay;
  }

  /** Changes some of it; what is out of range is brought into it. @param {Partial<Values>} change */
  set(change) {
    const values = bounded(this.#values, change);
    const text = JSON.stringify(values);
    if (text === JSON.stringify(this.#values)) return;
    this.#values = values;
    try {
      this.#storage?.setItem(KEY, text);
    } catch {
      // full or forbidden: it holds until the page goes
    }
    this.dispatchEvent(new Event('change'));
  }

  #read() {
    try {
      const kept = JSON.parse(this.#storage?.getItem(KEY) ?? 'null');
      return kept !== null && typeof kept === 'object' ? kept : {};
    } catch {
      return {};
    }
  }
}

/** The browser's storage, which it may refuse. @returns {Storage|null} */
export function localSettings() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @param {Values} old @param {Record<string, unknown>} change @returns {Values} */
function bounded(old, change) {
  const {name, trim, muted, delay} = change;
  return Object.freeze({
    name: typeof name === 'string' ? [...name.trim().replace(/\s+/g, ' ')].slice(0, LIMITS.NAME_CHARS).join('').trim() : old.name,
    trim: isNumber(trim) ? Math.round(Math.min(TRIM_MAX, Math.max(0, trim))) : old.trim,
    muted: typeof muted === 'boolean' ? muted : old.muted,
    delay: isNumber(delay) ? Math.round(Math.min(DELAY_MAX_MS, Math.max(-DELAY_MAX_MS, delay))) : old.delay,
  });
}

/** @param {unknown} value @returns {value is number} */
const isNumber = (value) => Number.isFinite(value);
