// Subtitle files beside a film of the library, as tracks of the element that plays it.

/** @import {Media} from '../../shared/protocol.js' */

/** What the server says of a file of subtitles. @typedef {{language: string, label: string, url: string}} Listed */

export class Tracks {
  #video;
  /** @type {HTMLTrackElement[]} */
  #elements = [];
  /** Ends the question that is under way. */
  #asking = new AbortController();

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.#video = video;
  }

  /** Asks which there are for a media, and takes them. @param {Media} media */
  async load(media) {
    this.clear();
    if (media.provider !== 'library' || !media.ref) return;
    const {signal} = (this.#asking = new AbortController());
    const listed = await ask(media.ref, signal);
    if (signal.aborted) return;
    this.#elements = listed.map(element);
    this.#video.append(...this.#elements);
  }

  /** Takes all of them away, with what is still to come. */
  clear() {
    this.#asking.abort();
    for (const track of this.#elements) track.remove();
    this.#elements = [];
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

/** @param {Listed} listed */
function element({language, label, url}) {
  return Object.assign(document.createElement('track'), {kind: 'subtitles', srclang: language, label, src: url});
}
