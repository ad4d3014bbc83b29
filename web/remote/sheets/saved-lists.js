// The lists that this server keeps by name: to add, to put in the place of what is there, to take along, to remove.

import {LitElement, css, html, nothing, repeat} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {tellAdded} from '../add.js';
import {listRefusal, text} from '../list-strings.js';
import {fileOfSaved, importSaved, removeList} from '../../shared/adding/lists.js';
import {SavedShelf} from '../../shared/adding/saved-shelf.js';
import {whenText} from '../../shared/model/when.js';
import {spanText} from '../strings.js';
import {busy, clamp, iconButton} from '../styles.js';
import {takeList} from '../../shared/adding/take-list.js';
import {listFileStyles, listFiles} from './list-files.js';
import {notice, noticeStyles} from './notice.js';
import {rowFace, rowWords} from './row-styles.js';

/** @import {Saved} from '../../shared/adding/lists.js' */
/** @import {SheetContext} from './sheet-page.js' */

/** `load()` looks again. */
export class SavedLists extends LitElement {
  static properties = {
    context: {attribute: false}, open: {state: true}, asking: {state: true}, working: {state: true}, words: {state: true},
  };

  static styles = [base, buttons, busy, clamp, iconButton, noticeStyles, listFileStyles, rowWords, rowFace, css`
    :host {
      display: block;
    }
    .what {
      display: grid;
      align-content: center;
      gap: 2px;
      padding-inline-end: var(--s2);
    }
    .title {
      overflow-wrap: anywhere;
    }
    .ask,
    .words {
      outline: none;
      color: var(--text-dim);
      font-size: var(--t-small);
      line-height: 1.35;
    }
    .words:empty {
      display: none;
    }
    .ways {
      display: grid;
      gap: var(--s2);
      padding-bottom: var(--s4);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    .acts .button {
      flex: 1 0 auto;
      padding-inline: var(--s3);
      font-size: 0.9375rem;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.shelf = new SavedShelf(() => this.requestUpdate());
    /** Name of the list that shows all ways. */
    this.open = '';
    /** Name of the list that somebody wants removed. */
    this.asking = '';
    /** Name of the list with which something is under way. */
    this.working = '';
    this.words = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.shelf.stop();
  }

  /** What had the focus gives way to a question, or to its answer. @param {Map<string, unknown>} changes */
  updated(changes) {
    if (!changes.has('asking') || changes.get('asking') === undefined || this.matches(':focus-within')) return;
    /** @type {HTMLElement|null} */ (this.renderRoot.querySelector('.acts button') ?? this.renderRoot.querySelector('.words'))?.focus();
  }

  async load() {
    await this.shelf.load();
  }

  render() {
    const {status, lists, isEmpty} = this.shelf;
    if (status === 'failed') return html`${notice('circle-alert', text.listsFailed)}<button class="button" @click=${this.load}>${text.tryAgain}</button>`;
    return html`<p class="words" role="status" tabindex="-1">${this.words || (isEmpty ? text.noLists : '')}</p>
      ${isEmpty ? nothing : html`<ul aria-label=${text.savedLists} aria-busy=${status === 'loading'}>${repeat(lists, ({name}) => name, (list) => this.#row(list))}</ul>`}`;
  }

  /** @param {Saved} list */
  #row({name, items, duration, saved}) {
    const length = duration ? spanText(Math.max(1, Math.round(duration / 60_000))) : '';
    const meta = [text.items(items), length, whenText(saved, Date.now(), navigator.language)].filter(Boolean).join(' · ');
    return html`<li aria-busy=${this.working === name}>
      <div class="face">
        <button class="what" aria-expanded=${this.open === name} @click=${() => this.#toggle(name)}>
          <span class="title two-lines" dir="auto">${name}</span><span class="meta">${meta}</span>
        </button>
        <button class="icon-button plus" aria-label=${text.addThis(name)} title=${text.add} @click=${() => this.#take(name, 'append')}>${icon('plus')}</button>
      </div>
      ${this.open === name ? this.#ways(name) : nothing}
    </li>`;
  }

  /** @param {string} name */
  #ways(name) {
    if (this.asking === name) {
      return html`<div class="ways" role="group" aria-label=${text.removeAsk(name)}>
        <p class="ask">${text.removeAsk(name)}</p>
        <div class="acts">
          <button class="button" @click=${() => (this.asking = '')}>${text.cancel}</button>
          <button class="button primary" @click=${() => this.#remove(name)}>${icon('trash-2')} ${text.removeYes}</button>
        </div>
      </div>`;
    }
    return html`<div class="ways" role="group" aria-label=${text.actionsFor(name)}>
      <div class="acts">
        <button class="button" @click=${() => this.#take(name, 'append')}>${icon('plus')} ${text.add}</button>
        <button class="button" @click=${() => this.#take(name, 'replace')}>${icon('repeat')} ${text.replaceList}</button>
        <button class="button" @click=${() => (this.asking = name)}>${icon('trash-2')} ${text.removeYes}</button>
      </div>
      ${listFiles((format) => fileOfSaved(name, format), name)}
    </div>`;
  }

  /** @param {string} name */
  #toggle(name) {
    this.open = this.open === name ? '' : name;
    this.asking = '';
  }

  /** @param {string} name @param {'append'|'replace'} mode */
  async #take(name, mode) {
    const {context} = this;
    if (!context) return;
    await this.#work(name, async () => {
      const {items, skippedTotal = 0} = await takeList(context, mode, (how) => importSaved(context.session, name, how));
      tellAdded(this, context, {count: items, place: 'end', undo: true, note: skippedTotal > 0 ? text.fileSkips(skippedTotal) : ''});
    });
  }

  /** @param {string} name */
  async #remove(name) {
    await this.#work(name, async () => {
      await removeList(name);
      this.asking = '';
      this.open = '';
      this.words = text.removedList(name);
    });
    await this.load();
  }

  /** @param {string} name @param {() => Promise<void>} act */
  async #work(name, act) {
    if (this.working) return;
    this.working = name;
    this.words = '';
    try {
      await act();
    } catch (error) {
      this.words = listRefusal(error);
    }
    this.working = '';
  }
}

customElements.define('saved-lists', SavedLists);
