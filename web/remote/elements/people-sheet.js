// Who is here, and under which name I am.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {LIMITS} from '../../shared/protocol.js';
import {tell} from '../../shared/ask.js';
import {text} from '../more-strings.js';
import './bottom-sheet.js';

/** @import {ClientInfo} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */

export class PeopleSheet extends LitElement {
  static properties = {snapshot: {attribute: false}, name: {}};

  static styles = [base, buttons, css`
    form {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: var(--s2);
    }
    label {
      grid-column: 1 / -1;
      font-weight: 650;
    }
    input {
      min-width: 0;
      height: var(--target);
      padding: 0 var(--s4);
      border: 1.5px solid var(--control);
      border-radius: var(--radius);
      background: var(--bg);
      font-size: max(1rem, 16px);
    }
    .hint {
      grid-column: 1 / -1;
      color: var(--text-dim);
      font-size: 0.9375rem;
    }
    h3 {
      margin-top: var(--s5);
      padding-bottom: var(--s1);
      font-weight: 650;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-height: 3rem;
      overflow-wrap: anywhere;
    }
    li .icon {
      flex: none;
      color: var(--text-dim);
    }
    .none {
      color: var(--text-dim);
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.name = '';
  }

  render() {
    const clients = this.snapshot?.clients ?? [];
    return html`<bottom-sheet heading=${text.peopleTitle}>
      <form @submit=${this.#save}>
        <label for="name">${text.yourName}</label>
        <input id="name" name="name" maxlength=${LIMITS.NAME_CHARS} autocomplete="nickname" autocapitalize="words" enterkeyhint="done" aria-describedby="hint" .value=${this.name}>
        <button class="button primary">${text.save}</button>
        <p class="hint" id="hint">${text.yourNameHint}</p>
      </form>
      ${this.#group(text.screens, 'monitor', text.screen, clients.filter(({role}) => role === 'player'))}
      ${this.#group(text.remotes, 'smartphone', text.noName, clients.filter(({role}) => role === 'remote'))}
    </bottom-sheet>`;
  }

  /** @param {string} heading @param {string} symbol @param {string} unnamed @param {ClientInfo[]} clients */
  #group(heading, symbol, unnamed, clients) {
    return html`<h3>${heading}</h3>
      <ul>${clients.map(({client, name}) => html`<li>${icon(symbol)}<span dir="auto">${client === this.snapshot?.client ? text.isYou(name || unnamed) : name || unnamed}</span></li>`)}</ul>
      ${clients.length === 0 && symbol === 'monitor' ? html`<p class="none">${text.noScreenYet}</p>` : nothing}`;
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const name = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('name') ?? '').trim();
    tell(this, 'rename', name);
    /** @type {import('./bottom-sheet.js').BottomSheet|null} */ (this.renderRoot.querySelector('bottom-sheet'))?.close();
  }
}

customElements.define('people-sheet', PeopleSheet);
