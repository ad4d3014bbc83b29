// One item in its player, from loading to its end: starts it on time, keeps it in place, and notices how it fares. All that
// concerns it alone ends with it: after release() there is no timer and no listener left.

import {desktop as words} from '../../shared/strings/desktop.js';
import {ABILITIES, CUECHANGE, MEDIA_EVENTS} from '../players/adapter.js';
import {TRIM_MAX} from '../screen-settings.js';
import {TOLERANCE_MS} from './drift.js';
import {Finish} from './finish.js';
import {Helm} from './helm.js';

/** @import {PlayerAdapter} from '../players/adapter.js' */
/** @import {Item, Playback, State} from '../../shared/protocol.js' */
/** @import {ScreenSettings} from '../screen-settings.js' */
/** @import {Quiet} from './quiet.js' */
/** @import {Reporter} from './reporter.js' */
/** @import {Target} from './target.js' */

/** How often place and end are looked at while an item is loaded. */
const TICK_MS = 250;

/** Shorter waits for data are not worth a word. */
const BUFFERING_MS = 500;

/** Nobody in a room waits longer for something to begin. */
export const LOAD_TIMEOUT_MS = 20_000;

/** Media ends this close to a given position count as reached: play() there would start from the beginning again. */
const AT_END_MS = 50;

/**
 * @typedef {object} Parts
 * @property {Item} item
 * @property {PlayerAdapter} adapter  of this playthrough until release()
 * @property {Target} target
 * @property {Pick<ScreenSettings, 'trim'|'muted'|'delay'>} settings
 * @property {Quiet} quiet
 * @property {{isRefused: boolean}} permission  to play: what the browser refuses one item it refuses the next
 * @property {Reporter} reporter
 * @property {(position: number) => void} rebase  asks that the session's place be this one, ms
 * @property {() => void} said  the captions say something else than before
 * @property {(reason: string) => void} fail  told once; release() follows
 * @property {() => number} now  steady local clock, ms
 */

export class Playthrough {
  #item;
  #adapter;
  #target;
  #settings;
  #quiet;
  #permission;
  #reporter;
  #rebase;
  #said;
  #fail;
  #now;
  #helm;
  #finish;
  #canPlay = false;
  /** The playback that was carried out last: another one means that somebody asked for something. */
  #done;
  /** Since when data are missing, by #now; 0 while they are not. */
  #stalledAt = 0;
  #listening = new AbortController();
  #ticker;
  #loadTimer;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #startTimer;

