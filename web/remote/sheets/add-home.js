// Where adding begins: one field that takes a link, several links, an id, or words. What is in it decides what is below:
// other ways to add, what a link leads to, or what was found.

import {LitElement, html, nothing, live} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {wanting} from '../../shared/adding/preview.js';
import {splitLinks} from '../../shared/model/links.js';
import {addItems, tellAdded} from '../add.js';
import {firstAdd, partsOf} from '../../shared/model/parts.js';
import {text} from '../more-strings.js';
import {busy} from '../styles.js';
import {fieldStyles} from './add-home-styles.js';
import {SOURCES} from './add-sources.js';
import './find-results.js';
import './link-preview.js';
import './newest-shelf.js';
import {placeButtons, placeStyles} from './places.js';
import {resultList, resultStyles} from './result-list.js';
import {offeredPages} from './sheet-page.js';

/** @import {Result} from '../add.js' */
/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {SheetContext} from './sheet-page.js' */

/** Links that are looked at before they are added: more would fill the screen, and nobody compares them. */
const MAX_PREVIEWS = 4;

export class AddHome extends LitElement {
  static properties = {
    context: {attribute: false}, value: {}, sending: {state: true}, results: {state: true}, hint: {state: true}, whole: {state: true},
  };

  static styles = [base, buttons, busy, resultStyles, placeStyles, fieldStyles];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.value = '';
    this.sending = false;
    /** @type {Result[]} */
    this.results = [];
    this.hint = '';
    /** The lists to add in place of links in them, by link. @type {ReadonlyMap<string, string>} */
    this.whole = new Map();
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
    const {context} = this;
    if (!context) return nothing;
    const {links, rest} = splitLinks(this.value);
    const words = links.length === 0 ? rest.join(' ') : '';
    return html`
      ${this.#field(words)}
      <p class="help" id="help" role="status">${this.#help(links, rest)}</p>
      ${links.length > 0 ? this.#links(links) : nothing}
      ${resultList(this.results)}
      ${words ? html`<find-results .context=${context} .query=${words}></find-results>` : nothing}
      ${this.value.trim() ? nothing : this.#sources(context)}`;
  }

  /** @param {string} words  what is searched for */
  #field(words) {
    const {features} = /** @type {SheetContext} */ (this.context);
    const finds = features.library || features.search;
    const canPaste = Boolean(navigator.clipboard?.readText);
    return html`<div class="field ${canPaste && !this.value ? 'with-paste' : ''}">
      <textarea rows="1" aria-label=${finds ? text.findLabel : text.linkLabel} aria-describedby="help" placeholder=${finds ? text.findHint : text.linkHint} enterkeyhint=${words ? 'search' : 'go'}
        autocapitalize="off" autocomplete="off" spellcheck="false" .value=${live(this.value)} @input=${this.#typed} @keydown=${this.#key}></textarea>
      ${this.#beside(canPaste)}
    </div>`;
  }

  /** @param {boolean} canPaste */
  #beside(canPaste) {
    if (this.value) return html`<button class="button icon-only clear" aria-label=${text.clearField} title=${text.clearField} @click=${this.#clear}>${icon('x')}</button>`;
    return canPaste ? html`<button class="button paste" @click=${this.#paste}>${icon('clipboard-paste', '1.125em')} ${text.paste}</button>` : nothing;
  }

  /** @param {string[]} links @param {string[]} rest */
  #help(links, rest) {
    if (this.hint) return this.hint;
    if (links.length > 0 && rest.length > 0) return text.notALink(rest[0]);
    return links.length > 1 ? text.linksFound(links.length) : '';
  }

  /** @param {string[]} links */
  #links(links) {
    const {context} = this;
    return html`
      <div class="previews">${links.slice(0, MAX_PREVIEWS).map((link) => html`
        <link-preview .session=${context?.session ?? ''} .link=${link} .whole=${this.whole.has(link)} @whole-list=${(/** @type {CustomEvent<string>} */ {detail}) => (this.whole = wanting(this.whole, link, detail))}></link-preview>`)}</div>
      <div class="places" aria-busy=${this.sending}>
        ${placeButtons((place) => this.#add(place), {primary: true, disabled: this.sending})}
      </div>`;
  }

  /** @param {SheetContext} context */
  #sources(context) {
    return html`<nav class="sources" aria-label=${text.sourcesLabel}>${offeredPages(SOURCES, context).map(({name, icon: symbol, label}) => html`
      <button class="source" @click=${() => this.#open(name)}><span class="disc">${icon(symbol, '1.5rem')}</span><span>${label()}</span></button>`)}</nav>
      <p class="about">${context.features.library || context.features.search ? text.findHelp : text.linkHelp}</p>
      ${context.features.library ? html`<newest-shelf .context=${context}></newest-shelf>` : nothing}`;
  }

  /** @param {string} name */
  #open(name) {
    this.dispatchEvent(new CustomEvent('open-page', {bubbles: true, composed: true, detail: {name}}));
  }

  /** @param {Event} event */
  #typed(event) {
    this.#take(/** @type {HTMLTextAreaElement} */ (event.target).value);
  }

  /** @param {string} value */
  #take(value) {
    this.value = value;
    this.hint = '';
    this.results = [];
  }

  #clear() {
    this.#take('');
    this.focus();
  }

  /** Enter adds links; with words it puts the keyboard away, as what they find is below. A new line is for Shift. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !this.value.trim()) return;
    event.preventDefault();
    if (splitLinks(this.value).links.length > 0) this.#add('end');
    else if (matchMedia('(pointer: coarse)').matches) this.field?.blur();
  }

  async #paste() {
    try {
      this.#take(await navigator.clipboard.readText());
    } catch {
      this.field?.focus(); // not allowed: the phone's own way to paste is one long press away
    }
  }

  /** @param {number} done @param {number} of */
  #progress(done, of) {
    if (done < of) this.hint = text.progress(done, of);
  }

  /** @param {Place} place */
  async #add(place) {
    const {context} = this;
    const {links, rest} = splitLinks(this.value);
    const all = links.map((link) => ({url: this.whole.get(link) ?? link}));
    const now = place === 'end' ? all : firstAdd(all);
    if (now.length === 0 || this.sending || !context) return;
    this.sending = true;
    this.hint = context.snapshot.status === 'online' ? '' : text.kept;
    const results = await addItems(context, now, place, (done) => this.#progress(done, now.length));
    this.sending = false;
    this.results = results;
    const refused = links.slice(0, now.length).filter((_, i) => !results[i].ok);
    const later = links.slice(now.length);
    this.value = [...refused, ...later, ...rest].join('\n');
    this.hint = later.length > 0 ? text.atMost(now.length) : '';
    if (!this.value) tellAdded(this, context, {count: now.length, place, undo: partsOf(now).length === 1});
  }
}

customElements.define('add-home', AddHome);
