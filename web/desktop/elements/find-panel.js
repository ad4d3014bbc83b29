// What can be added, in place of the list: what the words in the field find, and the library to look through. By mouse a
// click adds; by keys the arrows choose, Enter adds, with Shift next, with Ctrl now.

import {LitElement, html, nothing, repeat} from '../../vendor/lit.js';
import {GroupAdding} from '../../shared/adding/add-group.js';
import {artworkStyles} from '../../shared/artwork.js';
import {base, busy, buttons} from '../../shared/element-styles.js';
import {Finder, FROM_LIBRARY} from '../../shared/adding/finder.js';
import {icon} from '../../shared/icons.js';
import {LibraryShelf} from '../../shared/adding/library-shelf.js';
import {rowOf} from '../../shared/adding/library.js';
import {Outcomes} from '../../shared/adding/outcomes.js';
import {adding} from '../../shared/strings/adding.js';
import {desktop} from '../../shared/strings/desktop.js';
import {outcomeWords} from '../outcome-words.js';
import {rowFor} from '../model/windowed.js';
import {foundRow, groupRow, named} from './find-row.js';
import {findStyles} from './find-styles.js';
import {faceStyles} from './list-styles.js';

/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {Group, Order, Row} from '../../shared/adding/library.js' */
/** @import {PanelContext} from './list-panel.js' */

/** Ways to look through the library, in the order of their buttons. @type {readonly Order[]} */
const ORDERS = ['newest', 'folders', 'artists', 'albums'];

/** px before the end of what was loaded at which the next page is asked for: about a screen. */
const AHEAD_PX = 800;

/** Tells by `leave` that the keys go back up to the field. */
export class FindPanel extends LitElement {
  static properties = {context: {attribute: false}, query: {}, active: {state: true}, all: {state: true}};

  static styles = [base, buttons, busy, artworkStyles, faceStyles, findStyles];

  constructor() {
    super();
    /** @type {PanelContext|null} */
    this.context = null;
    /** Words that are searched for; empty: the library is looked through. */
    this.query = '';
    /** Key of the row that Tab leads to. */
    this.active = '';
    /** Of what the words find, all that the library has is wanted. */
    this.all = false;
    /** The keys come to the first row once there is one. */
    this.awaited = false;
    /** What had the focus before an update. @type {Element|null} */
    this.held = null;
    /** @type {Finder|null} */
    this.finder = null;
    const changed = () => this.requestUpdate();
    this.shelf = new LibraryShelf(changed);
    this.outcomes = new Outcomes(outcomeWords, changed);
    this.group = new GroupAdding(outcomeWords, changed);
    this.actions = {
      add: (/** @type {Row} */ row, /** @type {Place} */ place) => this.context && this.outcomes.add(this.context, row, place),
      takeBack: (/** @type {Row} */ row) => this.context && this.outcomes.takeBack(this.context, row),
    };
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.finder?.stop();
    this.shelf.stop();
    this.group.forget();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const {context} = this;
    this.held = this.shadowRoot?.activeElement ?? null;
    if (!context || !(changes.has('query') || changes.has('context'))) return;
    this.all = false;
    this.awaited = false; // who types goes on typing
    if (changes.has('context')) this.finder?.stop();
    if (changes.has('context') || !this.finder) this.finder = new Finder(context.session, context.features, () => this.requestUpdate());
    if (this.query) this.finder.look(this.query);
    else this.shelf.search('');
  }

  /** Puts the keys on the first row, now or when it has come. */
  async take() {
    this.awaited = true;
    this.requestUpdate();
    await this.updateComplete;
  }

  /** What was pressed may have made way for its opposite: the keys stay at its row. */
  updated() {
    const {held} = this;
    this.held = null;
    if (held && !held.isConnected && this.shadowRoot?.activeElement === null) this.#mains.find(({dataset}) => dataset.key === this.active)?.focus();
    if (this.#mains.length > 0 && !this.#mains.some(({dataset}) => dataset.key === this.active)) this.active = this.#mains[0].dataset.key ?? '';
    if (this.awaited && !this.#isLoading && this.#mains.length > 0) {
      this.awaited = false;
      this.#mains[0].focus();
    }
  }

  /** Rows that keys lead to, in order. @returns {HTMLElement[]} */
  get #mains() {
    return [...this.renderRoot.querySelectorAll(/** @type {'button'} */ ('.main'))];
  }

