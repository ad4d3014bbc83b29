// The sheet to add from: a link, or the library.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {text} from '../strings.js';
import './bottom-sheet.js';
import './library-panel.js';
import './link-panel.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** @typedef {'link'|'library'} Tab */

export class AddSheet extends LitElement {
  static properties = {snapshot: {attribute: false}, tab: {}, query: {state: true}};

  static styles = [base, css`
    [role='tablist'] {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s1);
      padding: var(--s1);
      margin-bottom: var(--s4);
      border-radius: var(--radius-round);
      background: var(--bg);
    }
    [role='tab'] {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--s2);
      min-height: var(--target);
      border: 0;
      border-radius: var(--radius-round);
      min-width: 0;
      padding: 0;
      background: none;
      color: var(--text-dim);
      font-weight: 600;
    }
    /* Large text: words only. */
    @media (max-width: 19rem) {
      [role='tab'] .icon {
        display: none;
      }
    }
    [aria-selected='true'] {
      background: var(--surface-press);
      color: var(--text);
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    /** @type {Tab} */
    this.tab = 'link';
    this.query = '';
  }

  firstUpdated() {
    if (this.tab === 'link') this.#panel('link-panel');
  }

  render() {
    return html`<bottom-sheet heading=${text.addTitle}>
      <div role="tablist" aria-label=${text.addTitle} @keydown=${this.#key}>
        ${this.#tab('link', text.link, 'link')} ${this.#tab('library', text.library, 'library')}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}" @search-library=${this.#search}>
        ${this.tab === 'link'
          ? html`<link-panel .snapshot=${this.snapshot}></link-panel>`
          : html`<library-panel .snapshot=${this.snapshot} .query=${this.query}></library-panel>`}
      </div>
    </bottom-sheet>`;
  }

  /** @param {Tab} tab @param {string} label @param {string} name */
  #tab(tab, label, name) {
    const selected = this.tab === tab;
    return html`<button role="tab" id="tab-${tab}" aria-controls="panel" aria-selected=${selected} tabindex=${selected ? 0 : -1} @click=${() => this.#show(tab)}>${icon(name)} ${label}</button>`;
  }

  /** @param {Tab} tab */
  #show(tab) {
    this.tab = tab;
    this.query = '';
  }

  /** @param {KeyboardEvent} event */
  async #key(event) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    this.#show(this.tab === 'link' ? 'library' : 'link');
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.renderRoot.querySelector(`#tab-${this.tab}`))?.focus();
  }

  /** @param {CustomEvent<string>} event */
  #search({detail}) {
    this.query = detail;
    this.tab = 'library';
  }

  /** @param {string} name */
  #panel(name) {
    /** @type {HTMLElement|null} */ (this.renderRoot.querySelector(name))?.focus();
  }
}

customElements.define('add-sheet', AddSheet);
