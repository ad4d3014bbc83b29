// What words find, while they are typed: in the library, and among videos where the server can look there.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {FROM_LIBRARY, Finder} from '../../shared/adding/finder.js';
import {text} from '../more-strings.js';
import {busy} from '../styles.js';
import './entry-list.js';
import {notice, noticeStyles} from './notice.js';

/** @import {Found} from '../../shared/adding/finder.js' */
/** @import {Search} from '../../shared/model/search.js' */
/** @import {SheetContext} from './sheet-page.js' */

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
    /** @type {Finder|null} */
    this.finder = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.finder?.stop();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!this.context || !changes.has('query')) return;
    this.finder ??= new Finder(this.context.session, this.context.features, () => this.requestUpdate());
    this.finder.look(this.query);
  }

  render() {
    const {finder} = this;
    if (!finder) return nothing;
    const {status, count} = finder;
    if (status === 'none') return notice('link', text.onlyLinks, text.linkHelp);
    if (status === 'failed') return html`${notice('circle-alert', text.searchFailed)}<button class="button more" @click=${() => finder.again()}>${text.tryAgain}</button>`;
    const busy = status === 'looking';
    return html`<p class="visually-hidden" role="status">${busy ? '' : text.results(count)}</p>
      ${count === 0 ? (busy ? html`<p class="searching">${text.searching}</p>` : notice('search', text.noResults(this.query.trim()))) : nothing}
      ${finder.searches.map((search) => (search === finder.library ? this.#library(search) : this.#group(search, text.videos)))}`;
  }

  /** @param {Search<Found>} search */
  #library(search) {
    const total = search.found?.total ?? 0;
    return html`${this.#group(search, text.library)}
      ${total > FROM_LIBRARY ? html`<button class="button more" @click=${this.#openLibrary}>${text.allInLibrary(total)}</button>` : nothing}`;
  }

  /** @param {Search<Found>} search @param {string} heading */
  #group({found, status}, heading) {
    if (!found || found.rows.length === 0) return nothing;
    return html`<section aria-busy=${status === 'looking'}><h3>${heading}</h3><entry-list .entries=${found.rows} .context=${this.context} .label=${heading}></entry-list></section>`;
  }

  #openLibrary() {
    this.dispatchEvent(new CustomEvent('open-page', {bubbles: true, composed: true, detail: {name: 'library', query: this.query.trim()}}));
  }
}

customElements.define('find-results', FindResults);
