// "Add all" of a folder, an artist or an album: collected, added in parts, and taken back in one tap.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {GroupAdding} from '../../shared/adding/add-group.js';
import {icon} from '../../shared/icons.js';
import {text} from '../more-strings.js';
import {refusalText} from '../strings.js';
import {busy} from '../styles.js';

/** @import {Order} from '../../shared/adding/library.js' */
/** @import {Step} from '../../shared/adding/library-shelf.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class AddAll extends LitElement {
  static properties = {context: {attribute: false}, by: {}, group: {attribute: false}};

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
    this.adding = new GroupAdding({...text, refusal: refusalText}, () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.adding.forget();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('group')) return;
    const before = /** @type {Step|undefined} */ (changes.get('group'));
    if (before && before.key !== this.group.key) this.adding.forget();
  }

  render() {
    const {said, sending, ids} = this.adding;
    return html`<p role="status">${said}</p>
      ${ids.length > 0
        ? html`<button class="button" @click=${this.#undo}>${icon('undo-2')} ${text.undo}</button>`
        : html`<button class="button" ?disabled=${sending} aria-busy=${sending} @click=${this.#add}>${icon('list-plus')} ${text.addAllOfIt}</button>`}`;
  }

  #add() {
    if (this.context) this.adding.add(this.context, this.by, this.group);
  }

  #undo() {
    if (this.context) this.adding.undo(this.context);
  }
}

customElements.define('add-all', AddAll);
