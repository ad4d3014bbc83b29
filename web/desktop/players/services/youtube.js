// YouTube by its IFrame Player API, with HTMLMediaElement's names: one frame and one player for the whole list.

import {desktop} from '../../../shared/strings/desktop.js';
import {ABILITIES, PlayerAdapter} from '../adapter.js';
import {Choosing} from './choosing.js';
import {loadApi, makeFrame, STATE} from './youtube-api.js';
import {YouTubeCaptions} from './youtube-captions.js';

/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {YouTubePlayer} from './youtube-api.js' */

const words = desktop.failed.youtube;

/** What YouTube's error codes mean to a person. @type {Record<number, string>} */
const REASONS = {
  2: words.badId,
  5: words.html5,
  100: words.gone,
  101: words.embedding,
  150: words.embedding,
  153: words.referrer,
};

/** @typedef {{resolve: () => void, reject: (error: Error) => void}} Settler */

export class YouTubeAdapter extends PlayerAdapter {
  #box;
  #loadApi;
  #makeFrame;
  /** Ready to be told something; null before. @type {YouTubePlayer|null} */
  #player = null;
  #building = false;
  /** @type {YouTubeCaptions|null} */
  #captions = null;
  #choosing = new Choosing();
  /** What is loaded, and where it starts. @type {{videoId: string, startSeconds: number}|null} */
  #request = null;
  /** Cued and not started yet: seekTo() would start it, getCurrentTime() says 0. */
  #cued = false;
  /** Events up to CUED are the last video's. */
  #cueing = false;
  #seeking = false;
  #wantsToPlay = false;
  #hasEnded = false;
  #length = NaN;
  #level = 1;
  #isMuted = false;
  #rate = 1;
  #reason = '';
  /** The play() that waits for its outcome. @type {Settler|null} */
  #pending = null;

  /**
   * @param {typeof loadApi} [load]
   * @param {typeof makeFrame} [frame]
   * @param {HTMLElement} [box]
   */
  constructor(load = loadApi, frame = makeFrame, box = document.createElement('div')) {
    super();
    this.#loadApi = load;
    this.#makeFrame = frame;
    this.#box = box;
  }

  get element() {
    return this.#box;
  }

