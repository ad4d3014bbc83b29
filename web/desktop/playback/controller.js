// Makes a player do what the session's state says: loads the current item, starts it on time, keeps it in place, and
// reports how that goes. The state always wins; the player never decides what plays.

import {isList} from '../../shared/format.js';
import {desktop as words} from '../../shared/strings/desktop.js';
import {TOLERANCE_MS} from './drift.js';
import {Helm} from './helm.js';
import {ABILITIES, MEDIA_EVENTS} from '../players/adapter.js';
import {Quiet} from './quiet.js';
import {Reporter} from './reporter.js';
import {ScreenSettings, TRIM_MAX} from '../screen-settings.js';
import {Target} from './target.js';

/** @import {PlayerAdapter} from '../players/adapter.js' */
/** @import {Choice} from '../players/registry.js' */
/** @import {Item, Media, Playback, PlayerStatus, Report} from '../../shared/protocol.js' */
/** @import {Store} from '../../shared/store.js' */

/** How often place and end are looked at while an item is loaded. */
const TICK_MS = 250;

/** Shorter waits for data are not worth a word. */
export const BUFFERING_MS = 500;

/** A slider that did not move for so long stands where it shall: worth telling others, ms. */
const SETTLED_MS = 300;

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
 * @property {string} note  what is missing while it plays (a picture, sound), in words; empty when nothing is
 */

/**
 * @typedef {object} Sync  How well this screen keeps time, for who asks.
 * @property {number|null} drift  how far ahead of its place the media is, ms; null while nothing plays
 * @property {number} factor  what the session's rate is multiplied by now
 * @property {number} startLatency  measured, from play() to playing on, ms
 * @property {number|null} rtt  best round trip to the server lately, ms
 * @property {boolean} alone  no other screen plays: nothing is corrected that nobody notices
 */

export class Controller extends EventTarget {
  #store;
  #target;
  #choose;
  #now;
  #reporter;
  /** Brings the adapter to its place. @type {Helm|null} */
  #helm = null;
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
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #tellTimer;
  #stopListening = () => {};
  #quiet;
  #isElsewhere;

  /**
   * @param {object} parts
   * @param {Store} parts.store
   * @param {(report: Report) => void} parts.report
   * @param {(media: Media) => Choice} parts.choose
   * @param {ScreenSettings} [parts.settings]  of this screen alone
   * @param {() => boolean} [parts.isElsewhere]  other screens play in place of this one
   * @param {() => number} [parts.now]  steady local clock, ms
   */
  constructor({store, report, choose, settings = new ScreenSettings(), isElsewhere = () => false, now = () => performance.now()}) {
    super();
    this.#store = store;
    this.settings = settings;
    settings.addEventListener('change', () => this.#adjust());
    this.#target = new Target(store, () => settings.delay, isElsewhere);
    this.#choose = choose;
    this.#now = now;
    this.#quiet = new Quiet(now);
    this.#isElsewhere = isElsewhere;
    this.#reporter = new Reporter((data) => this.#target.isCurrent(data.item) && report({...data, ...this.#about}), now);
  }

  /** What is told of this screen beside how the item fares; what is not set is not said. */
  get #about() {
    const {trim, muted, delay} = this.settings;
    const drift = this.#status === 'playing' ? (this.#helm?.sync.drift ?? null) : null;
    return {
      ...(trim !== TRIM_MAX && {trim}), ...(muted && {muted}), ...(delay !== 0 && {delay}),
      ...(drift !== null && {drift: Math.round(drift)}),
    };
  }

