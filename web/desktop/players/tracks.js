// Captions beside a film of the library, as tracks of the element that plays it.

import {pickCaptions} from '../../shared/model/captions.js';

/** @import {Media} from '../../shared/protocol.js' */

/** What the server says of a file of subtitles. @typedef {{language: string, label: string, url: string}} Listed */

/** How far captions keep from the lower edge, in lines: the bar of what plays fades in there. */
const LINES_FROM_BELOW = -3;

/** The readyState of a track whose cues are there; a constant of HTMLTrackElement, which tests have none of. */
const LOADED = 2;

export class Tracks {
  #video;
  #changed;
  /** @type {HTMLTrackElement[]} */
  #elements = [];
  /** @type {string|null} */
  #wanted = null;
  /** Ends the question that is under way. */
  #asking = new AbortController();

  /**
   * @param {HTMLVideoElement} video
   * @param {() => void} changed  called when there are other tracks than before
   */
  constructor(video, changed) {
    this.#video = video;
    this.#changed = changed;
  }

  /** The languages that there are, as tags (BCP 47). */
  get languages() {
    return this.#elements.map(({srclang}) => srclang);
  }

  /** @param {string|null} language */
  set wanted(language) {
    if (language === this.#wanted) return;
    this.#wanted = language;
    this.#show();
  }

  /** Asks which there are for a media, and takes them. @param {Media} media */
  async load(media) {
    this.clear();
    if (media.provider !== 'library' || !media.ref) return;
    const {signal} = (this.#asking = new AbortController());
    const listed = await ask(media.ref, signal);
    if (signal.aborted || listed.length === 0) return;
    this.#elements = listed.map((one) => element(one, () => this.#show()));
    this.#video.append(...this.#elements);
    this.#show();
    this.#changed();
  }

  /** Takes all of them away, with what is still to come. */
  clear() {
    this.#asking.abort();
    for (const track of this.#elements) track.remove();
    this.#elements = [];
  }

  #show() {
    const chosen = pickCaptions(this.#wanted, this.languages);
    for (const {srclang, track, readyState} of this.#elements) {
      if (srclang !== chosen) track.mode = 'disabled';
      else track.mode = readyState === LOADED ? 'showing' : 'hidden'; // hidden is loaded: cues are put in place before they show
    }
  }
}

/** No answer is no captions: the film plays all the same. @param {string} ref @param {AbortSignal} signal @returns {Promise<Listed[]>} */
async function ask(ref, signal) {
  try {
    const response = await fetch(`/api/library/${encodeURIComponent(ref)}/subtitles`, {signal});
    return response.ok ? (await response.json()).tracks : [];
  } catch {
    return [];
  }
}

/** @param {Listed} listed @param {() => void} loaded */
function element({language, label, url}, loaded) {
  const track = document.createElement('track');
  Object.assign(track, {kind: 'subtitles', srclang: language, label, src: url});
  track.addEventListener('load', () => {
    lift(track.track.cues);
    loaded();
  });
  return track;
}

/** Keeps cues that say nothing of their place off the lower edge. @param {TextTrackCueList|null} cues */
function lift(cues) {
  for (const cue of /** @type {VTTCue[]} */ ([...(cues ?? [])])) {
    if (cue.line === 'auto') cue.line = LINES_FROM_BELOW;
  }
}
