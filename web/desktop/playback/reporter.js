// Tells the session what this player sees: each change at once, progress at intervals.

/** @import {PlayerAdapter} from '../players/adapter.js' */
/** @import {PlayerStatus, Report} from '../../shared/protocol.js' */

/** Between two progress reports while playing: keeps a seek bar honest, costs nothing. */
export const PROGRESS_MS = 5000;

export class Reporter {
  #send;
  #now;
  #sentAt = -Infinity;
  /** The last report but for its position, to spot repetition. */
  #last = '';

  /**
   * @param {(report: Report) => void} send
   * @param {() => number} now  ms, any steady clock
   */
  constructor(send, now) {
    this.#send = send;
    this.#now = now;
  }

  /**
   * What the player can do is said once that is known.
   * @param {string} item
   * @param {PlayerStatus} status
   * @param {PlayerAdapter|null} adapter
   * @param {{reason?: string, again?: boolean}} [options]  `again`: say it even if nothing but the position changed
   */
  report(item, status, adapter, {reason, again = false} = {}) {
    const duration = milliseconds(adapter?.duration);
    const known = status !== 'loading' && status !== 'failed';
    const languages = known ? (adapter?.languages ?? []) : [];
    const rest = {
      item, status, ...(duration > 0 && {duration}), ...(reason && {reason}),
      ...(known && {can: adapter?.can ?? []}), ...(languages.length > 0 && {captions: languages}),
    };
    const key = JSON.stringify(rest);
    if (key === this.#last && !again) return;
    this.#last = key;
    this.#sentAt = this.#now();
    this.#send({...rest, position: milliseconds(adapter?.currentTime)});
  }

  /** Whether the last report is old enough for another one about progress. */
  get due() {
    return this.#now() - this.#sentAt >= PROGRESS_MS;
  }
}

/** Seconds as the wire has them; unknown and endless are 0. @param {number|undefined} seconds */
function milliseconds(seconds = 0) {
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : 0;
}
