// Makes a player do what the session's state says: loads the current item, starts it on time, keeps it in place, and
// reports how that goes. The state always wins; the player never decides what plays.

import {desktop as words} from '../shared/strings/desktop.en.js';
import {Drift, TOLERANCE_MS} from './drift.js';
import {MEDIA_EVENTS} from './players/adapter.js';
import {Reporter} from './reporter.js';
import {Target} from './target.js';

/** @import {PlayerAdapter} from './players/adapter.js' */
/** @import {Choice} from './players/registry.js' */
/** @import {Item, Media, Playback, PlayerStatus, Report} from '../shared/protocol.js' */
/** @import {Store} from '../shared/store.js' */

/** How often place and end are looked at while an item is loaded. */
const TICK_MS = 250;

/** A seek that somebody asked for is carried out exactly, but for what latency adds to every pause and play. */
const EXACT_MS = 250;

/** Shorter waits for data are not worth a word. */
export const BUFFERING_MS = 500;

/** Nobody in a room waits longer for something to begin. */
export const LOAD_TIMEOUT_MS = 20_000;

/** Media ends this close to a given position count as reached: play() there would start from the beginning again. */
const AT_END_MS = 50;

/**
 * @typedef {object} View  What the page shows of the player.
 * @property {Item|null} item  what is loaded, or failed to
 * @property {PlayerStatus|null} status
 * @property {string} reason
 * @property {boolean|null} picture  false: sound only
 * @property {number|null} duration  ms
 */

export class Controller extends EventTarget {
  #store;
  #target;
  #choose;
  #now;
  #drift = new Drift();
  #reporter;
  /** @type {PlayerAdapter|null} */
  #adapter = null;
  /** @type {Item|null} */
  #item = null;
  /** @type {PlayerStatus|null} */
  #status = null;
  #reason = '';
  #canPlay = false;
  /** The playback that was carried out last: another one means that somebody asked for something. */
  #done = '';
  /** The playback that came to its end or failed, so that it does so once. */
  #over = '';
  /** The browser refused to play; it will again, whatever comes, until there was a gesture. */
  #needsGesture = false;
  /** Since when data are missing, by #now; 0 while they are not. */
  #stalledAt = 0;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #ticker;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #startTimer;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #endTimer;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #loadTimer;
  #stopListening = () => {};

  /**
   * @param {object} parts
   * @param {Store} parts.store
   * @param {(report: Report) => void} parts.report
   * @param {(media: Media) => Choice} parts.choose
   * @param {() => number} [parts.now]  steady local clock, ms
   */
  constructor({store, report, choose, now = () => performance.now()}) {
    super();
    this.#store = store;
    this.#target = new Target(store);
    this.#choose = choose;
    this.#now = now;
    this.#reporter = new Reporter((data) => this.#target.isCurrent(data.item) && report(data), now);
  }

