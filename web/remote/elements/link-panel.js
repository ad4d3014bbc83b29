// One field that takes a link, several links, or a YouTube id, and says for each what became of it.

import {LitElement, css, html, nothing, live} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {LIMITS} from '../../shared/protocol.js';
import {addLinks} from '../add.js';
import {firstBatch, splitLinks} from '../model/links.js';
import {text} from '../strings.js';
import {busy} from '../styles.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Place, Result} from '../add.js' */

export class LinkPanel extends LitElement {
  static properties = {snapshot: {attribute: false}, value: {state: true}, sending: {state: true}, results: {state: true}, hint: {state: true}};

  static styles = [base, buttons, busy, css`
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
    ul {
      display: grid;
      gap: var(--s2);
    }
    li {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 var(--s2);
      align-items: center;
      padding: var(--s2) var(--s3);
      border-radius: var(--radius-s);
      background: var(--surface-raised);
      font-size: 0.9375rem;
      line-height: 1.35;
      overflow-wrap: anywhere;
    }
    li.refused {
      background: var(--danger-soft);
    }
    li .why {
      grid-column: 2;
    }
    .ok {
      color: var(--ok);
    }
    .bad {
      color: var(--danger);
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
      <ul aria-live="polite">${this.results.map(result)}</ul>`;
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

  /** @param {string} query */
  #search(query) {
    this.dispatchEvent(new CustomEvent('search-library', {bubbles: true, composed: true, detail: query}));
  }

  /** @param {Place} place */
  async #add(place) {
    const {links, rest} = splitLinks(this.value);
    const {now, later} = firstBatch(links);
    if (now.length === 0 || this.sending) return;
    this.sending = true;
    const kept = this.snapshot?.status === 'online' ? '' : text.kept;
    this.hint = kept;
    const results = await addLinks(this, now, place, () => this.snapshot);
    this.sending = false;
    this.results = results;
    const refused = results.filter(({ok}) => !ok).map(({url}) => url);
    this.value = [...refused, ...later, ...rest].join('\n');
    this.hint = later.length > 0 ? text.atMost(LIMITS.ADD_ITEMS) : '';
    if (!this.value) this.dispatchEvent(new CustomEvent('added', {bubbles: true, composed: true, detail: {count: now.length, place}}));
  }
}

/** @param {Result} outcome */
function result({url, ok, reason}) {
  return html`<li class=${ok ? '' : 'refused'}>
    <span class=${ok ? 'ok' : 'bad'}>${icon(ok ? 'check' : 'circle-alert')}</span><span>${url}</span>
    <span class="why">${ok ? text.added(1) : reason}</span>
  </li>`;
}

customElements.define('link-panel', LinkPanel);