  /** @param {Media} media @param {number} position */
  load(media, position) {
    this.#settle('AbortError');
    this.#request = {videoId: media.ref ?? '', startSeconds: position};
    this.#wantsToPlay = this.#hasEnded = this.#seeking = false;
    this.#length = NaN;
    this.#reason = '';
    this.#captions?.forget();
    this.#choosing.forget();
    if (this.#player) this.#cue(this.#request);
    else this.#build(this.#request.videoId);
  }

  unload() {
    this.#settle('AbortError');
    this.#request = null;
    this.#wantsToPlay = false;
    this.#player?.stopVideo();
  }

  /** @returns {Promise<void>} */
  play() {
    this.#settle('AbortError');
    this.#wantsToPlay = true;
    this.#hasEnded = false;
    return new Promise((resolve, reject) => {
      this.#pending = {resolve, reject};
      this.#player?.playVideo();
    });
  }

  pause() {
    this.#settle('AbortError');
    this.#wantsToPlay = false;
    if (!this.#cued) this.#player?.pauseVideo();
    else if (this.#request) this.#cue(this.#request); // a start under way cannot be paused, only taken back
  }

  get paused() {
    return !this.#wantsToPlay;
  }

  get ended() {
    return this.#hasEnded;
  }

  get currentTime() {
    if (!this.#player || this.#cued) return this.#request?.startSeconds ?? 0;
    return this.#player.getCurrentTime();
  }

  set currentTime(seconds) {
    if (!this.#request) return;
    this.#request = {...this.#request, startSeconds: seconds};
    this.#hasEnded = false;
    this.#seeking = !this.#cued;
    if (!this.#cued) this.#player?.seekTo(seconds, true);
    else if (this.#player) this.#cue(this.#request);
  }

  get duration() {
    return this.#length;
  }

  get volume() {
    return this.#level;
  }

  set volume(level) {
    if (level === this.#level) return;
    this.#level = level;
    this.#player?.setVolume(Math.round(level * 100));
  }

  get muted() {
    return this.#isMuted;
  }

  set muted(on) {
    if (on === this.#isMuted) return;
    this.#isMuted = on;
    if (on) this.#player?.mute();
    else this.#player?.unMute();
  }

  get playbackRate() {
    return this.#rate;
  }

  set playbackRate(rate) {
    this.#rate = rate;
    this.#player?.setPlaybackRate(rate); // takes the nearest of the rates that it has
  }

  /** @returns {Ability[]} */
  get can() {
    return this.textTracks.length > 0 ? ['seek', 'rate', 'volume', 'captions'] : ['seek', 'rate', 'volume'];
  }

  get textTracks() {
    return this.#choosing.offered;
  }

  set captions(/** @type {string|null} */ language) {
    this.#choosing.wanted = language;
    this.#choosing.tell(this.#captions);
  }

  get picture() {
    return true;
  }

  get reason() {
    return this.#reason;
  }

  /** @param {string} videoId */
  async #build(videoId) {
    if (this.#building) return;
    this.#building = true;
    try {
      const {Player} = await this.#loadApi();
      const frame = this.#makeFrame(videoId);
      this.#box.append(frame);
      const player = new Player(frame, {
        events: {
          onReady: () => this.#ready(player),
          onStateChange: ({data}) => this.#changed(data),
          onError: ({data}) => this.#fail(REASONS[data] ?? desktop.failed.unknown),
          onAutoplayBlocked: () => this.#blocked(),
          onApiChange: () => this.#listed(),
        },
      });
    } catch {
      this.#building = false;
      this.#fail(words.unreachable);
    }
  }

  /** @param {YouTubePlayer} player */
  #ready(player) {
    this.#player = player;
    this.#captions = new YouTubeCaptions(player);
    player.setVolume(Math.round(this.#level * 100));
    if (this.#isMuted) player.mute();
    if (this.#request) this.#cue(this.#request);
  }

  /** @param {{videoId: string, startSeconds: number}} request */
  #cue(request) {
    this.#cueing = true;
    this.#cued = true;
    this.#player?.cueVideoById(request);
  }

  /** @param {number} state */
  #changed(state) {
    if (!this.#request || (this.#cueing && state !== STATE.CUED)) return;
    switch (state) {
      case STATE.CUED:
        this.#cueing = false;
        this.#player?.setPlaybackRate(this.#rate);
        this.#emit('canplay');
        if (this.#wantsToPlay) this.#player?.playVideo();
        break;
      case STATE.PLAYING:
        this.#started();
        break;
      case STATE.BUFFERING:
        this.#emit('waiting');
        break;
      case STATE.PAUSED:
        this.#wantsToPlay = false;
        this.#emit('pause');
        this.#sought();
        break;
      case STATE.ENDED:
        this.#wantsToPlay = false;
        this.#hasEnded = true;
        this.#emit('ended');
        break;
    }
  }

  /** It really plays; only now its length is known. */
  #started() {
    this.#cued = false;
    const length = this.#player?.getDuration() || NaN;
    const isNew = !Object.is(length, this.#length);
    this.#length = length;
    this.#wantsToPlay = true;
    this.#settle();
    if (isNew) this.#emit('durationchange');
    if (isNew) this.#captions?.ask();
    this.#emit('playing');
    this.#sought();
  }

  /** What captions there are is known, maybe. */
  #listed() {
    if (!this.#request || this.#cueing || !this.#captions?.look()) return;
    this.#choosing.look(this.#captions);
    this.#emit(ABILITIES);
  }

  /** A seek has arrived; YouTube has no event of its own for that. */
  #sought() {
    if (!this.#seeking) return;
    this.#seeking = false;
    this.#emit('seeked');
  }

  #blocked() {
    if (!this.#request) return;
    this.#wantsToPlay = false;
    this.#settle('NotAllowedError');
  }

  /** @param {string} reason */
  #fail(reason) {
    if (!this.#request) return;
    this.#reason = reason;
    this.#wantsToPlay = false;
    this.#settle('NotSupportedError');
    this.#emit('error');
  }

  /** Ends the play() that waits. @param {string} [refusal]  name of the error */
  #settle(refusal) {
    const pending = this.#pending;
    this.#pending = null;
    if (refusal) pending?.reject(Object.assign(new Error(refusal), {name: refusal}));
    else pending?.resolve();
  }

  /** @param {string} type */
  #emit(type) {
    this.dispatchEvent(new Event(type));
  }
}
