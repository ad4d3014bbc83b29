// What words find, while they are typed: in the library, and among videos where the server can look there.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {formatTime, mediaTitle} from '../../shared/format.js';
import {SEARCH_PAUSE_MS, rowOf, searchLibrary} from '../library.js';
import {Search} from '../model/search.js';
import {text} from '../more-strings.js';
import {VIDEO_PAUSE_MS, searchVideos} from '../search.js';
import {busy} from '../styles.js';
import './entry-list.js';
import {notice, noticeStyles} from './notice.js';

/** @import {Media} from '../../shared/protocol.js' */
/** @import {Entry} from './entry-row.js' */
/** @import {SheetContext} from './sheet-page.js' */

/** Titles of the library that are shown beside videos; its own page has the others. */
const FROM_LIBRARY = 6;

export class FindResults extends LitElement {
  static properties = {context: {attribute: false}, query: {}};

  static styles = [base, buttons, busy, noticeStyles, css`
    :host {
      display: grid;
      gap: var(--s4);
    }
    h3 {
      padding-bottom: var(--s1);
      font-weight: 650;
    }
    .more {
      width: 100%;
    }
    .searching {
      color: var(--text-dim);
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.query = '';
    const changed = () => this.requestUpdate();
    /** @type {Search<{rows: Entry[], total: number}>} */
    this.library = new Search(SEARCH_PAUSE_MS, (query, signal) => fromLibrary(query, signal), changed);
    /** @type {Search<{rows: Entry[], total: number}>} */
    this.videos = new Search(VIDEO_PAUSE_MS, (query, signal) => fromVideos(this.context?.session ?? '', query, signal), changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.library.stop();
    this.videos.stop();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('query')) return;
    for (const search of this.#searches) search.look(this.query.trim());
  }

  get #searches() {
    const {library, search} = this.context?.features ?? {};
    return [...(library ? [this.library] : []), ...(search ? [this.videos] : [])];
  }

  render() {
    const searches = this.#searches;
    if (searches.length === 0) return notice('link', text.onlyLinks, text.linkHelp);
    if (searches.every(({status}) => status === 'failed')) return html`${notice('circle-alert', text.searchFailed)}<button class="button more" @click=${this.#again}>${text.tryAgain}</button>`;
    const busy = searches.some(({status}) => status === 'looking');
    const found = searches.reduce((sum, {found}) => sum + (found?.rows.length ?? 0), 0);
    return html`<p class="visually-hidden" role="status">${busy ? '' : text.results(found)}</p>
      ${found === 0 ? (busy ? html`<p class="searching">${text.searching}</p>` : notice('search', text.noResults(this.query.trim()))) : nothing}
      ${searches.map((search) => (search === this.library ? this.#library() : this.#group(this.videos, text.videos)))}`;
  }

  #library() {
    const total = this.library.found?.total ?? 0;
    return html`${this.#group(this.library, text.library)}
      ${total > FROM_LIBRARY ? html`<button class="button more" @click=${this.#openLibrary}>${text.allInLibrary(total)}</button>` : nothing}`;
  }

  /** @param {Search<{rows: Entry[], total: number}>} search @param {string} heading */
  #group({found, status}, heading) {
    if (!found || found.rows.length === 0) return nothing;
    return html`<section aria-busy=${status === 'looking'}><h3>${heading}</h3><entry-list .entries=${found.rows} .context=${this.context} .label=${heading}></entry-list></section>`;
  }

  #again() {
    for (const search of this.#searches) search.look(this.query.trim(), 0);
  }

  #openLibrary() {
    this.dispatchEvent(new CustomEvent('open-page', {bubbles: true, composed: true, detail: {name: 'library', query: this.query.trim()}}));
  }
}

/** @param {string} query @param {AbortSignal} signal */
async function fromLibrary(query, signal) {
  const {items, total} = await searchLibrary(query, 0, signal, FROM_LIBRARY);
  return {rows: items.map(rowOf), total};
}

/** @param {string} session @param {string} query @param {AbortSignal} signal */
async function fromVideos(session, query, signal) {
  const rows = (await searchVideos(session, query, signal)).map(videoRow);
  return {rows, total: rows.length};
}

/** A video as a row; its title goes along, so that it stands in the list at once. @param {Media} media @returns {Entry} */
function videoRow(media) {
  const title = mediaTitle(media);
  return {key: media.url, title, meta: media.duration ? formatTime(media.duration) : '', media, item: {url: media.url, ...(media.title && {title: media.title})}};
}

customElements.define('find-results', FindResults);
