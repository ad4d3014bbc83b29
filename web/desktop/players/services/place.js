// Where a player in a frame is, by what it tells now and then: it goes on between two reports, stands when they stay away,
// and counts as where it was sent until it says that it is there. Everything in seconds, but for the clock.

/** Most players tell their place every quarter of a second; one that is silent for longer has stopped there. */
const STALE_MS = 3000;

/** A place told this close to the one that was asked for is the new one, s; one further off is still the old one. */
const NEAR_S = 2;

/** After this a seek has arrived, or never will, ms. */
const SEEK_MS = 5000;

export class Place {
  /** Time goes on, as far as is known. */
  running = false;
  /** Of the media, NaN while nobody knows. */
  length = NaN;
  #now;
  /** It tells its place: silence then says that it stands. */
  #tells = false;
  /** Where it was at #at by #now. */
  #place = 0;
  #at = 0;
  /** Where it was sent and is not yet, and since when. @type {{to: number, at: number}|null} */
  #seek = null;

  /** @param {() => number} now  steady clock, ms */
  constructor(now) {
    this.#now = now;
  }

  /** Other media shall begin there. @param {number} seconds */
  reset(seconds) {
    this.running = this.#tells = false;
    this.length = NaN;
    this.#seek = null;
    this.#place = seconds;
  }

  /** Where it was put, or last known to be. */
  get known() {
    return this.#place;
  }

  /** It was sent somewhere, and has not said that it is there. */
  get isSeeking() {
    return this.#seek !== null;
  }

  /** Where it is now. @param {number} rate @param {() => number|undefined} ask  the player itself, if it answers @returns {number} */
  read(rate, ask) {
    if (this.#seek && this.#isFresh(this.#seek)) return this.#seek.to;
    if (!this.running) return this.#place;
    const asked = ask();
    if (asked !== undefined) return asked;
    const since = Math.min(this.#now() - this.#at, this.#tells ? STALE_MS : Infinity) / 1000;
    const place = this.#place + since * rate;
    return place > this.length ? this.length : place;
  }

  /** It is there now. @param {number} seconds @param {boolean} [running]  and goes on */
  put(seconds, running = false) {
    this.#place = seconds;
    this.#at = this.#now();
    this.running = running;
  }

  /** It begins to go on from where it is. */
  go() {
    this.put(this.#place, true);
  }

  /** It is on the way there. @param {number} seconds */
  send(seconds) {
    this.#seek = {to: seconds, at: this.#now()};
  }

  /**
   * It said where it is.
   * @param {number} seconds
   * @param {boolean} hasStarted  before that, only the place that it was sent to is its own
   * @returns {boolean} it was sent there, and has arrived
   */
  told(seconds, hasStarted) {
    this.#tells = true;
    const sent = this.#seek;
    if (sent && Math.abs(seconds - sent.to) > NEAR_S && this.#isFresh(sent)) return false;
    this.#seek = null;
    if (sent || hasStarted) this.put(seconds, this.running);
    return sent !== null;
  }

  /** @param {{at: number}} seek */
  #isFresh({at}) {
    return this.#now() - at < SEEK_MS;
  }
}
