// Asks before everybody's list goes away.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {ask, tell} from '../../shared/ask.js';
import {text} from '../more-strings.js';
import './bottom-sheet.js';

/** @import {Snapshot} from '../../shared/store.js' */

export class ClearSheet extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, buttons, css`
    p {
      color: var(--text-dim);
      line-height: 1.45;
    }
    .actions {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s2);
      margin-top: var(--s5);
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
  }

  render() {
    const state = this.snapshot?.state;
    const going = state ? state.items.filter(({id}) => id !== state.playback.item).length : 0;
    return html`<bottom-sheet heading=${text.clearTitle}>
      <p>${text.clearText(going)}</p>
      <div class="actions">
        <button class="button" @click=${this.#close}>${text.cancel}</button>
        <button class="button primary" ?disabled=${going === 0} @click=${this.#clear}>${icon('list-x')} ${text.clearYes}</button>
      </div>
    </bottom-sheet>`;
  }

  #close() {
    /** @type {import('./bottom-sheet.js').BottomSheet|null} */ (this.renderRoot.querySelector('bottom-sheet'))?.close();
  }

  async #clear() {
    const page = this.parentNode ?? this;
    const asked = ask(this, 'clear', {keep: 'current'});
    this.#close();
    const {ok} = await asked;
    if (ok) tell(page, 'toast', {text: text.cleared, undo: true});
  }
}

customElements.define('clear-sheet', ClearSheet);
