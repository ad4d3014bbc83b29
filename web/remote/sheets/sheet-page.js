// A page inside a sheet: chosen from a table, loaded when it is opened, and shown in place of what led to it.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {text} from '../more-strings.js';
import {noticeStyles, notice} from './notice.js';

/** @import {TemplateResult} from 'lit' */
/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Features} from '../session.js' */

/**
 * What a page is made from.
 * @typedef {object} SheetContext
 * @property {Snapshot} snapshot
 * @property {() => Snapshot} latest  the newest, where `snapshot` is the one that is drawn
 * @property {EventTarget} app   the page: for what goes on after the sheet is closed
 * @property {string} session
 * @property {Features} features  what the server offers
 * @property {string} [query]     what was searched for when it was opened
 */

/**
 * One row of a table of pages.
 * @typedef {object} SheetPage
 * @property {string} name   unique in its table
 * @property {string} icon   Lucide
 * @property {() => string} label  a word or two: on the button that leads to it, and its heading
 * @property {(context: SheetContext) => boolean} [offered]  left out: always
 * @property {(context: SheetContext) => string} [value]  how that is set now, in a few words; only options show it
 * @property {() => Promise<unknown>} load  brings the elements that `show` uses
 * @property {(context: SheetContext) => TemplateResult} show
 */

/**
 * Those of a table that there are here.
 * @param {readonly SheetPage[]} table
 * @param {SheetContext} context
 */
export const offeredPages = (table, context) => table.filter(({offered}) => !offered || offered(context));

/** Shows one page; says so while, and if, its elements cannot be had. */
export class SheetPageView extends LitElement {
  static properties = {page: {attribute: false}, context: {attribute: false}, status: {state: true}};

  static styles = [base, buttons, noticeStyles, css`
    :host {
      display: block;
    }
    .button {
      display: flex;
      margin: 0 auto;
    }
  `];

  constructor() {
    super();
    /** @type {SheetPage|undefined} */
    this.page = undefined;
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** @type {'loading'|'ready'|'failed'} */
    this.status = 'loading';
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has('page')) this.#load();
  }

  render() {
    const {page, context, status} = this;
    if (!page || !context || status === 'loading') return nothing;
    if (status === 'ready') return page.show(context);
    return html`${notice('wifi-off', text.pageFailed)}<button class="button" @click=${this.#load}>${text.tryAgain}</button>`;
  }

  /** One step back within the page, if it has such steps. */
  goBack() {
    const shown = /** @type {{goBack?: () => boolean}|null} */ (this.renderRoot.firstElementChild);
    return shown?.goBack?.() ?? false;
  }

  async #load() {
    const {page} = this;
    this.status = 'loading';
    try {
      await page?.load();
      if (page === this.page) this.status = 'ready';
    } catch {
      if (page === this.page) this.status = 'failed';
    }
  }
}

customElements.define('sheet-page', SheetPageView);
