// The sheet to add from: a field for links and words, and pages for everything else.

import {LitElement, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {text} from '../more-strings.js';
import './add-home.js';
import {SOURCES} from './add-sources.js';
import './bottom-sheet.js';
import './sheet-page.js';

/** @import {SheetContext, SheetPageView} from './sheet-page.js' */

/** @typedef {{name: string, query?: string}} OpenPage  `query`: what to search for there */

export class AddSheet extends LitElement {
  static properties = {context: {attribute: false}, tab: {}, link: {}, page: {state: true}, query: {state: true}};

  static styles = [base];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** The page to begin with: a source's name, or `link` for the field. */
    this.tab = 'link';
    /** A link to begin with. */
    this.link = '';
    /** Name of the source that is open. */
    this.page = '';
    this.query = '';
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has('tab')) this.page = this.tab === 'link' ? '' : this.tab;
  }

  firstUpdated() {
    if (!this.page) this.#home?.focus();
  }

  /** @returns {import('./add-home.js').AddHome|null} */
  get #home() {
    return this.renderRoot.querySelector('add-home');
  }

  render() {
    const {context} = this;
    if (!context) return nothing;
    const page = SOURCES.find(({name}) => name === this.page);
    return html`<bottom-sheet tall .heading=${page ? page.label() : text.addTitle} .back=${Boolean(page)} @sheet-back=${this.#back}>
      ${page ? html`<sheet-page .page=${page} .context=${{...context, query: this.query}}></sheet-page>` : nothing}
      <add-home ?hidden=${Boolean(page)} .context=${context} .value=${this.link} @open-page=${this.#open}></add-home>
    </bottom-sheet>`;
  }

  /** @param {CustomEvent<OpenPage>} event */
  #open({detail: {name, query = ''}}) {
    this.page = name;
    this.query = query;
  }

  /** What was typed before is still there. */
  #back() {
    const page = /** @type {SheetPageView|null} */ (this.renderRoot.querySelector('sheet-page'));
    if (!page?.goBack()) this.page = '';
  }
}

customElements.define('add-sheet', AddSheet);
