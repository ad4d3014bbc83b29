// One field that takes a link, several links, or a YouTube id, and says for each what became of it. Beside it the way to
// add a list from a file.

import {LitElement, css, html, nothing, live} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {addItems} from '../add.js';
import {splitLinks} from '../../shared/model/links.js';
import {firstAdd, partsOf} from '../model/parts.js';
import {text} from '../more-strings.js';
import {busy} from '../styles.js';
import './file-panel.js';
import {resultList, resultStyles} from './result-list.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Place, Result} from '../add.js' */

export class LinkPanel extends LitElement {
  static properties = {snapshot: {attribute: false}, value: {}, sending: {state: true}, results: {state: true}, hint: {state: true}};

  static styles = [base, buttons, busy, resultStyles, css`
    :host {
      display: grid;
      gap: var(--s3);
    }
    .field {
      position: relative;
      display: flex;
    }
    textarea {
      flex: 1;
      min-width: 0;
      min-height: 3.5rem;
      max-height: 10rem;
      field-sizing: content;
      padding: var(--s4);
      border: 1.5px solid var(--control);
      border-radius: var(--radius);
      background: var(--bg);
      font-size: max(1rem, 16px);
      line-height: 1.4;
      resize: none;
      overflow-wrap: anywhere;
    }
    textarea::placeholder {
      color: var(--text-dim);
      opacity: 1;
    }
    .with-paste textarea {
      padding-inline-end: 6.5rem;
    }
    .paste {
      position: absolute;
      inset: 4px 4px auto auto;
      min-height: var(--target);
      padding: 0 var(--s4);
      border-radius: calc(var(--radius) - 4px);
    }
    /* Large text: the button goes below the field. */
    @media (max-width: 19rem) {
      .field {
        display: grid;
        gap: var(--s2);
      }
      .paste {
        position: static;
      }
      .with-paste textarea {
        padding-inline-end: var(--s4);
      }
      .places {
        grid-template-columns: 1fr;
      }
    }
    .help {
      color: var(--text-dim);
      font-size: 0.9375rem;
      line-height: 1.4;
      min-height: 1.4em;
    }
    .help button {
      min-height: var(--target);
      padding: 0 var(--s2);
      border: 0;
      background: none;
      color: var(--text);
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .places {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s2);
    }
    .places .primary {
      grid-column: 1 / -1;
      min-height: 3.5rem;
    }
    .places .button {
      padding-inline: var(--s2);
    }
    .places .button:disabled {
      opacity: 1;
      background: var(--surface-raised);
      color: var(--control);
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.value = '';
    this.sending = false;
    /** @type {Result[]} */
    this.results = [];
    this.hint = '';
  }

  /** @returns {HTMLTextAreaElement|null} */
  get field() {
    return this.renderRoot.querySelector('textarea');
  }

  async focus() {
    await this.updateComplete;
    this.field?.focus();
  }

  render() {
    const {links, rest} = splitLinks(this.value);
    const canPaste = Boolean(navigator.clipboard?.readText);
    const ready = links.length > 0 && !this.sending;
    return html`
      <div class="field ${canPaste && !this.value ? 'with-paste' : ''}">
        <textarea rows="1" aria-label=${text.linkLabel} aria-describedby="help" placeholder=${text.linkHint} inputmode="url" enterkeyhint="go" autocapitalize="off" autocomplete="off"
          spellcheck="false" .value=${live(this.value)} @input=${this.#typed} @keydown=${this.#key}></textarea>
        ${canPaste && !this.value ? html`<button class="button paste" @click=${this.#paste}>${icon('clipboard-paste', '1.125em')} ${text.paste}</button>` : nothing}
      </div>
      <p class="help" id="help" role="status">${this.#help(links, rest)}</p>
      <div class="places" aria-busy=${this.sending}>
        <button class="button primary" ?disabled=${!ready} @click=${() => this.#add('end')}>${icon('plus')} ${text.add}</button>
        <button class="button" ?disabled=${!ready} @click=${() => this.#add('next')}>${icon('list-start')} ${text.playNext}</button>
        <button class="button" ?disabled=${!ready} @click=${() => this.#add('now')}>${icon('play')} ${text.playNow}</button>
      </div>
      ${resultList(this.results)}
      <file-panel .snapshot=${this.snapshot}></file-panel>`;
  }

  /** @param {string[]} links @param {string[]} rest */
  #help(links, rest) {
    if (this.hint) return this.hint;
    if (rest.length > 0) {
      return html`${text.notALink(rest[0])} <button @click=${() => this.#search(rest[0])}>${text.searchInstead}</button>`;
    }
    return links.length > 1 ? text.linksFound(links.length) : text.linkHelp;
  }

  /** @param {Event} event */
  #typed(event) {
    this.value = /** @type {HTMLTextAreaElement} */ (event.target).value;
    this.hint = '';
  }

  /** Enter adds what is complete; a new line is for a keyboard's Shift. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    if (splitLinks(this.value).links.length === 0) return;
    event.preventDefault();
    this.#add('end');
  }

  async #paste() {
    try {
      this.value = await navigator.clipboard.readText();
    } catch {
      this.field?.focus(); // not allowed: the phone's own way to paste is one long press away
    }
  }

  /** @param {number} done @param {number} of */
  #progress(done, of) {
    if (done < of) this.hint = text.progress(done, of);
  }

  /** @param {string} query */
  #search(query) {
    this.dispatchEvent(new CustomEvent('search-library', {bubbles: true, composed: true, detail: query}));
  }

  /** @param {Place} place */
  async #add(place) {
    const {links, rest} = splitLinks(this.value);
    const all = links.map((url) => ({url}));
    const now = place === 'end' ? all : firstAdd(all);
    if (now.length === 0 || this.sending) return;
    this.sending = true;
    const kept = this.snapshot?.status === 'online' ? '' : text.kept;
    this.hint = kept;
    const results = await addItems(this, now, place, () => this.snapshot, (done) => this.#progress(done, now.length));
    this.sending = false;
    this.results = results;
    const refused = results.filter(({ok}) => !ok).map(({url}) => url);
    const later = links.slice(now.length);
    this.value = [...refused, ...later, ...rest].join('\n');
    this.hint = later.length > 0 ? text.atMost(now.length) : '';
    if (!this.value) this.dispatchEvent(new CustomEvent('added', {bubbles: true, composed: true, detail: {count: now.length, place, undo: partsOf(now).length === 1}}));
  }
}

customElements.define('link-panel', LinkPanel);
