// Brings one loaded media to the place where the session wants it, starts it there on time, and keeps it there. What is
// wanted says Target, how a player is moved knows Steering; whether it shall play at all says Playthrough.

import {Steering} from './steering.js';

/** @import {PlayerAdapter} from '../players/adapter.js' */
/** @import {Target} from './target.js' */

/** A seek that somebody asked for is carried out exactly, but for what latency adds to every pause and play. */
const EXACT_MS = 250;

export class Helm {
  #adapter;
  #target;
  #now;
  #steering;
  /** Put where it will start: by what request, and when, by #now. @type {{key: string, at: number}|null} */
  #cue = null;

  /**
   * @param {PlayerAdapter} adapter
   * @param {Target} target
   * @param {() => number} now  steady local clock, ms
   */
  constructor(adapter, target, now) {
    this.#adapter = adapter;
    this.#target = target;
    this.#now = now;
    this.#steering = new Steering(adapter, now);
  }

  /** The session's rate. @param {number} rate */
  set rate(rate) {
    this.#steering.rate = rate;
  }

  /** How well it keeps time; see Steering. */
  get sync() {
    const {error, factor, startLatency} = this.#steering;
    return {drift: error, factor, startLatency};
  }

  /** How long before a start that others wait for it has to be told, ms. */
  get early() {
    return this.#target.isAlone ? 0 : this.#steering.startLatency;
  }

  /** Stands still. @param {number} place  ms @param {boolean} asked  somebody chose that place just now */
  stand(place, asked) {
    if (!this.#adapter.paused) this.#adapter.pause();
    this.#steering.stopped();
    this.#cue = null;
    if (asked && this.#isOff(place)) this.#steering.jump(place);
  }

  /**
   * Goes where it is to start. Beside other screens, one that is late is put where they will be, and waits for them.
   * @param {boolean} asked
   * @returns {number}  ms after which to ask again; 0: start now
   */
  begin(asked) {
    const {isAlone, key, position} = this.#target;
    if (this.#cue?.key === key) {
      const left = this.#cue.at - this.#now();
      if (left > 0) return left;
    } else if (!isAlone && this.#isSteerable && this.#isOff(position)) {
      const due = this.#steering.cue(position);
      this.#cue = {key, at: this.#now() + due};
      return due;
    } else if (asked && (this.#isOff(position) || this.#adapter.ended)) {
      this.#steering.jump(position);
    }
    this.#cue = null;
    return 0;
  }

  /** Starts where it stands. Rejects as the adapter's play() does. @returns {Promise<void>} */
  start() {
    return this.#steering.start(this.#target.place);
  }

  /** Keeps in place what plays. @param {boolean} asked @param {boolean} isWaiting  for data */
  keep(asked, isWaiting) {
    const {position, isAlone} = this.#target;
    if (asked && (this.#isOff(position) || this.#adapter.ended)) this.#steering.jump(position, {ahead: !isAlone});
    else if (!isWaiting && this.#isSteerable) this.#steering.look(position, this.#room);
  }

  /** It plays on after it had to wait for data. */
  resumed() {
    if (this.#isSteerable) this.#steering.resumed(this.#target.position, this.#room);
  }

  /** The session takes over the place where it is. */
  agreed() {
    this.#steering.stopped();
  }

  /** A seek has arrived. */
  sought() {
    this.#steering.sought();
  }

  /** The media goes: every correction is taken back. */
  release() {
    this.#steering.release();
  }

  /** Further from its place than latency explains. @param {number} place  ms */
  #isOff(place) {
    return Math.abs(this.#adapter.currentTime * 1000 - place) > EXACT_MS;
  }

  /** A live stream has a place of its own; a player without rates has, too, while the session's is none of its own. */
  get #isSteerable() {
    const {can} = this.#adapter;
    return can.includes('seek') && (this.#steering.isOrdinary || can.includes('rate'));
  }

  get #room() {
    return {alone: this.#target.isAlone, silent: this.#adapter.muted || this.#adapter.volume === 0};
  }
}