  /** @param {Parts} parts */
  constructor({item, adapter, target, settings, quiet, permission, reporter, rebase, said, fail, now}) {
    this.#item = item;
    this.#adapter = adapter;
    this.#target = target;
    this.#settings = settings;
    this.#quiet = quiet;
    this.#permission = permission;
    this.#reporter = reporter;
    this.#rebase = rebase;
    this.#said = said;
    this.#fail = fail;
    this.#now = now;
    this.#helm = new Helm(adapter, target, now);
    this.#finish = new Finish({adapter, target, settings, reporter});
    this.#done = target.key;
    for (const type of MEDIA_EVENTS) adapter.addEventListener(type, () => this.#heard(type), {signal: this.#listening.signal});
    this.#loadTimer = setTimeout(() => fail(words.failed.slow), LOAD_TIMEOUT_MS);
    this.#ticker = setInterval(() => this.#tick(), TICK_MS);
  }

  load() {
    this.#adapter.load(this.#item.media, this.#target.position / 1000);
  }

  /** Frees the adapter. */
  release() {
    clearInterval(this.#ticker);
    for (const timer of [this.#startTimer, this.#loadTimer]) clearTimeout(timer);
    this.#finish.release();
    this.#listening.abort();
    this.#helm.release();
    this.#adapter.unload();
  }

  get adapter() {
    return this.#adapter;
  }

  /** How well it keeps time; see Helm. */
  get sync() {
    return this.#helm.sync;
  }

  /** Whether there is a picture; null while that is not known. */
  get picture() {
    return this.#canPlay ? this.#adapter.picture : null;
  }

  /** The captions that there are to choose from. */
  get captions() {
    return this.#canPlay ? this.#adapter.textTracks : [];
  }

  /** ms; null while it is not known, and of a live stream. */
  get duration() {
    const duration = this.#adapter.duration * 1000;
    return Number.isFinite(duration) ? duration : null;
  }

  /** ms; null until it is loaded. */
  get position() {
    return this.#canPlay ? this.#place : null;
  }

  get #place() {
    return this.#adapter.currentTime * 1000;
  }

  /** The state has changed: catch up with it. @param {State} state @param {Item} item  as it is now */
  follow(state, item) {
    this.#item = item;
    this.#setVolume(state.volume);
    this.#adapter.muted = state.muted || this.#settings.muted;
    this.#adapter.captions = state.captions;
    this.#helm.rate = state.playback.rate;
    this.#steer();
  }

  /** The browser lets it play, inside the event of a gesture. Some allow only what is played there, so do that, even if it is to stand still again. */
  unblocked() {
    this.#adapter.play().catch(() => {}); // what it may not do even now, the next start finds out
    this.#steer();
  }

  /** @param {number} volume  the session's, per cent */
  #setVolume(volume) {
    this.#adapter.volume = (volume / 100) * (this.#settings.trim / TRIM_MAX) * this.#quiet.share(this.#item);
  }

  /** @param {string} type */
  #heard(type) {
    switch (type) {
      case 'canplay':
        return this.#loaded();
      case 'playing':
        return this.#plays();
      case 'waiting':
        this.#stalledAt ||= this.#now();
        return undefined;
      case 'seeked':
        this.#helm.sought();
        return this.#canPlay ? this.#reporter.repeat() : undefined;
      case 'durationchange':
      case ABILITIES:
        return this.#reporter.learned();
      case CUECHANGE:
        return this.#said();
      case 'ended':
        this.#finish.reach();
        return this.#ended();
      case 'error':
        return this.#fail(this.#adapter.reason || words.failed.unknown);
      default:
        return undefined;
    }
  }

  /** Enough is there to begin. */
  #loaded() {
    clearTimeout(this.#loadTimer);
    if (this.#canPlay) return;
    this.#canPlay = true;
    this.#steer();
    this.#reporter.learned();
  }

  /** Does what the playback says, as far as it is not done. */
  #steer() {
    const {playback, isRunning, wait} = this.#target;
    if (this.#finish.isReached) return this.#ended();
    if (!this.#canPlay || !playback) return undefined;
    clearTimeout(this.#startTimer);
    const {early} = this.#helm;
    if (isRunning && wait <= early) return this.#run();
    this.#stand(playback);
    return isRunning ? this.#wait(wait - early) : undefined;
  }

  /** Nothing is waited for any more. */
  #ended() {
    this.#stalledAt = 0;
  }

  /** @param {number} ms */
  #wait(ms) {
    this.#startTimer = setTimeout(() => this.#steer(), ms);
  }

  /** Stands still at the place where it is to stand. @param {Playback} playback */
  #stand(playback) {
    this.#stalledAt = 0;
    this.#helm.stand(playback.position, this.#done !== this.#target.key);
    this.#done = this.#target.key;
    this.#reporter.set(playback.status === 'paused' ? 'paused' : this.#permission.isRefused ? 'blocked' : 'ready');
  }

  /** Plays, at the place where it is to be. */
  #run() {
    if (this.#permission.isRefused) return this.#reporter.set('blocked');
    const {position: expected, key} = this.#target;
    const asked = this.#done !== key;
    const end = this.#item.end ?? this.#adapter.duration * 1000;
    this.#done = key;
    if (expected >= end - AT_END_MS && asked) this.#finish.reach();
    else this.#finish.watch(this.#item.end);
    if (this.#finish.isReached) return this.#ended();
    if (!this.#adapter.paused) return this.#helm.keep(asked, this.#stalledAt > 0);
    const wait = this.#helm.begin(asked);
    return wait > 0 ? this.#wait(wait) : this.#play();
  }

  #play() {
    this.#stalledAt ||= this.#now();
    this.#helm.start().catch((/** @type {Error} */ error) => {
      // AbortError: a pause or another load came first. NotSupportedError: an `error` event says more.
      if (error.name !== 'NotAllowedError' || this.#listening.signal.aborted) return;
      this.#permission.isRefused = true;
      this.#stalledAt = 0;
      this.#steer();
    });
  }

  /** It really plays. If it had to wait for data, the room need not lose what it waited for. */
  #plays() {
    const {position: expected, isAlone, isRunning} = this.#target;
    const hadToWait = this.#stalledAt > 0;
    this.#stalledAt = 0;
    if (!isRunning) return;
    this.#quiet.begins(this.#item);
    this.#reporter.set('playing', this.#adapter.note);
    if (!hadToWait) return;
    if (!isAlone) return this.#helm.resumed();
    if (expected - this.#place <= TOLERANCE_MS || !this.#adapter.can.includes('seek')) return;
    this.#helm.agreed();
    this.#rebase(this.#place);
  }

  #tick() {
    this.#steer();
    if (this.#quiet.isRising) this.#setVolume(this.#target.state?.volume ?? 0);
    if (this.#stalledAt > 0 && this.#now() - this.#stalledAt >= BUFFERING_MS) this.#reporter.set('buffering');
    if (this.#reporter.status !== 'playing') return;
    this.#reporter.set('playing', this.#adapter.note);
    if (this.#reporter.due) this.#reporter.repeat();
  }
}
