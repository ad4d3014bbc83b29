// The library: search as you type, results that grow as you scroll, one tap to add.

import {LitElement, css, html, nothing, ref, createRef, repeat} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {formatTime} from '../../shared/format.js';
import {icon} from '../../shared/icons.js';
import {addItems} from '../add.js';
import {NoLibrary, SEARCH_PAUSE_MS, searchLibrary} from '../library.js';
import {text} from '../more-strings.js';
import {artworkStyles, busy, clamp, iconButton} from '../styles.js';
import {entryRow, entryStyles, notice} from './entry-row.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Entry} from '../library.js' */
/** @import {Place} from '../add.js' */
/** @import {Outcome} from './entry-row.js' */

export class LibraryPanel extends LitElement {
  static properties = {
    snapshot: {attribute: false}, query: {}, entries: {state: true}, total: {state: true}, next: {state: true},
    status: {state: true}, outcomes: {state: true}, spoken: {state: true},
  };

  static styles = [base, buttons, busy, clamp, iconButton, artworkStyles, entryStyles, css`
    :host {
      display: block;
      min-height: min(32rem, 60dvh);
    }
    .search {
      position: sticky;
      top: calc(-1 * var(--s2));
      z-index: 1;
      padding-block: var(--s2);
      background: var(--surface);
    }
    .search .icon {
      position: absolute;
      left: var(--s4);
      top: calc(var(--s2) + 1.125rem);
      color: var(--text-dim);
    }
    input {
      width: 100%;
      height: 3.5rem;
      padding: 0 var(--s4) 0 3rem;
      border: 1.5px solid var(--control);
      border-radius: var(--radius);
      background: var(--bg);
      font-size: max(1rem, 16px);
      -webkit-appearance: none;
    }
    input::placeholder {
      color: var(--text-dim);
      opacity: 1;
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.query = '';
    /** @type {Entry[]} */
    this.entries = [];
    this.total = 0;
    /** @type {number|null} */
    this.next = null;
    /** @type {'loading'|'ready'|'none'|'failed'} */
    this.status = 'loading';
    /** What became of taps, by address. @type {ReadonlyMap<string, Outcome>} */
    this.outcomes = new Map();
    this.spoken = '';
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.pause = undefined;
    this.loading = new AbortController();
    this.moreButton = createRef();
    /** @type {IntersectionObserver|undefined} */
    this.watcher = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watcher = new IntersectionObserver((seen) => seen.some(({isIntersecting}) => isIntersecting) && this.#load(), {rootMargin: '400px'});
    this.#search(this.query);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
    this.loading.abort();
    this.watcher?.disconnect();
  }

  updated() {
    this.watcher?.disconnect();
    const button = this.moreButton.value;
    if (button && this.status === 'ready') this.watcher?.observe(button);
  }

  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  render() {
    if (this.status === 'none') return notice('folder', text.noLibrary, text.noLibraryHint);
    return html`
      <div class="search" role="search">
        <input type="search" aria-label=${text.searchLibrary} placeholder=${text.searchHint} .value=${this.query} enterkeyhint="search" autocapitalize="off" autocomplete="off" spellcheck="false" @input=${this.#typed}>
        ${icon('search')}
      </div>
      <p class="count" role="status">${this.spoken || (this.status === 'ready' && this.total > 0 ? text.results(this.total) : '')}</p>
      ${this.status === 'failed' ? html`${notice('circle-alert', text.libraryFailed)}<button class="button more" @click=${() => this.#search(this.query)}>${text.tryAgain}</button>` : nothing}
      ${this.status === 'ready' && this.entries.length === 0 ? notice('search', this.query.trim() ? text.noResults(this.query.trim()) : text.emptyLibrary) : nothing}
      <ul aria-busy=${this.status === 'loading' && this.entries.length === 0}>${repeat(this.entries, ({url}) => url, (entry) => this.#entry(entry))}</ul>
      ${this.next === null ? nothing : html`<button class="button more" ${ref(this.moreButton)} aria-busy=${this.status === 'loading'} @click=${this.#load}>${text.more}</button>`}`;
  }

  /** @param {Entry} entry */
  #entry(entry) {
    const {title, artist, folder, duration, url} = entry;
    const outcome = this.outcomes.get(url);
    const parts = [duration ? formatTime(duration) : '', artist || folder].filter(Boolean).join(' · ');
    const media = {provider: entry.type?.startsWith('audio/') ? 'soundcloud' : 'library', url, title};
    return entryRow({title, meta: parts, media, outcome, add: (place) => this.#add(entry, place)});
  }

  /** @param {Event} event */
  #typed(event) {
    this.query = /** @type {HTMLInputElement} */ (event.target).value;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#search(this.query), SEARCH_PAUSE_MS);
  }

  /** @param {string} query */
  async #search(query) {
    await this.#fetch(query.trim(), 0, (page) => (this.entries = page.items));
  }

  async #load() {
    if (this.next === null || this.status !== 'ready') return;
    await this.#fetch(this.query.trim(), this.next, (page) => (this.entries = [...this.entries, ...page.items]));
  }

  /** @param {string} query @param {number} offset @param {(page: import('../library.js').Page) => void} take */
  async #fetch(query, offset, take) {
    this.loading.abort();
    this.loading = new AbortController();
    const {signal} = this.loading;
    this.status = 'loading';
    this.spoken = '';
    try {
      const page = await searchLibrary(query, offset, signal);
      take(page);
      this.total = page.total;
      this.next = page.next;
      this.status = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.status = error instanceof NoLibrary ? 'none' : 'failed';
      if (offset === 0) this.entries = [];
      this.next = null;
    }
  }

  /** @param {Entry} entry @param {Place} place */
  async #add({url, title}, place) {
    if (this.outcomes.get(url) === 'sending') return;
    this.#note(url, 'sending', this.snapshot?.status === 'online' ? '' : text.kept);
    const [{ok, reason}] = await addItems(this, [{url}], place, () => this.snapshot);
    this.#note(url, ok ? 'added' : 'refused', ok ? text.addedTitle(title) : reason);
  }

  /** @param {string} url @param {Outcome} outcome @param {string} spoken */
  #note(url, outcome, spoken) {
    this.outcomes = new Map(this.outcomes).set(url, outcome);
    this.spoken = spoken;
  }
}

customElements.define('library-panel', LibraryPanel);
