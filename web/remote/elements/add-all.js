// "Add all" of a folder, an artist or an album: collected, added in parts, and taken back in one tap.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {LIMITS} from '../../shared/protocol.js';
import {addAndName, takeBack} from '../add.js';
import {collect} from '../library-collect.js';
import {text} from '../more-strings.js';
import {busy} from '../styles.js';

/** @import {Order} from '../library.js' */
/** @import {Step} from '../library-shelf.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class AddAll extends LitElement {
  static properties = {context: {attribute: false}, by: {}, group: {attribute: false}, words: {state: true}, sending: {state: true}, ids: {state: true}};

  static styles = [base, buttons, busy, css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: var(--s2);
      margin-inline-start: auto;
    }
    .button {
      padding-inline: var(--s4);
      font-size: 0.9375rem;
    }
    p {
      color: var(--text);
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** @type {Order} */
    this.by = 'folders';
    /** @type {Step} */
    this.group = {key: '', name: ''};
    this.words = '';
    this.sending = false;
    /** What it became, for the way back. @type {string[]} */
    this.ids = [];
    this.collecting = new AbortController();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.collecting.abort();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('group')) return;
    const before = /** @type {Step|undefined} */ (changes.get('group'));
    if (before && before.key !== this.group.key) this.#forget();
  }

  render() {
    return html`<p role="status">${this.words}</p>
      ${this.ids.length > 0 ? html`<button class="button" @click=${this.#undo}>${icon('undo-2')} ${text.undo}</button>` : nothing}
      ${this.ids.length === 0 ? html`<button class="button" ?disabled=${this.sending} aria-busy=${this.sending} @click=${this.#add}>${icon('list-plus')} ${text.addAllOfIt}</button>` : nothing}`;
  }

  #forget() {
    this.collecting.abort();
    this.words = '';
    this.sending = false;
    this.ids = [];
  }

  async #add() {
    const {context, group} = this;
    if (!context || this.sending) return;
    this.sending = true;
    this.words = '';
    this.collecting = new AbortController();
    const room = LIMITS.SESSION_ITEMS - (context.latest().state?.items.length ?? 0);
    try {
      const items = await collect(this.by, group.key, room, this.collecting.signal);
      const {results, ids} = await addAndName(context, items, 'end', (done) => this.#say(group, text.progress(done, items.length)));
      const added = results.filter(({ok}) => ok).length;
      this.#say(group, added > 0 ? text.added(added) : results[0]?.reason ?? text.emptyOrder);
      if (group === this.group) this.ids = ids;
    } catch {
      this.#say(group, text.libraryFailed);
    }
    if (group === this.group) this.sending = false;
  }

  /** Another group may be shown by now. @param {Step} group @param {string} words */
  #say(group, words) {
    if (group === this.group) this.words = words;
  }

  async #undo() {
    const {context, ids} = this;
    this.ids = [];
    if (context) await takeBack(context, ids);
    this.words = text.undone;
  }
}

customElements.define('add-all', AddAll);