  /** Something was set for this screen: do it, and say so. */
  #adjust() {
    this.follow();
    clearTimeout(this.#tellTimer);
    this.#tellTimer = setTimeout(() => this.repeat(), SETTLED_MS);
    this.dispatchEvent(new Event('change'));
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
      note: this.#status === 'failed' ? '' : this.#reason,
    };
  }

  /** @returns {Sync} */
  get sync() {
    const {drift = null, factor = 1, startLatency = 0} = this.#helm?.sync ?? {};
    return {drift, factor, startLatency, rtt: this.#store.getState().clock.rtt, alone: this.#target.isAlone};
  }

  /** Other screens play in place of this one. */
  get isElsewhere() {
    return this.#isElsewhere();
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
    this.#setVolume(state.volume);
    this.#adapter.muted = state.muted || this.settings.muted;
    this.#adapter.captions = state.captions;
    if (this.#helm) this.#helm.rate = state.playback.rate;
    return this.#steer();
  }

  /** @param {number} volume  the session's, per cent */
  #setVolume(volume) {
    if (this.#adapter) this.#adapter.volume = (volume / 100) * (this.settings.trim / TRIM_MAX) * this.#quiet.share(this.#item);
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
    if (isList(item.media) && old.failed !== item.failed) return true;
    if (old.media.provider !== item.media.provider || old.media.url !== item.media.url) return true;
    return this.#status === 'failed' && this.#over !== this.#target.key && this.#target.isPlaying;
  }

  /** @param {Item} item */
  #load(item) {
    this.#release();
    this.#item = item;
    if (isList(item.media)) return item.failed ? this.#fail(item.failed) : this.#set('loading'); // nobody plays it: its items come
    const {adapter, reason} = this.#choose(item.media);
    if (!adapter) return this.#fail(reason);
    this.#adapter = adapter;
    this.#helm = new Helm(adapter, this.#target, this.#now);
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
    this.#helm?.release();
    this.#adapter?.unload();
    this.#adapter = this.#helm = null;
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
        this.#helm?.sought();
        return this.#canPlay ? this.repeat() : undefined;
      case 'durationchange':
      case ABILITIES:
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
    const early = this.#helm?.early ?? 0;
    if (isRunning && wait <= early) return this.#run();
    this.#stand(playback);
    if (isRunning) this.#wait(wait - early);
  }

  /** @param {number} ms */
  #wait(ms) {
    this.#startTimer = setTimeout(() => this.#steer(), ms);
  }

  /** Stands still at the place where it is to stand. @param {Playback} playback */
  #stand(playback) {
    this.#stalledAt = 0;
    this.#helm?.stand(playback.position, this.#done !== this.#target.key);
    this.#done = this.#target.key;
    this.#set(playback.status === 'paused' ? 'paused' : this.#needsGesture ? 'blocked' : 'ready');
  }

  /** Plays, at the place where it is to be. */
  #run() {
    const [adapter, helm] = [this.#adapter, this.#helm];
    if (!adapter || !helm) return undefined;
    if (this.#needsGesture) return this.#set('blocked');
    const {position: expected, key} = this.#target;
    const asked = this.#done !== key;
    const end = this.#item?.end ?? adapter.duration * 1000;
    if (expected >= end - AT_END_MS && asked) return this.#finish();
    this.#done = key;
    this.#watchEnd();
    if (this.#over === key) return undefined;
    if (!adapter.paused) return helm.keep(asked, this.#stalledAt > 0);
    const wait = helm.begin(asked);
    return wait > 0 ? this.#wait(wait) : this.#play(adapter, helm);
  }

  /** @param {PlayerAdapter} adapter @param {Helm} helm */
  #play(adapter, helm) {
    this.#stalledAt ||= this.#now();
    helm.start().catch((/** @type {Error} */ error) => {
      // AbortError: a pause or another load came first. NotSupportedError: an `error` event says more.
      if (error.name !== 'NotAllowedError' || adapter !== this.#adapter) return;
      this.#needsGesture = true;
      this.#stalledAt = 0;
      this.#steer();
    });
  }

  /** It really plays. If it had to wait for data, the room need not lose what it waited for. */
  #plays() {
    const adapter = this.#adapter;
    const {position: expected, isAlone, isRunning} = this.#target;
    const hadToWait = this.#stalledAt > 0;
    this.#stalledAt = 0;
    if (!adapter || !isRunning) return;
    this.#quiet.begins(this.#item);
    this.#set('playing', adapter.note);
    if (!hadToWait) return;
    if (!isAlone) this.#helm?.resumed();
    else if (expected - this.position > TOLERANCE_MS && adapter.can.includes('seek')) this.#rebase();
  }

  /** Makes the place where this player is the session's: better than skipping what was not yet to be seen. */
  #rebase() {
    this.#helm?.agreed();
    const late = this.settings.delay * (this.#target.playback?.rate ?? 1);
    const data = {position: Math.max(0, Math.round(this.position - late)), expect: this.#item?.id};
    this.#store.command('seek', data).catch(() => {}); // refused or too late: the state goes on to count
  }

  #tick() {
    this.#steer();
    if (this.#quiet.isRising) this.#setVolume(this.#target.state?.volume ?? 0);
    const stalled = this.#stalledAt > 0 && this.#now() - this.#stalledAt >= BUFFERING_MS;
    if (stalled) this.#set('buffering');
    if (this.#status !== 'playing') return;
    if (this.#adapter && this.#adapter.note !== this.#reason) this.#set('playing', this.#adapter.note);
    if (this.#reporter.due) this.repeat();
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
    clearTimeout(this.#endTimer);
    // What comes out late has not ended for those who hear it.
    if (this.settings.delay > 0) this.#endTimer = setTimeout(() => this.#set('ended', '', true), this.settings.delay);
    else this.#set('ended', '', true);
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
