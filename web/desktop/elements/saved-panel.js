// The lists that this server keeps by name, in place of the list: to add, to put in its place, and to keep what is in it now.

import {LitElement, css, html, nothing, repeat} from '../../vendor/lit.js';
import {base, busy, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {ListRefused, MAX_LIST_NAME, importSaved, refusalOf, saveList} from '../../shared/adding/lists.js';
import {SavedShelf} from '../../shared/adding/saved-shelf.js';
import {whenText} from '../../shared/model/when.js';
import {adding} from '../../shared/strings/adding.js';
import {desktop} from '../../shared/strings/desktop.js';
import {lists as words} from '../../shared/strings/lists.js';
import {takeList} from '../../shared/adding/take-list.js';
import {refusalText} from '../refusal.js';
import {fieldStyles} from './add-field-styles.js';
import {findStyles} from './find-styles.js';
import {faceStyles} from './list-styles.js';

/** @import {Saved} from '../../shared/adding/lists.js' */
/** @import {PanelContext} from './list-panel.js' */

/** Tells by `note` what was taken. */
export class SavedPanel extends LitElement {
  static properties = {
    context: {attribute: false}, count: {type: Number}, name: {state: true}, exists: {state: true}, working: {state: true}, said: {state: true},
  };

  static styles = [base, buttons, busy, fieldStyles, faceStyles, findStyles, css`
    :host {
      gap: 0;
    }
    form {
      padding: 0 var(--edge) 0.5em;
    }
    .said {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 0.8em;
      padding: 0 calc(var(--edge) + 0.4em) 0.5em;
      color: var(--text-dim);
    }
    .said .button {
      flex: none;
    }
    .said:not(:has(span, button)) {
      padding: 0;
    }
    .main {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-left: 0.8em;
    }
  `];

  constructor() {
    super();
    /** @type {PanelContext|null} */
    this.context = null;
    /** Items that are in the list now. */
    this.count = 0;
    this.shelf = new SavedShelf(() => this.requestUpdate());
    /** What the list is to be called. */
    this.name = '';
    /** There is a list of this name: shall it go? */
    this.exists = false;
    this.working = false;
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.shelf.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.shelf.stop();
  }

  render() {
    return html`
      <form class="field" @submit=${this.#submit}>
        <input type="text" autocomplete="off" maxlength=${MAX_LIST_NAME} aria-label=${words.listName} placeholder=${words.listName} .value=${this.name} @input=${this.#typed}>
        <button class="button" ?disabled=${this.name.trim() === '' || this.count === 0 || this.working}>${desktop.list.save}</button>
      </form>
      <div class="said" role="status">${this.said ? html`<span>${this.said}</span>` : nothing}
        ${this.exists ? html`<button class="button" type="button" @click=${() => this.#save(true)}>${words.overwrite}</button>` : nothing}</div>
      <div class="scroller" tabindex="-1">${this.#rows()}</div>`;
  }

  #rows() {
    const {status, lists, isEmpty} = this.shelf;
    if (status === 'failed') return html`<div class="notice" role="status">${icon('circle-alert', '2em')}<b>${words.listsFailed}</b></div><button class="button more" type="button" @click=${() => this.shelf.load()}>${adding.tryAgain}</button>`;
    if (isEmpty) return html`<div class="notice">${icon('list-music', '2em')}<span>${words.noLists}</span></div>`;
    return html`<ul aria-label=${words.savedLists} aria-busy=${status === 'loading' || this.working}>${repeat(lists, ({name}) => name, (list) => this.#row(list))}</ul>`;
  }

  /** @param {Saved} list */
  #row({name, items, saved}) {
    const meta = [desktop.list.summary(items), whenText(saved, Date.now(), navigator.language)].join(' · ');
    return html`<li>
      <button class="main" type="button" aria-label="${adding.addThis(name)}, ${meta}" @click=${() => this.#take(name, 'append')}>
        <span class="about"><span class="title" dir="auto">${name}</span><span class="meta">${meta}</span></span>
        <span class="sign">${icon('plus', '1.1em')}</span>
      </button>
      <span class="tools">
        <button class="tool" type="button" aria-label="${words.replaceList}: ${name}" title=${words.replaceList} @click=${() => this.#take(name, 'replace')}>${icon('refresh-cw')}</button>
        <button class="tool" type="button" tabindex="-1" aria-hidden="true" title=${adding.add} @click=${() => this.#take(name, 'append')}>${icon('plus')}</button>
      </span>
    </li>`;
  }

  /** @param {Event} event */
  #typed(event) {
    this.name = /** @type {HTMLInputElement} */ (event.target).value;
    this.exists = false;
    this.said = '';
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#save(false);
  }

  /** @param {boolean} replace */
  async #save(replace) {
    const name = this.name.trim();
    const {context} = this;
    if (!context || !name || this.count === 0) return;
    this.exists = false;
    await this.#work(async () => {
      const saved = await saveList(name, context.session, replace);
      this.name = '';
      this.said = words.savedAs(saved.name, saved.items);
      await this.shelf.load();
    }, name);
  }

  /** @param {string} name @param {'append'|'replace'} mode */
  async #take(name, mode) {
    const {context} = this;
    if (!context) return;
    await this.#work(async () => {
      const {items, skippedTotal = 0} = await takeList(context, mode, (how) => importSaved(context.session, name, how));
      this.dispatchEvent(new CustomEvent('note', {bubbles: true, composed: true, detail: {text: [desktop.list.added(items), skippedTotal > 0 ? words.fileSkips(skippedTotal) : ''].filter(Boolean).join('. '), undo: true}}));
    });
  }

  /** @param {() => Promise<void>} act @param {string} [saving]  the name under which something is kept */
  async #work(act, saving) {
    if (this.working) return;
    this.working = true;
    this.said = '';
    try {
      await act();
    } catch (error) {
      this.exists = saving !== undefined && error instanceof ListRefused && error.code === 'stale';
      this.said = this.exists ? words.listExists(saving ?? '') : refusalOf(error, words, refusalText);
    }
    this.working = false;
  }
}

customElements.define('saved-panel', SavedPanel);
