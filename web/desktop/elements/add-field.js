// The field to add with: a link, several links, or words. What is in it decides what is below: what a link leads to with
// the ways to add it, or, elsewhere in the panel, what the words find.

import {LitElement, html, live, nothing} from '../../vendor/lit.js';
import {addItems} from '../../shared/adding/adding.js';
import {wanting} from '../../shared/adding/preview.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {splitLinks} from '../../shared/model/links.js';
import {firstAdd} from '../../shared/model/parts.js';
import {adding} from '../../shared/strings/adding.js';
import {desktop} from '../../shared/strings/desktop.js';
import {sentences} from '../refusal.js';
import {fieldStyles} from './add-field-styles.js';

/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {PanelContext} from './list-panel.js' */

const words = desktop.list;

/** Links that are looked at before they are added: more would push the list away, and nobody compares them. */
const MAX_CARDS = 3;

/**
 * Tells by `find` what words are looked for, and whether there are links instead; by `browse` that the library is wanted or
 * no longer; by `down` that the keys go on.
 */
export class AddField extends LitElement {
  static properties = {
    context: {attribute: false},
    browsing: {type: Boolean},
    text: {state: true},
    busy: {state: true},
    refusals: {state: true},
    done: {state: true},
    whole: {state: true},
  };

  static styles = [base, buttons, fieldStyles];

  constructor() {
    super();
    /** @type {PanelContext|null} */
    this.context = null;
    /** The library is shown below. */
    this.browsing = false;
    this.text = '';
    this.busy = false;
    /** Sentences. @type {string[]} */
    this.refusals = [];
    this.done = '';
    /** The lists to add in place of links in them, by link. @type {ReadonlyMap<string, string>} */
    this.whole = new Map();
  }

  /** The caret comes here. @param {string} [typed]  what was typed before there was a field */
  take(typed = '') {
    this.renderRoot.querySelector('input')?.focus();
    if (typed) this.#put(this.text + typed);
  }

  clear() {
    this.#put('');
  }

  get #finds() {
    const {library = false, search = false} = this.context?.features ?? {};
    return library || search;
  }

  render() {
    const {links} = splitLinks(this.text);
    return html`
      <div class="field">
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.#finds ? adding.findLabel : words.link}
          aria-describedby="result"
          placeholder=${this.#finds ? adding.findHint : words.linkHint}
          .value=${live(this.text)}
          @input=${this.#typed}
          @keydown=${this.#key}
        />
        ${this.#beside()}
      </div>
      ${links.length > 0 ? this.#links(links) : nothing}
      <div class="result" id="result" role="status">
        ${this.done ? html`<p class="done">${this.done}</p>` : nothing}
        ${this.refusals.map((text) => html`<p class="refused">${icon('circle-alert', '1.1em')}<span>${text}</span></p>`)}
      </div>
    `;
  }

  #beside() {
    if (this.text) return html`<button class="button icon-only" type="button" aria-label=${adding.clearField} title=${adding.clearField} @click=${this.#emptied}>${icon('x')}</button>`;
    if (this.browsing) return html`<button class="button icon-only" type="button" aria-label=${words.back} title="${words.back} (Esc)" @click=${this.#browse}>${icon('x')}</button>`;
    if (!this.context?.features.library) return nothing;
    return html`<button class="button" type="button" @click=${this.#browse}>${icon('library', '1.1em')}${desktop.source.library}</button>`;
  }

  /** @param {string[]} links */
  #links(links) {
    return html`
      ${links.slice(0, MAX_CARDS).map((link) => html`<link-card .session=${this.context?.session ?? ''} .link=${link} .whole=${this.whole.has(link)}
        @whole-list=${(/** @type {CustomEvent<string>} */ {detail}) => (this.whole = wanting(this.whole, link, detail))}></link-card>`)}
      ${links.length > MAX_CARDS ? html`<p class="done">${adding.linksFound(links.length)}</p>` : nothing}
      <div class="places" aria-busy=${this.busy}>
        <button class="button primary" type="button" ?disabled=${this.busy} title="${words.add} (⏎)" @click=${() => this.#add('end')}>${icon('plus', '1.1em')}${words.add}</button>
        <button class="button icon-only" type="button" ?disabled=${this.busy} aria-label=${words.addNext} title="${words.addNext} (⇧⏎)" @click=${() => this.#add('next')}>${icon('list-start')}</button>
        <button class="button icon-only" type="button" ?disabled=${this.busy} aria-label=${words.playNow} title="${words.playNow} (Ctrl ⏎)" @click=${() => this.#add('now')}>${icon('play')}</button>
      </div>`;
  }

  #browse() {
    this.dispatchEvent(new CustomEvent('browse'));
  }

  #emptied() {
    this.#put('');
    this.take();
  }

  /** @param {Event} event */
  #typed(event) {
    this.#put(/** @type {HTMLInputElement} */ (event.target).value);
  }

  /** @param {string} text */
  #put(text) {
    this.text = text;
    this.refusals = [];
    this.done = '';
    this.#look();
  }

  /** What the server offers may be known only after somebody began to type. @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.has('context') && this.text) this.#look();
  }

  #look() {
    const {links, rest} = splitLinks(this.text);
    if (links.length > 0) import('./link-card.js').catch(() => {}); // it can be added without a look, too
    const query = links.length === 0 && this.#finds ? rest.join(' ') : '';
    this.dispatchEvent(new CustomEvent('find', {detail: {query, links: links.length > 0}}));
  }

  /** Enter adds links, and goes to what words found; so does the arrow. @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.key === 'ArrowDown' || !this.text.trim()) return this.#down();
    if (this.#finds && splitLinks(this.text).links.length === 0) return this.#down();
    this.#add(event.shiftKey ? 'next' : event.ctrlKey || event.metaKey ? 'now' : 'end');
  }

  #down() {
    this.dispatchEvent(new CustomEvent('down'));
  }

  /** Without a link in it the server says what is wrong with the text. @param {Place} place */
  async #add(place) {
    const {context} = this;
    const {links} = splitLinks(this.text);
    const asked = links.length > 0 ? links : [this.text.trim()];
    const all = asked.map((link) => ({url: this.whole.get(link) ?? link}));
    const now = place === 'end' ? all : firstAdd(all);
    if (this.busy || !context) return;
    this.busy = true;
    const settled = await addItems(context, now, place);
    this.busy = false;
    const refused = settled.flatMap(({url, error}) => (error ? [{url, error}] : []));
    this.#put([...asked.filter((_, i) => settled[i]?.error), ...asked.slice(now.length)].join(' '));
    this.done = refused.length < settled.length ? words.added(settled.length - refused.length) : '';
    this.refusals = sentences(refused);
    this.take();
  }
}

customElements.define('add-field', AddField);
