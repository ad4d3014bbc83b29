// A list file from the phone: chosen, read, and after a look at what it holds added as a whole.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {addItems, tellAdded} from '../add.js';
import {MAX_ENTRIES, MAX_FILE_BYTES, StreamFile, readList} from '../model/list-file.js';
import {partsOf} from '../model/parts.js';
import {text} from '../more-strings.js';
import {busy} from '../styles.js';
import {resultList, resultStyles} from './result-list.js';

/** @import {SheetContext} from './sheet-page.js' */
/** @import {Result} from '../add.js' */
/** @import {ListFile} from '../model/list-file.js' */

/** What the phone's chooser offers. Types are often unknown to it, so endings are named too. */
const ACCEPT = '.m3u,.m3u8,.xspf,.jspf,.json,.txt,audio/x-mpegurl,application/vnd.apple.mpegurl,application/xspf+xml,application/json,text/plain';

/** Titles that are shown of what a file holds: enough to recognise it. */
const SHOWN = 3;

/** Tells by `added` when all of it was taken; `undo` says whether that was one step. */
export class FilePanel extends LitElement {
  static properties = {
    context: {attribute: false}, name: {state: true}, list: {state: true}, words: {state: true}, sending: {state: true}, results: {state: true},
  };

  static styles = [base, buttons, busy, resultStyles, css`
    :host,
    .holds {
      display: grid;
      gap: var(--s3);
    }
    input {
      display: none;
    }
    .open {
      justify-self: start;
      padding-inline: var(--s3);
      background: none;
    }
    .holds {
      padding: var(--s4);
      border-radius: var(--radius);
      background: var(--surface-raised);
      overflow-wrap: anywhere;
    }
    .first {
      display: grid;
      gap: var(--s1);
      color: var(--text-dim);
      font-size: 0.9375rem;
    }
    .first li {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .words {
      color: var(--text-dim);
      font-size: 0.9375rem;
      line-height: 1.4;
    }
    .words:empty {
      display: none;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.name = '';
    /** @type {ListFile|null} */
    this.list = null;
    /** What went wrong, or how far it is. */
    this.words = '';
    this.sending = false;
    /** @type {Result[]} */
    this.results = [];
  }

  render() {
    return html`
      <input type="file" accept=${ACCEPT} aria-hidden="true" tabindex="-1" @change=${this.#chosen}>
      ${this.list ? this.#holds(this.list) : html`<button class="button open" @click=${this.#choose}>${icon('file-text')} ${text.openFile}</button>`}
      <p class="words" role="status">${this.words}</p>
      ${resultList(this.results)}`;
  }

  /** @param {ListFile} list */
  #holds({items, skipped, cut}) {
    return html`<div class="holds" aria-busy=${this.sending}>
      <strong>${text.fileHolds(this.name, items.length)}</strong>
      <ul class="first">${items.slice(0, SHOWN).map(({title, url}) => html`<li dir="auto">${title ?? url}</li>`)}${items.length > SHOWN ? html`<li aria-hidden="true">…</li>` : nothing}</ul>
      ${skipped > 0 ? html`<p class="words">${text.fileSkips(skipped)}</p>` : nothing}
      ${cut ? html`<p class="words">${text.fileCut(MAX_ENTRIES)}</p>` : nothing}
      <button class="button primary" ?disabled=${this.sending} @click=${this.#add}>${icon('plus')} ${text.addAll(items.length)}</button>
      <button class="button" ?disabled=${this.sending} @click=${this.#forget}>${text.cancel}</button>
    </div>`;
  }

  #choose() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input')).click();
  }

  #forget() {
    this.list = null;
    this.words = '';
  }

  /** @param {Event} event */
  async #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    this.results = [];
    if (file) await this.#read(file);
    input.value = ''; // the same file may be chosen again
  }

  /** @param {File} file */
  async #read(file) {
    this.#forget();
    this.name = file.name;
    if (file.size > MAX_FILE_BYTES) return void (this.words = text.fileTooLarge);
    try {
      const list = readList(await file.text());
      if (list.items.length > 0) this.list = list;
      else this.words = text.fileEmpty(file.name);
    } catch (error) {
      this.words = error instanceof StreamFile ? text.fileIsStream : text.fileUnreadable;
    }
  }

  async #add() {
    const items = this.list?.items ?? [];
    const {context} = this;
    if (this.sending || items.length === 0 || !context) return;
    this.sending = true;
    this.words = context.snapshot.status === 'online' ? text.progress(0, items.length) : text.kept;
    const results = await addItems(context, items, 'end', (done) => (this.words = text.progress(done, items.length)));
    this.sending = false;
    this.#forget();
    this.results = results;
    if (results.every(({ok}) => ok)) tellAdded(this, context, {count: items.length, place: 'end', undo: partsOf(items).length === 1});
  }
}

customElements.define('file-panel', FilePanel);
