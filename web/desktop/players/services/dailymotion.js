// Dailymotion by its Player Library Script (https://developers.dailymotion.com/docs/player-library-script, with the methods,
// events and states of its Web SDK reference): one player for the whole list. Since September 2026 its embeds want the id of
// a player that somebody with an account made there ("API - Player ID required in embed URLs"); whoever runs this server
// names it. That player's settings are its maker's: it may begin by itself, and is silent until it is to be heard.

import {desktop} from '../../../shared/strings/desktop.js';
import {NOBODY, Refusal, unheeded} from './driver.js';
import {loadScript} from './script.js';

/** @import {Found} from '../../../shared/model/captions.js' */
/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, Hear} from './driver.js' */
/** @import {Page} from './script.js' */

const SCRIPTS = 'https://geo.dailymotion.com/libs/player/';

/** The library wants an id of the place where it puts its player. */
const PLACE = 'dailymotion-player';

/** What it says of a start that the browser allowed as it was asked for. */
const ALLOWED = 'allowed';

const words = desktop.failed.embed;

/**
 * @typedef {object} State  What of its state is used. Times are seconds.
 * @property {string|null} [videoId]
 * @property {number} [videoTime]
 * @property {number} [videoDuration]
 * @property {boolean} [videoIsPasswordRequired]
 * @property {readonly string[]} [videoSubtitlesList]  languages
 * @property {string|null} [playerPlaybackPermissionReason]  allowed, allowedFallbackMuted, rejectedByBrowser…
 */

/**
 * @typedef {object} Player  Volume is 0–1.
 * @property {(event: string, heed: (state: State) => void) => void} on
 * @property {(content: {video: string, startTime?: number}) => unknown} loadContent
 * @property {() => unknown} play
 * @property {() => unknown} pause
 * @property {(seconds: number) => unknown} seek
 * @property {(level: number) => unknown} setVolume
 * @property {(on: boolean) => unknown} setMute
 * @property {(language: string) => unknown} setSubtitles  empty: none
 * @property {() => unknown} destroy
 */

/**
 * @typedef {object} Api
 * @property {(place: string, settings: {video: string, params: {startTime: number, mute: boolean}}) => Promise<Player>} createPlayer
 * @property {Record<EventName, string>} events
 */

/** @typedef {'VIDEO_PLAYING'|'VIDEO_PAUSE'|'VIDEO_BUFFERING'|'VIDEO_TIMECHANGE'|'VIDEO_SEEKEND'|'VIDEO_DURATIONCHANGE'|'VIDEO_END'|'AD_START'|'PLAYER_PLAYBACKPERMISSION'|'PLAYER_CRITICALPATHREADY'|'PLAYER_ERROR'|'VIDEO_SUBTITLESREADY'} EventName */

/** @implements {Driver} */
class Dailymotion {
  cues = true;
  /** @type {readonly number[]} */
  rates = [];
  /** @type {Found[]} */
  found = [];
  #box;
  #page;
  #api;
  /** @type {Player|null} */
  #player = null;
  /** @type {Promise<Player>|null} */
  #making = null;
  #hear = NOBODY;
  #video = '';
  #isReady = false;
  #isLive = false;
  /** It is to be heard; before, it may have begun by itself. */
  #wants = false;
  #level = 1;
  #isMuted = false;

  /** @param {HTMLElement} box @param {Page} page @param {Api} api */
  constructor(box, page, api) {
    this.#box = box;
    this.#page = page;
    this.#api = api;
  }

  /** @returns {readonly Ability[]} */
  get can() {
    return this.#isLive ? ['volume'] : ['seek', 'volume'];
  }

