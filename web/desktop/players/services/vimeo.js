// Vimeo by its Player SDK (https://github.com/vimeo/player.js, developer.vimeo.com/player/sdk/reference), which comes from
// our own server: it speaks with the frame by messages. One frame for the whole list. An unlisted video's hash goes along.

import {desktop} from '../../../shared/strings/desktop.js';
import {NOBODY, unheeded} from './driver.js';
import {address, makeFrame} from './frame.js';

/** @import {Found} from '../../../shared/model/captions.js' */
/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Driver, Hear} from './driver.js' */
/** @import {Page} from './script.js' */
/** @import {default as Player} from '@vimeo/player' */

/** The rates that its own menu has; the API takes others, and players differ in what they make of them. */
const RATES = Object.freeze([0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);

/** How it is to look and behave; `dnt`: nothing is kept of who watches. */
const OPTIONS = Object.freeze({dnt: 1, controls: 0, autopause: 0, playsinline: 1, title: 0, byline: 0, portrait: 0, keyboard: 0});

/** What Vimeo calls captions by what they are for. */
const KINDS = Object.freeze({'': 'subtitles', sdh: 'captions', forced: 'subtitles'});

const words = desktop.failed.embed;

/** What the SDK's errors mean to a person. @type {Record<string, string>} */
const REASONS = {
  PasswordError: words.password('Vimeo'),
  PrivacyError: words.embedding('Vimeo'),
  NotFoundError: words.gone('Vimeo'),
  TypeError: words.gone('Vimeo'),
};

/** "123/abc" is video 123, unlocked by abc. @param {string|undefined} ref */
function parts(ref = '') {
  const [id, hash] = ref.split('/');
  return {id, hash};
}

/** @implements {Driver} */
class Vimeo {
  cues = true;
  rates = RATES;
  #box;
  #page;
  #Sdk;
  /** @type {Player|null} */
  #player = null;
  /** The frame has had its first video: others may follow. */
  #loaded = false;
  #hear = NOBODY;
  #canRate = true;
  /** @type {Found[]} */
  found = [];
  /** What the captions say: they are drawn by the page. @type {string[]} */
  lines = [];
  #isLive = false;

  /** @param {HTMLElement} box @param {Page} page @param {typeof Player} Sdk */
  constructor(box, page, Sdk) {
    this.#box = box;
    this.#page = page;
    this.#Sdk = Sdk;
  }

  /** @returns {readonly Ability[]} */
  get can() {
    if (this.#isLive) return ['volume'];
    return this.#canRate ? ['seek', 'rate', 'volume'] : ['seek', 'volume'];
  }

  /** @param {Media} media @param {number} position @param {Hear} hear */
  async load(media, position, hear) {
    this.#hear = NOBODY; // what the last video still says goes to nobody
    this.#canRate = true;
    this.found = [];
    this.lines = [];
    const {id, hash} = parts(media.ref);
    try {
      const player = await this.#open(id, hash);
      this.#loaded = true;
      this.#hear = hear;
      this.#lasts(await player.getDuration());
      if (position > 0) await player.setCurrentTime(position).catch(() => {});
      hear.ready();
      await this.#list(player, hear);
    } catch (error) {
      hear.failed(REASONS[/** @type {Error} */ (error).name] ?? words.gone('Vimeo'));
    }
  }

  play() {
    const hear = this.#hear;
    this.#player?.play().catch((/** @type {Error} */ {name}) => {
      if (REASONS[name]) hear.failed(REASONS[name]);
      else if (name === 'NotAllowedError') hear.blocked(); // of anything else there may be another word
    });
  }

  pause() {
    unheeded(this.#player?.pause());
  }

  /** @param {number} seconds */
  seek(seconds) {
    unheeded(this.#player?.setCurrentTime(seconds));
  }

  /** @param {number} level @param {boolean} muted */
  sound(level, muted) {
    unheeded(this.#player?.setVolume(level));
    unheeded(this.#player?.setMuted(muted));
  }

  /** @param {number} rate */
  rate(rate) {
    const hear = this.#hear;
    this.#player?.setPlaybackRate(rate).catch(() => {
      this.#canRate = false; // the video's owner may forbid it
      hear.changed();
    });
  }

  /** @param {Found|null} captions */
  choose(captions) {
    this.lines = [];
    this.#hear.said();
    unheeded(captions ? this.#player?.enableTextTrack(captions.language, KINDS[captions.kind ?? ''], false) : this.#player?.disableTextTrack());
  }

  unload() {
    this.#hear = NOBODY;
    this.pause();
  }

  destroy() {
    this.unload();
    unheeded(this.#player?.destroy());
    this.#player = null;
    this.#loaded = false;
    this.#box.replaceChildren();
  }

  /** Which captions there are. None may be told: it plays all the same. @param {Player} player @param {Hear} hear */
  async #list(player, hear) {
    const tracks = await player.getTextTracks().catch(() => []);
    if (hear !== this.#hear || !tracks?.length) return;
    this.found = tracks.map(({language, label, kind}) => ({language, label, kind: kind === 'captions' ? 'sdh' : undefined}));
    hear.changed();
  }

  /** The player with another video, or a new one, where the last did not get as far as to its first. @param {string} id @param {string} [hash] */
  async #open(id, hash) {
    if (this.#player && this.#loaded) {
      const video = hash ? {url: `https://player.vimeo.com/video/${id}?h=${hash}`} : {id: Number(id)};
      await this.#player.loadVideo(/** @type {any} */ ({...video, dnt: true, controls: false, autopause: false}));
      return this.#player;
    }
    this.destroy();
    const frame = makeFrame(this.#page, 'Vimeo', address(`https://player.vimeo.com/video/${encodeURIComponent(id)}`, {h: hash, ...OPTIONS}));
    this.#box.append(frame);
    const player = new this.#Sdk(frame);
    this.#player = player;
    this.#listen(player);
    await player.ready();
    return player;
  }

  /** @param {Player} player */
  #listen(player) {
    /** @type {Record<string, (data: any) => void>} */
    const events = {
      playing: ({seconds}) => this.#hear.playing(seconds),
      pause: () => this.#hear.paused(),
      timeupdate: ({seconds}) => this.#hear.time(seconds),
      seeked: ({seconds}) => this.#hear.time(seconds),
      bufferstart: () => this.#hear.waiting(),
      bufferend: () => this.#resumed(player),
      durationchange: ({duration}) => this.#lasts(duration),
      ended: () => this.#hear.ended(),
      cuechange: ({cues}) => this.#says(cues),
      error: (error) => this.#erred(error),
    };
    for (const [name, heed] of Object.entries(events)) player.on(/** @type {any} */ (name), heed);
  }

  /** @param {{text?: string}[]} cues */
  #says(cues = []) {
    this.lines = cues.flatMap(({text}) => text ?? []);
    this.#hear.said();
  }

  /** @param {number} seconds  nothing of what has no end */
  #lasts(seconds) {
    this.#isLive = !(seconds > 0) || !Number.isFinite(seconds);
    this.#hear.length(this.#isLive ? Infinity : seconds);
  }

  /** @param {Player} player */
  async #resumed(player) {
    const hear = this.#hear;
    const [paused, time] = await Promise.all([player.getPaused(), player.getCurrentTime()]).catch(() => [true, 0]);
    if (!paused) hear.playing(Number(time));
  }

  /** Faults of a call go to who called. @param {{name: string, method?: string}} error */
  #erred({name, method}) {
    if (!method) this.#hear.failed(REASONS[name] ?? desktop.failed.unknown);
  }
}

/**
 * @param {HTMLElement} box
 * @param {Page} [page]
 * @param {() => Promise<{default: typeof Player}>} [sdk]
 * @returns {Promise<Driver>}
 */
export async function connect(box, page = window, sdk = () => import('../../../vendor/vimeo.js')) {
  return new Vimeo(box, page, (await sdk()).default);
}
