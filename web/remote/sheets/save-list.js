// Keeps what is in the list now under a name. What is there already is replaced only after asking.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {listRefusal, text} from '../list-strings.js';
import {ListRefused, MAX_LIST_NAME, saveList} from '../../shared/adding/lists.js';
import {busy} from '../styles.js';

/** @import {SheetContext} from './sheet-page.js' */

/** Tells by `list-saved` that there is something new to see. */
export class SaveList extends LitElement {
  static properties = {context: {attribute: false}, name: {state: true}, exists: {state: true}, working: {state: true}, words: {state: true}};

  static styles = [base, buttons, busy, css`
    :host,
    form {
      display: grid;
      gap: var(--s2);
    }
    form {
      grid-template-columns: 1fr auto;
    }
    input {
      min-width: 0;
      height: 3.25rem;
      padding: 0 var(--s4);
      border: 1.5px solid var(--control);
      border-radius: var(--radius);
      background: var(--bg);
      font-size: max(1rem, 16px);
    }
    input::placeholder {
      color: var(--text-dim);
      opacity: 1;
    }
    .ask {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s2);
    }
    p {
      color: var(--text-dim);
      font-size: var(--t-small);
      line-height: 1.35;
    }
    p:empty {
      display: none;
    }
    @media (max-width: 17rem) {
      form,
      .ask {
        grid-template-columns: 1fr;
      }
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.name = '';
    /** There is a list of this name: shall it go? */
    this.exists = false;
    this.working = false;
    this.words = '';
  }

  render() {
    return html`
      <form aria-busy=${this.working} @submit=${this.#submit}>
        <input aria-label=${text.listName} placeholder=${text.listName} maxlength=${MAX_LIST_NAME} autocomplete="off" enterkeyhint="done" .value=${this.name} @input=${this.#typed}>
        <button class="button" ?disabled=${this.name.trim() === ''}>${text.save}</button>
      </form>
      <p role="status">${this.words}</p>
      ${this.exists ? html`<div class="ask">
        <button class="button" @click=${this.#leave}>${text.cancel}</button>
        <button class="button primary" @click=${() => this.#save(true)}>${text.overwrite}</button>
      </div>` : nothing}`;
  }

  /** @param {Event} event */
  #typed(event) {
    this.name = /** @type {HTMLInputElement} */ (event.target).value;
    this.#leave();
  }

  #leave() {
    this.exists = false;
    this.words = '';
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#save(false);
  }

  /** @param {boolean} replace */
  async #save(replace) {
    const name = this.name.trim();
    if (this.working || !name || !this.context) return;
    this.working = true;
    this.exists = false;
    try {
      const saved = await saveList(name, this.context.session, replace);
      this.name = '';
      this.words = text.savedAs(saved.name, saved.items);
      this.dispatchEvent(new CustomEvent('list-saved', {bubbles: true, composed: true}));
    } catch (error) {
      this.exists = error instanceof ListRefused && error.code === 'stale';
      this.words = this.exists ? text.listExists(name) : listRefusal(error);
    }
    this.working = false;
  }
}

customElements.define('save-list', SaveList);
