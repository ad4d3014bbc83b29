// The list beside the stage: everything that a phone can do with it, by mouse and by keys. What can be added stands in its
// place while somebody looks for it.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons, clamp} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {act, ask, command} from '../ask.js';
import {nextRepeat} from '../keys.js';
import './add-field.js';
import './list-rows.js';
import {plainButton} from './button-styles.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {State} from '../../shared/protocol.js' */
/** @import {Listener} from '../../shared/adding/adding.js' */
/** @import {Features} from '../../shared/features.js' */
/** @import {AddField} from './add-field.js' */
/** @import {FindPanel} from './find-panel.js' */
/** @import {ListRows} from './list-rows.js' */

/** What it adds with, and what there is to add from. @typedef {Listener & {session: string, features: Readonly<Features>}} PanelContext */

const words = desktop.list;

/** Long enough to see that it was the wrong one, and to reach the button. */
const NOTE_MS = 8000;

export class ListPanel extends LitElement {
  static properties = {
    snapshot: {attribute: false},
    context: {attribute: false},
    query: {state: true},
    browsing: {state: true},
    saved: {state: true},
    note: {state: true},
  };

  static styles = [
    base,
    buttons,
    plainButton,
    clamp,
    css`
      :host {
        --edge: clamp(0.75rem, 1.1vw, 2rem);
        display: flex;
        flex-direction: column;
        background: var(--surface);
        box-shadow: var(--shadow);
        font-size: var(--tv-small);
        animation: open var(--normal) var(--ease);
      }
      @keyframes open {
        from {
          opacity: 0;
          transform: translateX(1.5em);
        }
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        padding: calc(var(--edge) * 1.1) var(--edge) 0 calc(var(--edge) + 0.4em);
      }
      h2 {
        font-size: var(--tv-body);
        font-weight: 700;
        line-height: 1.2;
        flex: 1;
        min-width: 0;
      }
      /* Under the buttons: beside them there is no room for so many words in every language. */
      .summary {
        order: 1;
        flex: 0 0 100%;
        color: var(--text-dim);
        font-variant-numeric: tabular-nums;
      }
      .head .button {
        --target: max(44px, 2.3em);
      }
      .head .button[aria-pressed='true'] {
        background: var(--surface-press);
        color: var(--text);
      }
      add-field {
        padding: 0.7em var(--edge) 0.9em;
      }
      list-rows,
      find-panel,
      saved-panel {
        flex: 1;
        min-height: 0;
      }
      .empty {
        flex: 1;
        display: grid;
        align-content: center;
        justify-items: center;
        gap: 0.4em;
        padding: 0 2em 6em;
        text-align: center;
        color: var(--text-dim);
        text-wrap: balance;
      }
      .empty b {
        font-size: var(--tv-body);
        color: var(--text);
      }
      .note p {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.8em;
        margin: 0.5em var(--edge) 0;
        padding: 0.3em 0.3em 0.3em 1em;
        min-height: 3.2em;
        border-radius: var(--radius);
        background: var(--surface-raised);
        overflow-wrap: anywhere;
      }
      .note .button {
        flex: none;
        background: var(--surface-press);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3em 1.1em;
        padding: 0.8em calc(var(--edge) + 0.4em) var(--edge);
        font-size: max(0.8125rem, 0.82em);
        color: var(--text-dim);
      }
      kbd {
        margin-right: 0.35em;
        font: inherit;
        font-weight: 650;
        color: var(--text);
      }
      @media (hover: none) {
        footer {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Snapshot|null} */
    this.snapshot = null;
    /** @type {PanelContext|null} */
    this.context = null;
    /** Words that are looked for; empty: none. */
    this.query = '';
    /** The words in the field at this moment. */
    this.wanted = '';
    /** The library is looked through. */
    this.browsing = false;
    /** The saved lists are shown. */
    this.saved = false;
    /** @type {{text: string, undo: boolean}|null} */
    this.note = null;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
    this.addEventListener('note', (event) => this.#tell(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @returns {AddField|null} */
  get #field() {
    return this.renderRoot.querySelector('add-field');
  }

  /** @returns {FindPanel|null} */
  get #find() {
    return this.renderRoot.querySelector('find-panel');
  }

  /** @returns {ListRows|null} */
  get #rows() {
    return this.renderRoot.querySelector('list-rows');
  }

  firstUpdated() {
    this.#rows?.showCurrent();
  }

  /** Takes the keys: for typing, or to go through the rows. @param {boolean} adding @param {string} [typed]  so far */
  async take(adding, typed) {
    const rows = this.#rows;
    if (adding) return this.#field?.take(typed);
    await rows?.updateComplete;
    return rows?.focusRow(rows.start);
  }

  render() {
    const state = this.snapshot?.state;
    if (!state) return nothing;
    return html`
      ${this.#header(state)}
      <add-field .context=${this.context} .browsing=${this.browsing} @find=${this.#look} @browse=${this.#browse} @down=${this.#down}></add-field>
      ${this.#body(state)}
      <div class="note" role="status">${this.#note()}</div>
      <footer aria-hidden="true">${this.#keys.map(([key, does]) => html`<span><kbd>${key}</kbd>${does}</span>`)}</footer>
    `;
  }

  /** @param {State} state */
  #body(state) {
    if (this.saved) return html`<saved-panel .context=${this.context} .count=${state.items.length}></saved-panel>`;
    return this.#isFinding ? html`<find-panel .context=${this.context} .query=${this.query} @leave=${() => this.#field?.take()}></find-panel>` : this.#list(state);
  }

  get #isFinding() {
    return this.browsing || this.query !== '';
  }

  /** @param {State} state */
  #list(state) {
    if (state.items.length > 0) return html`<list-rows .state=${state}></list-rows>`;
    const {library = false, search = false} = this.context?.features ?? {};
    return html`<p class="empty"><b>${words.empty}</b><span>${library || search ? words.emptyFindHint : words.emptyHint}</span></p>`;
  }

  /** What the keys do here. @returns {[string, string][]} */
  get #keys() {
    const {keys} = words;
    if (this.saved) return [['⏎', keys.add], ['Esc', keys.back]];
    if (this.#isFinding) return [['↑ ↓', keys.choose], ['⏎', keys.add], ['⇧ ⏎', keys.next], ['Ctrl ⏎', keys.now], ['Esc', keys.back]];
    return [['↑ ↓', keys.choose], ['⏎', keys.play], ['Alt ↑ ↓', keys.move], ['Del', keys.remove]];
  }

  /** What is in the field takes the place of what was looked at before. @param {CustomEvent<{query: string, links: boolean}>} event */
  async #look({detail: {query, links}}) {
    this.wanted = query;
    if (query && !(await this.#load(() => import('./find-panel.js')))) return;
    if (this.wanted !== query) return; // somebody typed on meanwhile
    this.query = query;
    if (query || links) this.browsing = this.saved = false;
  }

  async #browse() {
    if (this.browsing) return this.#back();
    if (!(await this.#load(() => import('./find-panel.js')))) return undefined;
    this.browsing = true;
    this.saved = false;
    await this.updateComplete;
    return this.#find?.take();
  }

  async #showSaved() {
    if (this.saved) return this.#back();
    if (!(await this.#load(() => import('./saved-panel.js')))) return undefined;
    this.#field?.clear();
    this.browsing = false;
    this.saved = true;
    return undefined;
  }

  /** Loads a part of the panel. Where that fails it is tried again the next time. @param {() => Promise<unknown>} bring @returns {Promise<boolean>}  whether it is there */
  async #load(bring) {
    try {
      await bring();
      return true;
    } catch {
      this.#tell({text: desktop.refused.expired, undo: false});
      return false;
    }
  }

  /** The keys go from the field to what is below. */
  #down() {
    if (this.#isFinding) this.#find?.take();
    else this.take(false);
  }

  /** The list again. */
  async #back() {
    this.query = '';
    this.browsing = this.saved = false;
    this.#field?.clear();
    await this.updateComplete;
    return this.#rows ? this.take(false) : this.#field?.take();
  }

  /** @param {State} state */
  #header({items, shuffle, repeat}) {
    return html`<div class="head">
      <h2 class="one-line">${words.heading}</h2>
      <p class="summary">${words.summary(items.length)}</p>
      <button class="button plain icon-only" type="button" aria-label=${words.shuffle} title="${words.shuffle} (S)" aria-pressed=${shuffle} @click=${() => command(this, 'shuffle', {on: !shuffle})}>${icon('shuffle')}</button>
      <button class="button plain icon-only" type="button" aria-label=${words.repeat[repeat]} title="${words.repeat[repeat]} (R)" aria-pressed=${repeat !== 'none'} @click=${() => command(this, 'repeat', {mode: nextRepeat(repeat)})}>
        ${icon(repeat === 'one' ? 'repeat-1' : 'repeat')}
      </button>
      <button class="button plain icon-only" type="button" aria-label=${words.undo} title="${words.undo} (U)" @click=${() => ask(this, 'undo')}>${icon('undo-2')}</button>
      <button class="button plain icon-only" type="button" ?disabled=${items.length === 0} aria-label=${words.clear} title=${words.clear} @click=${this.#clear}>${icon('list-x')}</button>
      ${this.context?.features.lists ? html`<button class="button plain icon-only" type="button" aria-label=${words.saved} title=${words.saved} aria-pressed=${this.saved} @click=${this.#showSaved}>${icon('list-music')}</button>` : nothing}
      <button class="button plain icon-only" type="button" aria-label=${words.close} title="${words.close} (Q)" @click=${() => act(this, 'list')}>${icon('x')}</button>
    </div>`;
  }

  #note() {
    const {note} = this;
    if (!note) return nothing;
    return html`<p><span class="two-lines">${note.text}</span>${note.undo ? html`<button class="button" type="button" @click=${this.#undo}>${icon('undo-2', '1.1em')}${words.undo}</button>` : nothing}</p>`;
  }

  /** @param {{text: string, undo: boolean}} note */
  #tell(note) {
    this.note = note;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.note = null), NOTE_MS);
  }

  #undo() {
    this.note = null;
    ask(this, 'undo');
  }

  /** What plays goes on. */
  async #clear() {
    const {ok} = await ask(this, 'clear', {keep: 'current'});
    if (ok) this.#tell({text: words.cleared, undo: true});
  }

  /** Escape leaves what was looked for first, then the field; the next one closes the list. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    const typing = event.composedPath().some((target) => target === this.#field);
    const elsewhere = this.#isFinding || this.saved;
    if (!typing && !elsewhere) return;
    event.preventDefault();
    if (elsewhere) this.#back();
    else if (this.#rows) this.take(false);
    else act(this, 'list');
  }
}

customElements.define('list-panel', ListPanel);
