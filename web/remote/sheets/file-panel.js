// A list file from the phone: chosen, read by the server, and after a look at what it holds taken in as a whole.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {reasonText} from '../../shared/i18n.js';
import {tellAdded} from '../add.js';
import {listRefusal, text} from '../list-strings.js';
import {MAX_FILE_BYTES, importFile, previewFile} from '../../shared/adding/lists.js';
import {busy} from '../styles.js';
import {takeList} from '../../shared/adding/take-list.js';

/** @import {SheetContext} from './sheet-page.js' */
/** @import {Preview, Skipped} from '../../shared/adding/lists.js' */

/** What the phone's chooser offers. Types are often unknown to it, so endings are named too. */
const ACCEPT = '.m3u,.m3u8,.pls,.xspf,.jspf,.json,.txt,audio/x-mpegurl,audio/x-scpls,application/vnd.apple.mpegurl,application/xspf+xml,application/json,text/plain';

/** Titles that are shown of what a file holds: enough to recognise it. */
const SHOWN = 5;

/** Tells by `added` when it was taken. */
export class FilePanel extends LitElement {
  static properties = {
    context: {attribute: false}, file: {state: true}, list: {state: true}, words: {state: true}, working: {state: true},
  };

  static styles = [base, buttons, busy, css`
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
    }
    .holds {
      padding: var(--s4);
      border-radius: var(--radius);
      background: var(--surface-raised);
      overflow-wrap: anywhere;
    }
    .holds .button:not(.primary) {
      background: var(--surface-press);
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
    summary {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: var(--target);
      cursor: pointer;
    }
    details[open] .icon {
      rotate: 180deg;
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
    /** @type {File|null} */
    this.file = null;
    /** @type {Preview|null} */
    this.list = null;
    /** What went wrong, or what happens. */
    this.words = '';
    this.working = false;
  }

  render() {
    const {file, list} = this;
    return html`
      <input type="file" accept=${ACCEPT} aria-hidden="true" tabindex="-1" @change=${this.#chosen}>
      ${file && list ? this.#holds(file, list) : html`<button class="button open" aria-busy=${this.working} @click=${this.#choose}>${icon('file-text')} ${text.openFile}</button>`}
      <p class="words" role="status">${this.words}</p>`;
  }

  /** @param {File} file @param {Preview} list */
  #holds(file, {items, skipped, skippedTotal = 0, title}) {
    const more = items.length - SHOWN;
    return html`<div class="holds" aria-busy=${this.working}>
      <strong dir="auto">${text.fileHolds(title || file.name, items.length)}</strong>
      <ul class="first">${items.slice(0, SHOWN).map((item) => html`<li dir="auto">${item.title || item.url}</li>`)}${more > 0 ? html`<li>${text.andMore(more)}</li>` : nothing}</ul>
      ${skippedTotal > 0 ? leftOut(skipped, skippedTotal) : nothing}
      <button class="button primary" ?disabled=${this.working} @click=${() => this.#take('append')}>${icon('plus')} ${text.addAll(items.length)}</button>
      ${this.#inTheWay ? html`<button class="button" ?disabled=${this.working} @click=${() => this.#take('replace')}>${icon('repeat')} ${text.replaceList}</button>` : nothing}
      <button class="button" ?disabled=${this.working} @click=${this.#forget}>${text.cancel}</button>
    </div>`;
  }

  get #inTheWay() {
    return (this.context?.snapshot.state?.items.length ?? 0) > 0;
  }

  #choose() {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input')).click();
  }

  #forget() {
    this.file = null;
    this.list = null;
    this.words = '';
  }

  /** @param {Event} event */
  async #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    if (file) await this.#read(file);
    input.value = ''; // the same file may be chosen again
  }

  /** @param {File} file */
  async #read(file) {
    this.#forget();
    const session = this.context?.session;
    if (file.size > MAX_FILE_BYTES || !session) return void (this.words = text.fileTooLarge);
    this.working = true;
    try {
      const list = await previewFile(session, file);
      if (list.items.length > 0) [this.file, this.list] = [file, list];
      else this.words = text.fileEmpty(file.name);
    } catch (error) {
      this.words = listRefusal(error);
    }
    this.working = false;
  }

  /** @param {'append'|'replace'} mode */
  async #take(mode) {
    const {context, file} = this;
    if (this.working || !context || !file) return;
    this.working = true;
    this.words = '';
    try {
      const {items, skippedTotal = 0} = await takeList(context, mode, (how) => importFile(context.session, file, how));
      this.#forget();
      tellAdded(this, context, {count: items, place: 'end', undo: true, note: skippedTotal > 0 ? text.fileSkips(skippedTotal) : ''});
    } catch (error) {
      this.words = listRefusal(error);
    }
    this.working = false;
  }
}

/** @param {Skipped} entry */
const leftOutText = ({text: name, why}) => (name ? `${name}: ${reasonText(why)}` : reasonText(why));

/** @param {Skipped[]} skipped @param {number} total */
function leftOut(skipped, total) {
  return html`<details class="words"><summary>${text.fileSkips(total)} ${icon('chevron-down')}</summary>
    <ul class="first">${skipped.map((entry) => html`<li dir="auto">${leftOutText(entry)}</li>`)}</ul></details>`;
}

customElements.define('file-panel', FilePanel);
