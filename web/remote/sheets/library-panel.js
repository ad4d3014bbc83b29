// The library: looked through by what is new, by folder, artist or album, or searched while one types; one tap adds.

import {LitElement, html, nothing, ref, createRef, repeat} from '../../vendor/lit.js';
import {artworkStyles} from '../../shared/artwork.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {LibraryShelf} from '../../shared/adding/library-shelf.js';
import {SEARCH_PAUSE_MS, rowOf} from '../../shared/adding/library.js';
import {text} from '../more-strings.js';
import {busy, clamp} from '../styles.js';
import './add-all.js';
import './entry-list.js';
import {groupRow, named} from './group-row.js';
import {libraryStyles} from './library-styles.js';
import {rowWords} from './row-styles.js';
import {notice, noticeStyles} from './notice.js';

/** @import {Group, Order} from '../../shared/adding/library.js' */
/** @import {SheetContext} from './sheet-page.js' */

/** Ways to look through it, in the order of their buttons. @type {readonly Order[]} */
const ORDERS = ['newest', 'folders', 'artists', 'albums'];

export class LibraryPanel extends LitElement {
  static properties = {context: {attribute: false}, query: {}};

  static styles = [base, buttons, busy, clamp, artworkStyles, noticeStyles, rowWords, libraryStyles];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.query = '';
    this.shelf = new LibraryShelf(() => this.requestUpdate());
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.pause = undefined;
    this.moreButton = createRef();
    /** @type {IntersectionObserver|undefined} */
    this.watcher = undefined;
    /** Another place is shown, and what had the focus is gone with the one before. */
    this.moved = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watcher = new IntersectionObserver((seen) => seen.some(({isIntersecting}) => isIntersecting) && this.shelf.more(), {rootMargin: '400px'});
    this.shelf.search(this.query);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.pause);
    this.shelf.stop();
    this.watcher?.disconnect();
  }

  updated() {
    this.watcher?.disconnect();
    const button = this.moreButton.value;
    if (button && this.shelf.status === 'ready') this.watcher?.observe(button);
    if (this.moved) this.#focusPlace();
    this.moved = false;
  }

  /** One step up, if there is one: for the sheet's way back. */
  goBack() {
    if (this.query.trim() || this.shelf.trail.length === 0) return false;
    this.#up(this.shelf.trail.length - 1);
    return true;
  }

  render() {
    if (this.shelf.status === 'none') return notice('folder', text.noLibrary, text.noLibraryHint);
    return html`
      <div class="search" role="search">
        <input type="search" aria-label=${text.searchLibrary} placeholder=${text.searchHint} .value=${this.query} enterkeyhint="search" autocapitalize="off" autocomplete="off" spellcheck="false" @input=${this.#typed}>
        ${icon('search')}
      </div>
      ${this.query.trim() ? nothing : this.#ways()}
      ${this.#count()}
      ${this.#contents()}`;
  }

  /** On where one is now: its name, or the way to look that is chosen. */
  #focusPlace() {
    const place = this.renderRoot.querySelector('.trail strong') ?? this.renderRoot.querySelector('.order[aria-pressed=true]');
    /** @type {HTMLElement|null} */ (place)?.focus({preventScroll: true});
  }

  #ways() {
    const {by, trail} = this.shelf;
    return html`<div class="orders" role="group" aria-label=${text.orderLabel}>${ORDERS.map((order) => html`
        <button class="order" aria-pressed=${order === by} @click=${() => this.shelf.browse(order)}>${text.orders[order]}</button>`)}</div>
      ${trail.length > 0 ? this.#trail() : nothing}`;
  }

  /** Where one is: each step leads back to itself. */
  #trail() {
    const {trail, by} = this.shelf;
    return html`<nav class="trail" aria-label=${text.trailLabel}>
      <button @click=${() => this.#up(0)}><span>${text.orders[by]}</span></button>
      ${trail.map((step, i) => (i < trail.length - 1
        ? html`<button dir="auto" @click=${() => this.#up(i + 1)}><span>${step.name}</span></button>`
        : html`<strong dir="auto" aria-current="location" tabindex="-1">${step.name}</strong>`))}
    </nav>`;
  }

  #count() {
    const {status, total, groups, trail, by} = this.shelf;
    const here = trail.at(-1);
    return html`<div class="count">
      <p role="status">${status === 'ready' && total > 0 && groups.length === 0 ? text.results(total) : ''}</p>
      ${here && !this.query.trim() && total > 0 ? html`<add-all .context=${this.context} .by=${by} .group=${here}></add-all>` : nothing}
    </div>`;
  }

  #contents() {
    const {groups, items, status, next} = this.shelf;
    if (status === 'failed' && groups.length + items.length === 0) return html`${notice('circle-alert', text.libraryFailed)}${this.#again()}`;
    if (status === 'ready' && groups.length + items.length === 0) return this.#nothing();
    return html`<div aria-busy=${status === 'loading'}>
      ${groups.length > 0 ? html`<ul>${repeat(groups.map(named), ({key}) => key, (group) => groupRow(group, this.shelf.by, () => this.#into(group)))}</ul>` : nothing}
      ${items.length > 0 ? html`<entry-list .entries=${items.map(rowOf)} .context=${this.context} .label=${text.library}></entry-list>` : nothing}
      ${status === 'failed' ? this.#again() : nothing}
      ${next === null || status === 'failed' ? nothing : html`<button class="button more" ${ref(this.moreButton)} @click=${() => this.shelf.more()}>${text.more}</button>`}
    </div>`;
  }

  #again() {
    return html`<button class="button more" @click=${() => this.shelf.again()}>${text.tryAgain}</button>`;
  }

  #nothing() {
    const query = this.query.trim();
    if (query) return notice('search', text.noResults(query));
    return this.shelf.by === 'newest' ? notice('folder', text.emptyLibrary) : notice('folder', text.emptyOrder);
  }

  /** @param {number} depth */
  #up(depth) {
    this.moved = this.matches(':focus-within');
    this.shelf.up(depth);
  }

  /** @param {Group} group */
  #into(group) {
    this.moved = true;
    this.shelf.into(group);
    this.scrollIntoView({block: 'start'});
  }

  /** @param {Event} event */
  #typed(event) {
    this.query = /** @type {HTMLInputElement} */ (event.target).value;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.shelf.search(this.query), SEARCH_PAUSE_MS);
  }
}

customElements.define('library-panel', LibraryPanel);
