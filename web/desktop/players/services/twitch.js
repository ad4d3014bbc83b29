// Twitch by its interactive player (https://dev.twitch.tv/docs/embed/video-and-clips): recorded videos and channels;
// clips have twitch-clip.js. The page that it stands in has to be named, and has to come by https or from localhost. Its
// API can begin with a video standing still, but not go on to another without playing it: each item has a player of its own.

import {desktop} from '../../../shared/strings/desktop.js';
import {NOBODY, Refusal} from './driver.js';
import {loadScript} from './script.js';

/** @import {Found} from '../../../shared/model/captions.js' */
/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, Hear} from './driver.js' */
/** @import {Page} from './script.js' */

const SCRIPT = 'https://player.twitch.tv/js/embed/v1.js';

/**
 * @typedef {object} Player  What of Twitch's player is used. Times are seconds, volume is 0–1.
 * @property {(event: string, heed: (data?: {position: number}) => void) => void} addEventListener
 * @property {() => void} play
 * @property {() => void} pause
 * @property {(seconds: number) => void} seek
 * @property {(level: number) => void} setVolume
 * @property {(on: boolean) => void} setMuted
 * @property {() => void} enableCaptions
 * @property {() => void} disableCaptions
 * @property {() => number} getCurrentTime
 * @property {() => number} getDuration
 */

/** @typedef {'READY'|'PLAYING'|'PLAY'|'PAUSE'|'ENDED'|'SEEK'|'OFFLINE'|'ONLINE'|'PLAYBACK_BLOCKED'|'CAPTIONS'} EventName */
/** @typedef {{Player: (new (place: HTMLElement, options: object) => Player) & Record<EventName, string>}} Api */

/** @implements {Driver} */
class Twitch {
  cues = false;
  /** @type {readonly number[]} */
  rates = [];
  /** Of a language that Twitch does not name. @type {Found[]} */
  found = [];
  #box;
  #page;
  #api;
  /** @type {Player|null} */
  #player = null;
  #isLive = false;

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

  get time() {
    return this.#isLive ? undefined : this.#player?.getCurrentTime();
  }

  /** @param {Media} media @param {number} position @param {Hear} hear */
  load(media, position, hear) {
    this.destroy();
    const [kind, id] = (media.ref ?? '').split(':');
    this.#isLive = kind === 'channel';
    const place = this.#page.document.createElement('div');
    this.#box.append(place);
    const what = this.#isLive ? {channel: id} : {video: id, time: `${Math.floor(position)}s`};
    const player = new this.#api.Player(place, {...what, width: '100%', height: '100%', parent: [this.#page.location.hostname], autoplay: false, muted: false});
    this.#player = player;
    this.#listen(player, hear);
  }

  play() {
    this.#player?.play();
  }

  pause() {
    this.#player?.pause();
  }

  /** @param {number} seconds */
  seek(seconds) {
    if (!this.#isLive) this.#player?.seek(seconds);
  }

  /** @param {number} level @param {boolean} muted */
  sound(level, muted) {
    this.#player?.setVolume(level);
    this.#player?.setMuted(muted);
  }

  rate() {}

  /** @param {Found|null} captions */
  choose(captions) {
    if (captions) this.#player?.enableCaptions();
    else this.#player?.disableCaptions();
  }

  unload() {
    this.destroy();
  }

  destroy() {
    this.#player = null;
    this.found = [];
    this.#box.replaceChildren();
  }

  /** @param {Player} player @param {Hear} listener */
  #listen(player, listener) {
    const told = () => (player === this.#player ? listener : NOBODY);
    const {Player: name} = this.#api;
    player.addEventListener(name.READY, () => told().ready());
    player.addEventListener(name.PLAY, () => told().waiting());
    player.addEventListener(name.PLAYING, () => this.#plays(player, told()));
    player.addEventListener(name.PAUSE, () => told().paused());
    player.addEventListener(name.SEEK, (data) => told().time(data?.position ?? player.getCurrentTime()));
    player.addEventListener(name.ENDED, () => told().ended());
    player.addEventListener(name.PLAYBACK_BLOCKED, () => told().blocked());
    player.addEventListener(name.CAPTIONS, () => this.#has(told()));
    player.addEventListener(name.OFFLINE, () => told().failed(desktop.failed.embed.offline));
  }

  /** There are captions; it tells so with each. @param {Hear} hear */
  #has(hear) {
    if (this.found.length > 0) return;
    this.found = [{language: '', label: ''}];
    hear.changed();
  }

  /** @param {Player} player @param {Hear} hear */
  #plays(player, hear) {
    hear.length(this.#isLive ? Infinity : player.getDuration());
    hear.playing(this.#isLive ? undefined : player.getCurrentTime());
  }
}

/** Twitch lets itself be shown in pages that come by https, and by localhost alone otherwise. @param {Location} location */
export const mayShow = ({protocol, hostname}) => protocol === 'https:' || hostname === 'localhost';

/** @param {HTMLElement} box @param {Page} [page] @returns {Promise<Driver>} */
export async function connect(box, page = window) {
  if (!mayShow(page.location)) throw new Refusal(desktop.failed.embed.insecure);
  const find = () => /** @type {{Twitch?: Api}} */ (/** @type {unknown} */ (page)).Twitch;
  return new Twitch(box, page, await loadScript(SCRIPT, {page, find}));
}