  /** @param {Media} media @param {number} position @param {Hear} hear */
  async load(media, position, hear) {
    this.#hear = hear;
    this.#video = media.ref ?? '';
    this.#isReady = this.#wants = this.#isLive = false;
    this.found = [];
    try {
      if (this.#player) {
        unheeded(this.#player.setMute(true));
        this.#player.loadContent({video: this.#video, startTime: position});
      } else {
        await (this.#making ??= this.#make(position));
      }
    } catch {
      this.#making = null;
      hear.failed(words.gone('Dailymotion'));
    }
  }

  play() {
    this.#wants = true;
    this.#apply();
    unheeded(this.#player?.play());
  }

  pause() {
    this.#wants = false;
    unheeded(this.#player?.pause());
  }

  /** @param {number} seconds */
  seek(seconds) {
    unheeded(this.#player?.seek(seconds));
  }

  /** @param {number} level @param {boolean} muted */
  sound(level, muted) {
    this.#level = level;
    this.#isMuted = muted;
    if (this.#wants) this.#apply();
  }

  rate() {}

  /** @param {Found|null} captions */
  choose(captions) {
    unheeded(this.#player?.setSubtitles(captions?.language ?? ''));
  }

  unload() {
    this.#hear = NOBODY;
    this.pause();
  }

  destroy() {
    this.unload();
    unheeded(this.#player?.destroy());
    this.#player = this.#making = null;
    this.#box.replaceChildren();
  }

  #apply() {
    unheeded(this.#player?.setVolume(this.#level));
    unheeded(this.#player?.setMute(this.#isMuted));
  }

  /** @param {number} startTime */
  async #make(startTime) {
    const place = this.#page.document.createElement('div');
    place.id = PLACE;
    this.#box.append(place);
    const video = this.#video;
    const player = await this.#api.createPlayer(PLACE, {video, params: {startTime, mute: true}});
    this.#player = player;
    this.#listen(player);
    if (video !== this.#video) player.loadContent({video: this.#video});
    return player;
  }

  /** @param {Player} player */
  #listen(player) {
    const {events} = this.#api;
    const on = (/** @type {EventName} */ name, /** @type {(state: State) => void} */ heed) =>
      player.on(events[name], (state) => player === this.#player && this.#isMine(state) && heed(state));
    on('PLAYER_CRITICALPATHREADY', (state) => this.#ready(state));
    on('VIDEO_DURATIONCHANGE', (state) => this.#ready(state));
    on('VIDEO_PLAYING', (state) => this.#plays(state));
    on('VIDEO_PAUSE', () => this.#hear.paused());
    on('VIDEO_BUFFERING', () => this.#hear.waiting());
    on('AD_START', () => this.#hear.waiting());
    on('VIDEO_TIMECHANGE', ({videoTime = 0}) => this.#hear.time(videoTime));
    on('VIDEO_SEEKEND', ({videoTime = 0}) => this.#hear.time(videoTime));
    on('VIDEO_SUBTITLESREADY', (state) => this.#lists(state));
    on('VIDEO_END', () => this.#ended(player));
    on('PLAYER_PLAYBACKPERMISSION', (state) => this.#permitted(state));
    on('PLAYER_ERROR', (state) => this.#hear.failed(state.videoIsPasswordRequired ? words.password('Dailymotion') : words.gone('Dailymotion')));
  }

  /** What it goes on with by itself is nobody's item. @param {State} state */
  #isMine({videoId}) {
    return !videoId || videoId === this.#video;
  }

  /** @param {State} state */
  #ready(state) {
    this.#measure(state);
    if (this.#isReady) return;
    this.#isReady = true;
    if (!this.#wants) this.pause();
    this.#hear.ready();
  }

  /** @param {State} state */
  #plays(state) {
    this.#ready(state);
    this.#hear.playing(state.videoTime);
  }

  /** @param {State} state */
  #lists({videoSubtitlesList = []}) {
    this.found = videoSubtitlesList.map((language) => ({language, label: ''}));
    this.#hear.changed();
  }

  /** A live video has no length. @param {State} state */
  #measure({videoDuration = 0}) {
    this.#isLive = videoDuration === Infinity;
    this.#hear.length(videoDuration);
  }

  /** @param {Player} player */
  #ended(player) {
    this.#wants = false;
    unheeded(player.pause());
    this.#hear.ended();
  }

  /** It plays without sound what the browser does not let it play with: that is no evening. @param {State} state */
  #permitted({playerPlaybackPermissionReason: reason}) {
    if (!this.#wants || !reason || reason === ALLOWED) return;
    if (reason === 'allowedFallbackMuted' && this.#isMuted) return;
    this.#hear.blocked();
  }
}

/** The id of the player that this server's operator made at Dailymotion; empty without. @param {Page} page @returns {Promise<string>} */
async function playerId(page) {
  const session = page.location.pathname.split('/')[2];
  const response = await page.fetch(`/api/sessions/${session}`, {headers: {accept: 'application/json'}});
  return response.ok ? ((await response.json()).features?.dailymotion ?? '') : '';
}

/** @param {HTMLElement} box @param {Page} [page] @returns {Promise<Driver>} */
export async function connect(box, page = window) {
  const id = await playerId(page);
  if (!id) throw new Refusal(words.dailymotion);
  const find = () => {
    const {dailymotion: api} = /** @type {{dailymotion?: Api}} */ (/** @type {unknown} */ (page));
    return api?.createPlayer ? api : undefined;
  };
  return new Dailymotion(box, page, await loadScript(`${SCRIPTS}${encodeURIComponent(id)}.js`, {page, find}));
}