  /** @returns {HTMLElement|null} */
  get #focused() {
    return this.shadowRoot?.activeElement?.closest('li')?.querySelector(/** @type {'button'} */ ('.main')) ?? null;
  }

  /** The host is not told of moves inside of it: this listens there. */
  #chose() {
    this.active = this.#focused?.dataset.key ?? this.active;
  }

  get #isShelf() {
    return !this.query || this.all;
  }

  get #isLoading() {
    return this.#isShelf ? this.shelf.status === 'loading' : this.finder?.status === 'looking';
  }

  /** Everything that can be added, in the order in which it stands. @returns {Row[]} */
  get #rows() {
    return this.#isShelf ? this.shelf.items.map(rowOf) : (this.finder?.searches ?? []).flatMap(({found}) => found?.rows ?? []);
  }

  render() {
    if (!this.finder) return nothing;
    return html`<p class="visually-hidden" role="status">${this.outcomes.spoken}</p>
      ${this.query ? nothing : this.#head()}
      <div class="scroller" tabindex="-1" @scroll=${this.#scrolled} @focusin=${this.#chose}>${this.#isShelf ? this.#shelf() : this.#found(this.finder)}</div>`;
  }

  #head() {
    const {by, trail} = this.shelf;
    return html`<div class="ways" role="group" aria-label=${adding.orderLabel}>
        ${ORDERS.map((order) => html`<button class="way" type="button" aria-pressed=${order === by} @click=${() => this.shelf.browse(order)}>${adding.orders[order]}</button>`)}
      </div>
      ${trail.length > 0 ? this.#trail() : nothing}`;
  }

  /** Where one is, each step leading back to itself; and all of it to add. */
  #trail() {
    const {trail, by} = this.shelf;
    const {said, sending, ids} = this.group;
    return html`<div class="trail">
      <nav aria-label=${adding.trailLabel}>
        <button type="button" @click=${() => this.#up(0)}>${adding.orders[by]}</button>
        ${trail.map(({name}, i) => html`<span aria-hidden="true">›</span>${i < trail.length - 1
          ? html`<button type="button" dir="auto" @click=${() => this.#up(i + 1)}>${name}</button>`
          : html`<strong dir="auto" aria-current="location">${name}</strong>`}`)}
      </nav>
      ${ids.length > 0
        ? html`<button class="button all" type="button" @click=${() => this.context && this.group.undo(this.context)}>${icon('undo-2', '1.1em')}${desktop.list.undo}</button>`
        : html`<button class="button all" type="button" ?disabled=${sending} aria-busy=${sending} @click=${this.#addAll}>${icon('list-plus', '1.1em')}${adding.addAllOfIt}</button>`}
      <p class="tell" role="status">${said}</p>
    </div>`;
  }

  #shelf() {
    const {groups, items, status, by} = this.shelf;
    if (status === 'none') return notice('folder', adding.noLibrary, adding.noLibraryHint);
    if (status === 'ready' && groups.length + items.length === 0) return this.#nothing();
    return html`<p class="visually-hidden" role="status">${status === 'ready' ? adding.results(this.shelf.total) : ''}</p>
      <ul aria-label=${desktop.source.library} aria-busy=${status === 'loading' && groups.length + items.length > 0}>
        ${repeat(groups.map(named), ({key}) => key, (group) => groupRow(group, by, group.key === this.active, () => this.#into(group)))}
        ${this.#list(items.map(rowOf))}
      </ul>
      ${status === 'failed' ? this.#failed(adding.libraryFailed, () => this.shelf.again()) : nothing}`;
  }

  #nothing() {
    if (this.query) return notice('search', adding.noResults(this.query));
    return notice('folder', this.shelf.by === 'newest' ? adding.emptyLibrary : adding.emptyOrder);
  }

  /** @param {Finder} finder */
  #found(finder) {
    const {status, count} = finder;
    if (status === 'failed') return this.#failed(adding.searchFailed, () => finder.again());
    if (count === 0) return status === 'looking' ? html`<p class="notice" role="status">${adding.searching}</p>` : notice('search', adding.noResults(this.query));
    return html`<p class="visually-hidden" role="status">${status === 'looking' ? '' : adding.results(count)}</p>
      ${finder.searches.map((search) => this.#section(search, search === finder.library))}`;
  }

  /** @param {import('../../shared/model/search.js').Search<import('../../shared/adding/finder.js').Found>} search @param {boolean} isLibrary */
  #section({found, status}, isLibrary) {
    if (!found || found.rows.length === 0) return nothing;
    const heading = isLibrary ? desktop.source.library : adding.videos;
    return html`<section aria-busy=${status === 'looking'}>
      <h3>${heading}</h3>
      <ul aria-label=${heading}>${this.#list(found.rows)}</ul>
      ${isLibrary && found.total > FROM_LIBRARY ? html`<button class="button more" type="button" @click=${this.#showAll}>${adding.allInLibrary(found.total)}</button>` : nothing}
    </section>`;
  }

  /** @param {readonly Row[]} rows */
  #list(rows) {
    return repeat(rows, ({key}) => key, (row) => foundRow({row, outcome: this.outcomes.of(row.key), active: row.key === this.active}, this.actions));
  }

  /** @param {string} text @param {() => void} again */
  #failed(text, again) {
    return html`${notice('circle-alert', text)}<button class="button more" type="button" @click=${again}>${adding.tryAgain}</button>`;
  }

  #addAll() {
    const group = this.shelf.trail.at(-1);
    if (this.context && group) this.group.add(this.context, this.shelf.by, group);
  }

  /** @param {Group} group */
  #into(group) {
    this.group.forget();
    this.shelf.into(group);
    this.take();
  }

  /** @param {number} depth */
  #up(depth) {
    this.group.forget();
    this.shelf.up(depth);
    this.take();
  }

  #showAll() {
    this.all = true;
    this.shelf.search(this.query);
    this.take();
  }

  /** @param {Event} event */
  #scrolled({target}) {
    const {scrollTop, scrollHeight, clientHeight} = /** @type {HTMLElement} */ (target);
    if (this.#isShelf && scrollHeight - scrollTop - clientHeight < AHEAD_PX) this.shelf.more();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const main = this.#focused;
    if (!main || event.altKey) return;
    if (this.#keyOn(main, event)) event.preventDefault();
  }

  /** @param {HTMLElement} main @param {KeyboardEvent} event  true: it was for a row */
  #keyOn(main, {key, shiftKey, ctrlKey, metaKey}) {
    const mains = this.#mains;
    const index = mains.indexOf(main);
    if (key === 'Enter' && (shiftKey || ctrlKey || metaKey)) return this.#addFocused(main.dataset.key, shiftKey ? 'next' : 'now');
    if (shiftKey || ctrlKey || metaKey) return false;
    if (key === 'ArrowUp' && index === 0) return this.dispatchEvent(new CustomEvent('leave'));
    if (key === 'Backspace' && this.shelf.trail.length > 0) return this.#up(this.shelf.trail.length - 1) === undefined;
    const to = rowFor(key, index, mains.length, Math.max(1, Math.floor(this.clientHeight / main.offsetHeight) - 1));
    if (to === null) return false;
    mains[to].focus();
    if (to === mains.length - 1 && this.#isShelf) this.shelf.more();
    return true;
  }

  /** @param {string|undefined} key @param {Place} place */
  #addFocused(key, place) {
    const row = this.#rows.find((row) => row.key === key);
    if (row) this.actions.add(row, place);
    return row !== undefined;
  }
}

/** In place of what there is not: why, in a sentence. @param {string} name  icon @param {string} title @param {string} [hint] */
function notice(name, title, hint) {
  return html`<div class="notice" role="status">${icon(name, '2em')}<b>${title}</b>${hint ? html`<span>${hint}</span>` : nothing}</div>`;
}

customElements.define('find-panel', FindPanel);
