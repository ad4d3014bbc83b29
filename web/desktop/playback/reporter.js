// How the current item fares on this screen: kept here, and told to the session: each change at once, progress at intervals.

import {LIMITS} from '../../shared/protocol.js';

/** @import {Captions} from '../../shared/model/captions.js' */
/** @import {PlayerAdapter} from '../players/adapter.js' */
/** @import {PlayerStatus, Report} from '../../shared/protocol.js' */

/** Between two progress reports while playing: keeps a seek bar honest, costs nothing. */
export const PROGRESS_MS = 5000;

/** What a report is about. @typedef {{id: string|null, adapter: PlayerAdapter|null}} Subject  `id`: of the item; null while there is none */

export class Reporter {
  #send;
  #subject;
  #changed;
  #now;
  /** @type {PlayerStatus|null} */
  #status = null;
  #reason = '';
  #sentAt = -Infinity;
  /** The last report but for its position, to spot repetition. */
  #last = '';

  /**
   * @param {object} parts
   * @param {(report: Report) => void} parts.send
   * @param {() => Subject} parts.subject
   * @param {() => void} parts.changed  called after each change
   * @param {() => number} parts.now  ms, any steady clock
   */
  constructor({send, subject, changed, now}) {
    this.#send = send;
    this.#subject = subject;
    this.#changed = changed;
    this.#now = now;
  }

  /** Null while there is no item. */
  get status() {
    return this.#status;
  }

  /** Why it failed, or what is missing while it plays, in words; empty when nothing is. */
  get reason() {
    return this.#reason;
  }

  /**
   * @param {PlayerStatus|null} status
   * @param {string} [reason]
   * @param {boolean} [again]  say it even if nothing but the position changed
   */
  set(status, reason = '', again = false) {
    if (status === this.#status && reason === this.#reason && !again) return;
    this.#status = status;
    this.#reason = reason;
    this.#report(again);
    this.#changed();
  }

  /** The status is what it was, but the player knows more, such as its duration. */
  learned() {
    if (this.#status !== 'loading') this.#report();
    this.#changed();
  }

  /** Says the last word again: it may be out of date, or may not have arrived. */
  repeat() {
    this.#report(true);
  }

  /** Whether the last report is old enough for another one about progress. */
  get due() {
    return this.#now() - this.#sentAt >= PROGRESS_MS;
  }

  /** @param {boolean} [again] */
  #report(again = false) {
    const {id, adapter} = this.#subject();
    if (id === null || this.#status === null) return;
    const rest = {item: id, status: this.#status, ...(this.#reason && {reason: this.#reason}), ...known(this.#status, adapter)};
    const key = JSON.stringify(rest);
    if (key === this.#last && !again) return;
    this.#last = key;
    this.#sentAt = this.#now();
    this.#send({...rest, position: milliseconds(adapter?.currentTime)});
  }
}

/** What is known of the media; what the player can do with it is said once it is loaded. @param {PlayerStatus} status @param {PlayerAdapter|null} adapter */
function known(status, adapter) {
  const duration = milliseconds(adapter?.duration);
  const length = duration > 0 ? {duration} : {};
  if (status === 'loading' || status === 'failed') return length;
  return {...length, can: adapter?.can ?? [], ...listed(adapter?.textTracks ?? [])};
}

/** Captions as the wire has them. @param {readonly Captions[]} captions */
function listed(captions) {
  const labels = captions.map(({label = ''}) => [...label].slice(0, LIMITS.LABEL_CHARS).join(''));
  return {
    ...(captions.length > 0 && {captions: captions.map(({language}) => language)}),
    ...(labels.some(Boolean) && {captionLabels: labels}),
  };
}

/** Seconds as the wire has them; unknown and endless are 0. @param {number|undefined} seconds */
function milliseconds(seconds = 0) {
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : 0;
}