  /** @returns {View} */
  get view() {
    const duration = this.#adapter ? this.#adapter.duration * 1000 : NaN;
    return {
      item: this.#item,
      status: this.#status,
      reason: this.#reason,
      picture: this.#canPlay ? (this.#adapter?.picture ?? null) : null,
      duration: Number.isFinite(duration) ? duration : (this.#item?.media.duration ?? null),
    };
  }

  /** Where the player really is, ms. */
  get position() {
    return this.#canPlay && this.#adapter ? this.#adapter.currentTime * 1000 : (this.#target.playback?.position ?? 0);
  }

  /** The state has changed: catch up with it. */
  follow() {
    const {state, item} = this.#target;
    if (!state || !item) return this.#release();
    if (this.#mustLoad(item)) this.#load(item);
    this.#item = item;
    if (!this.#adapter) return undefined;
    this.#adapter.volume = state.volume / 100;
    this.#adapter.muted = state.muted;
    if (this.#adapter.playbackRate !== state.playback.rate) this.#adapter.playbackRate = state.playback.rate;
    return this.#steer();
  }

  /** The connection is back: the session may have missed what was reported meanwhile. */
  repeat() {
    if (this.#item && this.#status) this.#reporter.report(this.#item.id, this.#status, this.#adapter, {reason: this.#reason, again: true});
  }

  /** There was a gesture: what the browser refused may play now. Call it inside the gesture's event. */
  unblock() {
    if (!this.#needsGesture) return;
    this.#needsGesture = false;
    // Some browsers allow only what is played inside the event, so do that, even if it is to stand still again.
    this.#adapter?.play().catch(() => {});
    this.#steer();
  }

  /** @param {Item} item */
  #mustLoad(item) {
    const old = this.#item;
    if (!old || old.id !== item.id) return true;
    if (old.media.provider !== item.media.provider || old.media.url !== item.media.url) return true;
    return this.#status === 'failed' && this.#over !== this.#target.key && this.#target.isPlaying;
  }

  /** @param {Item} item */
  #load(item) {
    this.#release();
    this.#item = item;
    const {adapter, reason} = this.#choose(item.media);
    if (!adapter) return this.#fail(reason);
    this.#adapter = adapter;
    this.#listen(adapter);
    this.#loadTimer = setTimeout(() => this.#fail(words.failed.slow), LOAD_TIMEOUT_MS);
    this.#done = this.#target.key;
    this.#ticker = setInterval(() => this.#tick(), TICK_MS);
    adapter.load(item.media, this.#target.position / 1000);
    this.#set('loading');
    return undefined;
  }

  #release() {
    if (!this.#item) return;
    this.#letGo();
    this.#item = null;
    this.#done = this.#over = '';
    this.#set(null);
  }

  /** Frees the adapter, with every timer and listener that concerns it. */
  #letGo() {
    clearInterval(this.#ticker);
    for (const timer of [this.#startTimer, this.#endTimer, this.#loadTimer]) clearTimeout(timer);
    this.#stopListening();
    this.#adapter?.unload();
    this.#adapter = null;
    this.#canPlay = false;
    this.#stalledAt = 0;
  }

  /** @param {PlayerAdapter} adapter */
  #listen(adapter) {
    const handle = (/** @type {Event} */ event) => this.#heard(event.type);
    for (const type of MEDIA_EVENTS) adapter.addEventListener(type, handle);
    this.#stopListening = () => MEDIA_EVENTS.forEach((type) => adapter.removeEventListener(type, handle));
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
        return this.#canPlay ? this.repeat() : undefined;
      case 'durationchange':
        return this.#changed(true);
      case 'ended':
        return this.#finish();
      case 'error':
        return this.#fail(this.#adapter?.reason || words.failed.unknown);
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
    this.#changed();
  }

  /** Does what the playback says, as far as it is not done. */
  #steer() {
    const {playback, isRunning, wait, key} = this.#target;
    if (!this.#canPlay || !this.#adapter || !playback || this.#over === key) return;
    clearTimeout(this.#startTimer);
    if (isRunning && wait <= 0) return this.#run();
    this.#stand(playback);
    if (isRunning) this.#startTimer = setTimeout(() => this.#steer(), wait);
  }

  /** Stands still at the place where it is to stand. @param {Playback} playback */
  #stand(playback) {
    if (!this.#adapter) return;
    if (!this.#adapter.paused) this.#adapter.pause();
    this.#stalledAt = 0;
    if (this.#done !== this.#target.key && Math.abs(this.position - playback.position) > EXACT_MS) this.#jump(playback.position);
    this.#done = this.#target.key;
    this.#set(playback.status === 'paused' ? 'paused' : this.#needsGesture ? 'blocked' : 'ready');
  }

  /** Plays, at the place where it is to be. */
  #run() {
    const adapter = this.#adapter;
    if (!adapter) return undefined;
    if (this.#needsGesture) return this.#set('blocked');
    const expected = this.#target.position;
    const end = this.#item?.end ?? adapter.duration * 1000;
    if (expected >= end - AT_END_MS && this.#done !== this.#target.key) return this.#finish();
    this.#place(expected);
    this.#done = this.#target.key;
    this.#watchEnd();
    if (adapter.paused && this.#over !== this.#target.key) this.#play(adapter);
    return undefined;
  }

  /** @param {number} expected  ms */
  #place(expected) {
    const asked = this.#done !== this.#target.key;
    const off = Math.abs(this.position - expected);
    if (asked && (off > EXACT_MS || this.#adapter?.ended)) return this.#jump(expected);
    if (this.#stalledAt || this.#adapter?.paused) return undefined;
    if (this.#drift.shouldJump(this.position, expected, this.#now())) return this.#jump(expected);
    return undefined;
  }

  /** @param {number} to  ms */
  #jump(to) {
    if (!this.#adapter) return;
    this.#drift.jumped(this.#now());
    this.#adapter.currentTime = to / 1000;
  }

  /** @param {PlayerAdapter} adapter */
  #play(adapter) {
    this.#drift.jumped(this.#now());
    this.#stalledAt ||= this.#now();
    adapter.play().catch((/** @type {Error} */ error) => {
      // AbortError: a pause or another load came first. NotSupportedError: an `error` event says more.
      if (error.name !== 'NotAllowedError' || adapter !== this.#adapter) return;
      this.#needsGesture = true;
      this.#stalledAt = 0;
      this.#steer();
    });
  }

  /** It really plays. If it had to wait for data, the room need not lose what it waited for. */
  #plays() {
    const lost = this.#stalledAt && this.#target.position - this.position > TOLERANCE_MS;
    this.#stalledAt = 0;
    if (!this.#target.isRunning) return;
    this.#set('playing');
    if (lost && this.#target.isAlone) this.#rebase();
  }

  /** Makes the place where this player is the session's: better than skipping what was not yet to be seen. */
  #rebase() {
    this.#drift.jumped(this.#now());
    const data = {position: Math.round(this.position), expect: this.#item?.id};
    this.#store.command('seek', data).catch(() => {}); // refused or too late: the state goes on to count
  }

  #tick() {
    this.#steer();
    const stalled = this.#stalledAt > 0 && this.#now() - this.#stalledAt >= BUFFERING_MS;
    if (stalled) this.#set('buffering');
    if (this.#status === 'playing' && this.#reporter.due) this.repeat();
  }

  /** A range ends where the media does not: be there on time. */
  #watchEnd() {
    clearTimeout(this.#endTimer);
    const end = this.#item?.end;
    if (!this.#adapter || end === null || end === undefined) return;
    const left = (end - this.position) / this.#adapter.playbackRate;
    if (left <= 0) this.#finish();
    else if (left < 2 * TICK_MS) this.#endTimer = setTimeout(() => this.#watchEnd(), left);
  }

  #finish() {
    if (this.#over === this.#target.key) return;
    this.#over = this.#done = this.#target.key;
    this.#adapter?.pause();
    this.#stalledAt = 0;
    this.#set('ended', '', true);
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#letGo();
    this.#over = this.#target.key;
    this.#set('failed', reason, true);
  }

  /**
   * @param {PlayerStatus|null} status
   * @param {string} [reason]
   * @param {boolean} [again]  report it even if it was the last report too
   */
  #set(status, reason = '', again = false) {
    if (status === this.#status && reason === this.#reason && !again) return;
    this.#status = status;
    this.#reason = reason;
    if (this.#item && status) this.#reporter.report(this.#item.id, status, this.#adapter, {reason, again});
    this.dispatchEvent(new Event('change'));
  }

  /** Something other than the status changed. @param {boolean} [report] */
  #changed(report = false) {
    if (report && this.#item && this.#status && this.#status !== 'loading') {
      this.#reporter.report(this.#item.id, this.#status, this.#adapter, {reason: this.#reason});
    }
    this.dispatchEvent(new Event('change'));
  }
}
