// Who is here, and under which name I am.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {LIMITS} from '../../shared/protocol.js';
import {tell} from '../../shared/ask.js';
import {text} from '../more-strings.js';
import './bottom-sheet.js';
import './screens-list.js';

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
      <h3>${text.screens}</h3>
      <screens-list .snapshot=${this.snapshot}></screens-list>
      <h3>${text.remotes}</h3>
      <ul>${clients.filter(({role}) => role === 'remote').map((remote) => this.#remote(remote))}</ul>
    </bottom-sheet>`;
  }

  /** @param {ClientInfo} remote */
  #remote({client, name}) {
    const called = name || text.noName;
    return html`<li>${icon('smartphone')}<span dir="auto">${client === this.snapshot?.client ? text.isYou(called) : called}</span></li>`;
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
