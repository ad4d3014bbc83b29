// A native dialog that comes from below on a phone and stands in the middle of a wide screen.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {text} from '../more-strings.js';
import {iconButton} from '../styles.js';

/** px that the sheet is drawn down before it goes away. */
const DISMISS_PX = 90;

/**
 * Opens when it is connected; tells by `sheet-close` that it was closed, by whatever means, and by `sheet-back` (by its
 * button, by Escape, or by the phone's own way back) that the page before this one is wanted, where `back` says that there is one. `tall` is for what is searched in: as high as it
 * may be from the start, so that nothing moves while results come.
 */
export class BottomSheet extends LitElement {
  static properties = {heading: {}, back: {type: Boolean}, drawn: {state: true}};

  static styles = [base, iconButton, css`
    dialog {
      position: fixed;
      inset: auto 0 0;
      width: 100%;
      max-width: 36rem;
      max-height: min(92dvh, 52rem);
      margin: 0 auto;
      padding: 0;
      border: 0;
      border-radius: var(--radius-l) var(--radius-l) 0 0;
      background: var(--surface);
      color: var(--text);
      box-shadow: var(--shadow);
      overflow: hidden;
      translate: 0 var(--drawn, 0);
    }
    dialog[open] {
      display: flex;
      flex-direction: column;
      animation: rise var(--normal) var(--ease);
    }
    :host([tall]) dialog {
      height: min(92dvh, 52rem);
    }
    dialog::backdrop {
      background: rgb(6 7 9 / 60%);
      animation: dim var(--normal) var(--ease);
    }
    @keyframes rise {
      from {
        transform: translateY(3rem);
        opacity: 0;
      }
    }
    @keyframes dim {
      from {
        opacity: 0;
      }
    }
    .head {
      position: relative;
      flex: none;
      display: flex;
      align-items: center;
      gap: var(--s2);
      padding: var(--s3) var(--s2) 0 var(--s5);
      touch-action: none;
    }
    .head::before {
      content: '';
      position: absolute;
      top: 8px;
      left: 50%;
      width: 2.25rem;
      height: 4px;
      margin-left: -1.125rem;
      border-radius: 2px;
      background: var(--line);
    }
    h2 {
      flex: 1;
      min-width: 0;
      font-size: var(--t-large);
      font-weight: 650;
      outline: none; /* has the focus for a moment when the page changes, so that it is read out */
    }
    .with-back {
      padding-inline-start: var(--s1);
    }
    .body {
      flex: 1;
      min-height: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
      padding: var(--s2) max(var(--s5), env(safe-area-inset-right)) max(var(--s5), env(safe-area-inset-bottom)) max(var(--s5), env(safe-area-inset-left));
    }
    @media (max-width: 22rem) {
      .head:not(.with-back) {
        padding-inline-start: var(--s4);
      }
      .body {
        padding-inline: var(--s4);
      }
    }
    @media (min-width: 56.25rem) and (min-height: 34rem) {
      dialog {
        inset: 0;
        height: fit-content;
        margin: auto;
        border-radius: var(--radius-l);
      }
      .head::before {
        display: none;
      }
    }
  `];

  constructor() {
    super();
    this.heading = '';
    this.back = false;
    /** px that a finger has drawn the sheet down. */
    this.drawn = 0;
    this.from = 0;
  }

  /** @returns {HTMLDialogElement} */
  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  firstUpdated() {
    this.dialog.showModal();
  }

  /** Another page: where the focus was is gone. @param {Map<string, unknown>} changes */
  updated(changes) {
    if (changes.get('heading')) /** @type {HTMLElement} */ (this.renderRoot.querySelector('h2')).focus();
  }

  close() {
    this.dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="heading" style="--drawn:${this.drawn}px" @close=${this.#closed} @click=${this.#backdrop} @keydown=${this.#key} @cancel=${this.#cancel}>
      <div class="head ${this.back ? 'with-back' : ''}" @pointerdown=${this.#grab} @pointermove=${this.#draw} @pointerup=${this.#letGo} @pointercancel=${() => (this.drawn = 0)}>
        ${this.back ? html`<button class="icon-button" aria-label=${text.goBack} @click=${this.#back}>${icon('arrow-left')}</button>` : nothing}
        <h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button class="icon-button" aria-label=${text.close} @click=${this.close}>${icon('x')}</button>
      </div>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }

  #back() {
    this.dispatchEvent(new CustomEvent('sheet-back', {bubbles: true, composed: true}));
  }

  /** Escape goes one step back; in a field that is searched in, it empties that first, which browsers do. @param {KeyboardEvent} event */
  #key(event) {
    const [field] = event.composedPath();
    if (event.key !== 'Escape' || !this.back || (field instanceof HTMLInputElement && field.type === 'search' && field.value)) return;
    event.preventDefault();
    this.#back();
  }

  /** So does a phone's own way back. @param {Event} event */
  #cancel(event) {
    if (!this.back || event.target !== this.dialog) return; // a file that was not chosen after all is cancelled, too
    event.preventDefault();
    this.#back();
  }

  #closed() {
    this.dispatchEvent(new CustomEvent('sheet-close', {bubbles: true, composed: true}));
  }

  /** @param {MouseEvent} event */
  #backdrop(event) {
    if (event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    if (event.clientY < box.top || event.clientY > box.bottom || event.clientX < box.left || event.clientX > box.right) this.close();
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (!event.isPrimary || /** @type {Element} */ (event.target).closest('button')) return;
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.from = event.clientY;
  }

  /** @param {PointerEvent} event */
  #draw(event) {
    if (/** @type {Element} */ (event.currentTarget).hasPointerCapture(event.pointerId)) this.drawn = Math.max(0, event.clientY - this.from);
  }

  #letGo() {
    if (this.drawn > DISMISS_PX) this.close();
    this.drawn = 0;
  }
}

customElements.define('bottom-sheet', BottomSheet);
