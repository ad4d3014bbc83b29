// The captions of a media element, whoever brings them: files beside a film, the browser's own player, a library that
// plays a stream. Which there are, which one is chosen, and what it says now. The browser draws none of it: the page does,
// so that captions keep clear of what else is on the screen.

import {offerCaptions, pickCaptions} from '../../shared/model/captions.js';

/** @import {Captions, Found} from '../../shared/model/captions.js' */

/** What is shown of a cue: text, or text that is marked up. @typedef {string|DocumentFragment} Line */

/** A cue as dash.js has it from TTML: what it says stands in `isd`. @typedef {VTTCue & {isd?: {contents?: object[]}}} Cue */

/** Where the line of a cue that says nothing of its place comes: after those that do. */
const LAST = Infinity;

export class TextTracks {
  #video;
  #changed;
  #shown;
  /** @type {(Found & {track: TextTrack})[]} */
  #offered = [];
  /** @type {string|null} */
  #wanted = null;
  /** @type {TextTrack|null} */
  #chosen = null;

  /** What a track is; null: none of this media's, or none to choose. Whoever brings tracks may know better. @type {(track: TextTrack) => Found|null} */
  describe = describeTrack;

  /** Told of another choice, for who fetches what is chosen. @type {(track: TextTrack|null) => void} */
  choose = () => {};

  /**
   * @param {HTMLVideoElement} video
   * @param {object} told
   * @param {() => void} told.changed  there are other captions than before
   * @param {() => void} told.shown  other lines than before may show
   */
  constructor(video, {changed, shown}) {
    this.#video = video;
    this.#changed = changed;
    this.#shown = shown;
    for (const type of ['addtrack', 'removetrack', 'change']) video.textTracks.addEventListener(type, () => this.look());
  }

  /** @returns {readonly Captions[]} */
  get offered() {
    return this.#offered.map(({language, label}) => ({language, label}));
  }

  /** @param {string|null} language */
  set wanted(language) {
    if (language === this.#wanted) return;
    this.#wanted = language;
    this.#apply();
  }

  /** What the chosen ones say now, from the top. @returns {readonly Line[]} */
  get lines() {
    const cues = /** @type {Cue[]} */ ([...(this.#chosen?.activeCues ?? [])]);
    return cues.sort((a, b) => rowOf(a) - rowOf(b)).map(lineOf).filter((line) => (typeof line === 'string' ? line : line.textContent)?.trim());
  }

  /** Looks at what there is. */
  look() {
    const before = this.#offered;
    this.#offered = offerCaptions([...this.#video.textTracks].flatMap((track) => {
      const found = this.describe(track);
      return found ? [{...found, track}] : [];
    }));
    this.#apply();
    if (keyOf(before) !== keyOf(this.#offered)) this.#changed();
  }

  #apply() {
    const language = pickCaptions(this.#wanted, this.#offered.map((one) => one.language));
    const chosen = this.#offered.find((one) => one.language === language)?.track ?? null;
    if (chosen !== this.#chosen) this.#take(chosen);
    for (const track of this.#video.textTracks) {
      const mode = track === chosen ? 'hidden' : 'disabled'; // hidden: fetched and followed, not drawn
      if (track.mode !== mode) track.mode = mode;
    }
    this.#shown();
  }

  /** @param {TextTrack|null} chosen */
  #take(chosen) {
    this.#chosen?.removeEventListener('cuechange', this.#shown);
    chosen?.addEventListener('cuechange', this.#shown);
    this.#chosen = chosen;
    this.choose(chosen);
  }
}

/** @param {TextTrack} track @returns {Found|null} */
export function describeTrack({kind, language, label}) {
  if (kind !== 'subtitles' && kind !== 'captions') return null;
  return {language, label, kind: kind === 'captions' ? 'sdh' : undefined};
}

/** @param {readonly Captions[]} offered */
const keyOf = (offered) => JSON.stringify(offered.map(({language, label}) => [language, label]));

/** @param {Cue} cue */
const rowOf = ({line}) => (typeof line === 'number' && line >= 0 ? line : LAST);

/** @param {Cue} cue @returns {Line} */
function lineOf(cue) {
  if (cue.isd) return textOf(cue.isd).trim();
  return 'getCueAsHTML' in cue ? cue.getCueAsHTML() : /** @type {any} */ (cue).text;
}

/** The text of a document of TTML. @param {any} node @returns {string} */
function textOf({kind = '', text = '', contents = []}) {
  if (kind === 'br') return '\n';
  return text + contents.map(textOf).join('') + (kind === 'p' ? '\n' : '');
}
