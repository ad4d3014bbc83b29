// One short message at a time, with the way back beside it.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';

/** ms that a message stays, and longer when there is something to tap. */
const STAY_MS = 4000;
const STAY_WITH_ACTION_MS = 8000;

/** @typedef {{text: string, action?: {label: string, run: () => void}}} Note */

export class ToastNote extends LitElement {
  static properties = {note: {state: true}};

  static styles = [base, css`
    :host {
      display: block;
      pointer-events: none;
    }
    .note {
      pointer-events: auto;
      display: flex;
      flex-wrap: wrap; /* large text: the way back stands below the words */
      align-items: center;
      justify-content: flex-end;
      column-gap: var(--s3);
      width: fit-content;
      max-width: 100%;
      min-height: var(--target);
      margin: 0 auto;
      padding: 0 var(--s5);
      border-radius: var(--radius);
      background: var(--text);
      color: var(--text-inverse);
      box-shadow: var(--shadow);
      font-size: 0.9375rem;
      line-height: 1.3;
      animation: arrive var(--normal) var(--ease);
    }
    .note.with-action {
      padding-inline-end: var(--s1);
    }
    .words {
      flex: 1 1 6.5rem;
      padding-block: var(--s3);
      overflow-wrap: anywhere;
    }
    button {
      flex: none;
      min-width: 4rem;
      min-height: var(--target);
      padding: 0 var(--s4);
      border: 0;
      border-radius: var(--radius);
      background: none;
      color: inherit;
      font-weight: 700;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    button:focus-visible {
      outline-color: currentColor;
      outline-offset: -4px;
    }
    @keyframes arrive {
      from {
        transform: translateY(0.75rem);
        opacity: 0;
      }
    }
  `];

  constructor() {
    super();
    /** @type {Note|null} */
    this.note = null;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {Note} note */
  show(note) {
    this.note = note;
    this.#stay();
  }

  /** The way back is no longer the way back: somebody changed something else since. */
  withdraw() {
    if (this.note?.action) this.note = null;
  }

  render() {
    const {note} = this;
    return html`<div role="status" @pointerenter=${() => clearTimeout(this.timer)} @pointerleave=${this.#stay} @focusin=${() => clearTimeout(this.timer)} @focusout=${this.#stay}>
      ${note ? html`<div class="note ${note.action ? 'with-action' : ''}"><span class="words">${note.text}</span>
        ${note.action ? html`<button @click=${this.#act}>${note.action.label}</button>` : nothing}</div>` : nothing}
    </div>`;
  }

  #stay() {
    clearTimeout(this.timer);
    if (this.note) this.timer = setTimeout(() => (this.note = null), this.note.action ? STAY_WITH_ACTION_MS : STAY_MS);
  }

  #act() {
    const run = this.note?.action?.run;
    this.note = null;
    run?.();
  }
}

customElements.define('toast-note', ToastNote);

