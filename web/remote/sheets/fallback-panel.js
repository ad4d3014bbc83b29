// What plays while nothing is queued: nothing, the library or a folder of it, or a saved list.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {command} from '../../shared/ask.js';
import {LibraryShelf} from '../../shared/adding/library-shelf.js';
import {SavedShelf} from '../../shared/adding/saved-shelf.js';
import {text} from '../more-strings.js';
import {clamp} from '../styles.js';
import {noticeStyles, notice} from './notice.js';

/** @import {Fallback, Source} from '../../shared/protocol.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class FallbackPanel extends LitElement {
  static properties = {context: {attribute: false}};

  static styles = [base, buttons, clamp, noticeStyles, css`
    .hint {
      padding-bottom: var(--s3);
      color: var(--text-dim);
      line-height: 1.4;
    }
    .failed {
      display: flex;
      gap: var(--s2);
      padding-bottom: var(--s3);
      line-height: 1.4;
    }
    .failed .icon {
      flex: none;
      margin-top: 0.1em;
      color: var(--danger);
    }
    h3 {
      outline: none; /* has the focus for a moment when another folder is shown */
      padding: var(--s4) 0 var(--s1);
      font-weight: 650;
    }
    .row {
      display: flex;
      align-items: stretch;
      border-top: 1px solid var(--line);
    }
    button {
      border: 0;
      background: none;
      text-align: start;
    }
    .choice {
      flex: 1 1 auto;
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-width: 0;
      min-height: 3.5rem;
      padding: var(--s2) 0;
    }
    .icon {
      flex: none;
      color: var(--text-dim);
    }
    .name {
      flex: 1 1 auto;
      min-width: 0;
      font-weight: 550;
      overflow-wrap: anywhere;
    }
    .meta {
      flex: none;
      color: var(--text-dim);
      font-size: 0.9375rem;
    }
    .mark {
      visibility: hidden;
      color: var(--text);
    }
    [aria-checked='true'] .mark {
      visibility: visible;
    }
    .into {
      flex: none;
      display: grid;
      place-items: center;
      width: var(--target);
      margin-inline-start: var(--s2);
    }
    .more {
      width: 100%;
      margin-top: var(--s3);
      background: var(--surface-raised);
      text-align: center;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.shelf = new LibraryShelf(() => this.requestUpdate());
    this.saved = new SavedShelf(() => this.requestUpdate());
    /** Another folder is shown, and what had the focus is gone with the one before. */
    this.moved = false;
  }

  updated() {
    if (this.moved) /** @type {HTMLElement|null} */ (this.renderRoot.querySelector('h3[tabindex], .choice'))?.focus({preventScroll: true});
    this.moved = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.context?.features.library) this.shelf.browse('folders');
    if (this.context?.features.lists) this.saved.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.shelf.stop();
    this.saved.stop();
  }

  /** One folder up, for the sheet's way back. */
  goBack() {
    if (this.shelf.trail.length === 0) return false;
    this.moved = this.matches(':focus-within');
    this.shelf.up(this.shelf.trail.length - 1);
    return true;
  }

  get #fallback() {
    return this.context?.snapshot.state?.fallback;
  }

  render() {
    const {features} = this.context ?? {};
    const {lists} = this.saved;
    if (!features) return nothing;
    const here = this.shelf.trail.at(-1);
    if (here) return html`<h3 tabindex="-1">${here.name}</h3><div class="choices" role="radiogroup" aria-label=${here.name}>${this.#choice({folder: here.key, name: here.name}, 'folder', text.allOf(here.name))}${this.#folders()}</div>${this.#rest()}`;
    return html`
      <p class="hint">${text.fallbackHint}</p>
      ${this.#fallback?.failed ? html`<p class="failed" role="status">${icon('circle-alert')}<span>${text.fallbackFailed}</span></p>` : nothing}
      <div class="choices" role="radiogroup" aria-label=${text.whenEmpty}>
        ${this.#choice(null, 'moon', text.fallbackNone)}
        ${features.library ? this.#choice({folder: ''}, 'library', text.fallbackAll) : nothing}
      </div>
      ${lists.length > 0 ? html`<h3>${text.fallbackLists}</h3><div class="choices" role="radiogroup" aria-label=${text.fallbackLists}>
        ${lists.map(({name, items}) => this.#choice({list: name}, 'list-music', name, text.results(items)))}</div>` : nothing}
      ${features.library && this.shelf.groups.length > 0 ? html`<h3>${text.orders.folders}</h3><div class="choices" role="radiogroup" aria-label=${text.orders.folders}>${this.#folders()}</div>` : nothing}
      ${features.library ? this.#rest() : nothing}`;
  }

  #folders() {
    return this.shelf.groups.map(({key, name, count}) => this.#choice({folder: key, name}, 'folder', name, text.results(count), {key, name}));
  }

  /** @param {{key: string, name: string}} folder */
  #into(folder) {
    this.moved = true;
    this.shelf.into(folder);
  }

  /** What is not loaded of the folders: more of them, or why there are none. */
  #rest() {
    const {status, items, next} = this.shelf; // folders come first: with a file there are no more of them
    if (status === 'failed') return notice('wifi-off', text.pageFailed);
    return status === 'ready' && next !== null && items.length === 0
      ? html`<button class="button more" @click=${() => this.shelf.more()}>${text.more}</button>`
      : nothing;
  }

  /**
   * @param {Source|null} source
   * @param {string} symbol
   * @param {string} label
   * @param {string} [meta]
   * @param {{key: string, name: string}} [inside]  there may be folders in it
   */
  #choice(source, symbol, label, meta = '', inside) {
    return html`<div class="row">
      <button class="choice" role="radio" aria-checked=${isSame(source, this.#fallback)} @click=${() => command(this, 'fallback', {source})}>
        ${icon(symbol)}<span class="name" dir="auto">${label}</span><span class="meta">${meta}</span><span class="mark">${icon('check')}</span>
      </button>
      ${inside ? html`<button class="into" aria-label=${text.openFolder(label)} @click=${() => this.#into(inside)}>${icon('chevron-right')}</button>` : nothing}
    </div>`;
  }
}

/** @param {Source|null} source @param {Fallback|undefined} fallback */
function isSame(source, fallback) {
  if (!source || !fallback) return !source && !fallback;
  return source.list === fallback.list && source.folder === fallback.folder;
}

customElements.define('fallback-panel', FallbackPanel);
