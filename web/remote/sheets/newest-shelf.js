// What is new in the library, below the field to add with: something to tap for those who have nothing in mind.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {browseLibrary, rowOf} from '../../shared/adding/library.js';
import {text} from '../more-strings.js';
import './entry-list.js';

/** @import {Entry} from './entry-row.js' */
/** @import {SheetContext} from './sheet-page.js' */

/** Titles: what a phone has room for below the field. */
const SHOWN = 6;

export class NewestShelf extends LitElement {
  static properties = {context: {attribute: false}, entries: {state: true}};

  static styles = [base, css`
    :host {
      display: block;
    }
    h3 {
      padding: var(--s2) 0 var(--s1);
      font-weight: 650;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** @type {readonly Entry[]} */
    this.entries = [];
    this.loading = new AbortController();
  }

  connectedCallback() {
    super.connectedCallback();
    this.loading = new AbortController();
    this.#load(this.loading.signal);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.loading.abort();
  }

  render() {
    if (this.entries.length === 0) return nothing;
    return html`<h3>${text.newest}</h3><entry-list .entries=${this.entries} .context=${this.context} .label=${text.newest}></entry-list>`;
  }

  /** An offer, no answer to anything: where it cannot be had, there is none. @param {AbortSignal} signal */
  async #load(signal) {
    const page = await browseLibrary('newest', '', 0, signal, SHOWN).catch(() => undefined);
    if (page) this.entries = page.items.map(rowOf);
  }
}

customElements.define('newest-shelf', NewestShelf);
