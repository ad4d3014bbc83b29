// Makes a player do what the session's state says: has the current item loaded, and says how it fares. The state always
// wins; the player never decides what plays.

import {isList} from '../../shared/format.js';
import {CUECHANGE} from '../players/adapter.js';
import {ScreenSettings, TRIM_MAX} from '../screen-settings.js';
import {Playthrough} from './playthrough.js';
import {Quiet} from './quiet.js';
import {Reporter} from './reporter.js';
import {Target} from './target.js';

/** @import {Captions} from '../../shared/model/captions.js' */
/** @import {Choice} from '../players/registry.js' */
/** @import {Item, Media, PlayerStatus, Report} from '../../shared/protocol.js' */
/** @import {Store} from '../../shared/store.js' */

/** A slider that did not move for so long stands where it shall: worth telling others, ms. */
const SETTLED_MS = 300;

/**
 * @typedef {object} View  What the page shows of the player.
 * @property {Item|null} item  what is loaded, or failed to
 * @property {PlayerStatus|null} status
 * @property {string} reason
 * @property {boolean|null} picture  false: sound only
 * @property {number|null} duration  ms
 * @property {readonly Captions[]} captions  what there is to choose from
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

/** Dispatches `change`, and `cuechange` when the captions say something else. */
export class Controller extends EventTarget {
  #store;
  #target;
  #choose;
  #now;
  #reporter;
  #quiet;
  #isElsewhere;
  /** @type {Item|null} */
  #item = null;
  /** The item in its player; null as long as there is none, and once it failed. @type {Playthrough|null} */
  #playthrough = null;
  /** The playback that failed, so that only another one is tried. */
  #failed = '';
  /** Whether the browser has refused to play: it will again, whatever comes, until there was a gesture. */
  #permission = {isRefused: false};
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #tellTimer;

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
    this.#reporter = new Reporter({
      send: (data) => this.#target.isCurrent(data.item) && report({...data, ...this.#about}),
      subject: () => ({id: this.#item?.id ?? null, adapter: this.#playthrough?.adapter ?? null}),
      changed: () => this.dispatchEvent(new Event('change')),
      now,
    });
  }

  /** What is told of this screen beside how the item fares; what is not set is not said. */
  get #about() {
    const {trim, muted, delay} = this.settings;
    const drift = this.#reporter.status === 'playing' ? this.sync.drift : null;
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
    const {status, reason} = this.#reporter;
    return {
      item: this.#item,
      status,
      reason,
      picture: this.#playthrough?.picture ?? null,
      duration: this.#playthrough?.duration ?? this.#item?.media.duration ?? null,
      captions: this.#playthrough?.captions ?? [],
      note: status === 'failed' ? '' : reason,
    };
  }

  /** What the captions say now, from the top, where the page is to draw them. */
  get lines() {
    return this.#playthrough?.adapter.lines ?? [];
  }

  /** @returns {Sync} */
  get sync() {
    const {drift = null, factor = 1, startLatency = 0} = this.#playthrough?.sync ?? {};
    return {drift, factor, startLatency, rtt: this.#store.getState().clock.rtt, alone: this.#target.isAlone};
  }

  /** Other screens play in place of this one. */
  get isElsewhere() {
    return this.#isElsewhere();
  }

  /** Where the player really is, ms. */
  get position() {
    return this.#playthrough?.position ?? this.#target.playback?.position ?? 0;
  }

  /** The state has changed: catch up with it. */
  follow() {
    const {state, item} = this.#target;
    if (!state || !item) return this.#release();
    if (this.#mustLoad(item)) this.#load(item);
    this.#item = item;
    return this.#playthrough?.follow(state, item);
  }

  /** The connection is back: the session may have missed what was reported meanwhile. */
  repeat() {
    this.#reporter.repeat();
  }

  /** There was a gesture: what the browser refused may play now. Call it inside the gesture's event. */
  unblock() {
    if (!this.#permission.isRefused) return;
    this.#permission.isRefused = false;
    this.#playthrough?.unblocked();
  }

  /** @param {Item} item */
  #mustLoad(item) {
    const old = this.#item;
    if (!old || old.id !== item.id) return true;
    if (isList(item.media) && old.failed !== item.failed) return true;
    if (old.media.provider !== item.media.provider || old.media.url !== item.media.url) return true;
    return this.#reporter.status === 'failed' && this.#failed !== this.#target.key && this.#target.isPlaying;
  }

  /** @param {Item} item */
  #load(item) {
    this.#release();
    this.#item = item;
    if (isList(item.media)) return item.failed ? this.#fail(item.failed) : this.#reporter.set('loading'); // nobody plays it: its items come
    const {adapter, reason} = this.#choose(item.media);
    if (!adapter) return this.#fail(reason);
    this.#playthrough = new Playthrough({
      item, adapter,
      target: this.#target,
      settings: this.settings,
      quiet: this.#quiet,
      permission: this.#permission,
      reporter: this.#reporter,
      rebase: (position) => this.#rebase(item, position),
      said: () => this.dispatchEvent(new Event(CUECHANGE)),
      fail: (why) => this.#fail(why),
      now: this.#now,
    });
    this.#playthrough.load();
    return this.#reporter.set('loading');
  }

  #release() {
    if (!this.#item) return;
    this.#letGo();
    this.#item = null;
    this.#reporter.set(null);
  }

  #letGo() {
    this.#playthrough?.release();
    this.#playthrough = null;
    this.dispatchEvent(new Event(CUECHANGE));
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#letGo();
    this.#failed = this.#target.key;
    this.#reporter.set('failed', reason, true);
  }

  /** Makes a place the session's: better than skipping what was not yet to be seen. @param {Item} item @param {number} position  ms */
  #rebase(item, position) {
    const late = this.settings.delay * (this.#target.playback?.rate ?? 1);
    const data = {position: Math.max(0, Math.round(position - late)), expect: item.id};
    this.#store.command('seek', data).catch(() => {}); // refused or too late: the state goes on to count
  }
}
