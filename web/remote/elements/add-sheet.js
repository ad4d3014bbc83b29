// The sheet to add from: links, the library, or what was played before.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {text} from '../more-strings.js';
import {clamp} from '../styles.js';
import './bottom-sheet.js';
import './library-panel.js';
import './link-panel.js';
import './played-panel.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** @typedef {'link'|'library'|'played'} Tab */

/** The tabs in their order, with their icons. @type {readonly (readonly [Tab, string])[]} */
const TABS = [['link', 'link'], ['library', 'library'], ['played', 'history']];

export class AddSheet extends LitElement {
  static properties = {snapshot: {attribute: false}, tab: {}, link: {}, query: {state: true}};

  static styles = [base, clamp, css`
    [role='tablist'] {
      display: grid;
      grid-template-columns: repeat(3, auto);
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
      padding: 0 var(--s2);
      background: none;
      color: var(--text-dim);
      font-weight: 600;
    }
    /* Small or with large text: words only. */
    @media (max-width: 22rem) {
      [role='tab'] .icon {
        display: none;
      }
    }
    @media (max-width: 15rem) {
      [role='tablist'] {
        grid-template-columns: 1fr;
        border-radius: var(--radius-l);
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
    /** A link to begin with. */
    this.link = '';
    this.query = '';
  }

  firstUpdated() {
    if (this.tab === 'link') /** @type {HTMLElement|null} */ (this.renderRoot.querySelector('link-panel'))?.focus();
  }

  render() {
    return html`<bottom-sheet heading=${text.addTitle}>
      <div role="tablist" aria-label=${text.addTitle} @keydown=${this.#key}>
        ${TABS.map(([tab, name]) => this.#tab(tab, name))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}" @search-library=${this.#search}>${this.#panel()}</div>
    </bottom-sheet>`;
  }

  #panel() {
    switch (this.tab) {
      case 'library': return html`<library-panel .snapshot=${this.snapshot} .query=${this.query}></library-panel>`;
      case 'played': return html`<played-panel .snapshot=${this.snapshot}></played-panel>`;
      default: return html`<link-panel .snapshot=${this.snapshot} .value=${this.link}></link-panel>`;
    }
  }

  /** @param {Tab} tab @param {string} name */
  #tab(tab, name) {
    const selected = this.tab === tab;
    return html`<button role="tab" id="tab-${tab}" aria-controls="panel" aria-selected=${selected} tabindex=${selected ? 0 : -1} @click=${() => this.#show(tab)}>${icon(name)} <span class="one-line">${text[tab]}</span></button>`;
  }

  /** @param {Tab} tab */
  #show(tab) {
    this.tab = tab;
    this.query = '';
  }

  /** @param {KeyboardEvent} event */
  async #key(event) {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!by) return;
    const at = TABS.findIndex(([tab]) => tab === this.tab);
    this.#show(TABS[(at + by + TABS.length) % TABS.length][0]);
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.renderRoot.querySelector(`#tab-${this.tab}`))?.focus();
  }

  /** @param {CustomEvent<string>} event */
  #search({detail}) {
    this.query = detail;
    this.tab = 'library';
  }
}

customElements.define('add-sheet', AddSheet);
