// A player and a session without a browser and without a server, for tests of the controller.

import {Clock} from '../../shared/connection/clock.js';
import {position} from '../../shared/reducer.js';
import {FILE} from '../playback/drift.js';
import {PlayerAdapter} from '../players/adapter.js';

/** @import {Media, State} from '../../shared/protocol.js' */
/** @import {Snapshot, Store} from '../../shared/store.js' */

/** Does nothing by itself: the test says what the media does. */
export class FakeAdapter extends PlayerAdapter {
  /** Calls, in order, as "load u 3", "play", "pause", "seek 5", "unload". @type {string[]} */
  calls = [];
  /** What the next play() rejects with. @type {string|null} */
  refusal = null;
  isPaused = true;
  hasEnded = false;
  time = 0;
  length = 60;
  why = '';
  missing = '';
  /** @type {import('../players/adapter.js').Ability[]} */
  abilities = ['seek', 'rate', 'volume'];
  /** @type {import('../../shared/model/captions.js').Captions[]} */
  offered = [];
  /** What its captions say. @type {string[]} */
  said = [];
  /** @type {string|null} */
  chosen = null;
  level = 1;
  isMuted = false;
  rate = 1;

  /** @param {string} type */
  emit(type) {
    this.dispatchEvent(new Event(type));
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.calls.push(`load ${media.url} ${position}`);
    Object.assign(this, {isPaused: true, hasEnded: false, time: position});
  }

  unload() {
    this.calls.push('unload');
  }

  async play() {
    this.calls.push('play');
    if (this.refusal) throw Object.assign(new Error('refused'), {name: this.refusal});
    this.isPaused = false;
  }

  pause() {
    this.calls.push('pause');
    this.isPaused = true;
  }

  get paused() {
    return this.isPaused;
  }

  get ended() {
    return this.hasEnded;
  }

  get currentTime() {
    return this.time;
  }

  set currentTime(seconds) {
    this.calls.push(`seek ${seconds}`);
    Object.assign(this, {time: seconds, hasEnded: false});
  }

  get duration() {
    return this.length;
  }

  get volume() {
    return this.level;
  }

  set volume(level) {
    this.level = level;
  }

  get muted() {
    return this.isMuted;
  }

  set muted(on) {
    this.isMuted = on;
  }

  get playbackRate() {
    return this.rate;
  }

  set playbackRate(rate) {
    this.rate = rate;
  }

  get can() {
    return this.abilities;
  }

  get textTracks() {
    return this.offered;
  }

  get lines() {
    return this.said;
  }

  set captions(/** @type {string|null} */ language) {
    this.chosen = language;
  }

  get traits() {
    return FILE;
  }

  get note() {
    return this.missing;
  }

  get reason() {
    return this.why;
  }
}

/** A store whose state the test sets, on a clock that the test moves. */
export class FakeStore {
  /** Local and server time, ms. */
  time = 1_000_000;
  /** @type {[string, object|undefined][]} */
  commands = [];
  /** @type {State} */
  state = {
    session: 's',
    items: ['a', 'b'].map((id) => ({id, media: {provider: 'file', url: id}})),
    playback: {status: 'idle', item: null, position: 0, at: 0, rate: 1, held: false},
    volume: 100,
    muted: false,
    repeat: 'none',
    shuffle: false,
    captions: null,
  };
  players = 1;

  /** @param {Partial<State['playback']>} playback */
  set(playback) {
    this.state = {...this.state, playback: {...this.state.playback, at: this.time, ...playback}};
  }

  /** Where the media is to be now, s. */
  get place() {
    return position(this.state.playback, this.time) / 1000;
  }

  /** @returns {Store} */
  get store() {
    const clock = new Clock(() => this.time);
    const clients = () => Array.from({length: this.players}, (_, i) => ({client: `p${i}`, role: /** @type {const} */ ('player')}));
    return {
      getState: () => /** @type {Snapshot} */ (/** @type {unknown} */ ({state: this.state, clock, clients: clients()})),
      subscribe: () => () => {},
      request: async () => ({seq: 0}),
      command: async (name, data) => {
        this.commands.push([name, data]);
        return {seq: 0};
      },
    };
  }
}
