// Which captions are shown, chosen by mouse or by keys: for all screens of the session.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {captions as words} from '../../shared/strings/captions.js';
import {command} from '../ask.js';
import {choicesOf} from '../captions.js';
import {dialogStyles} from './dialog-styles.js';

/** @import {Captions} from '../../shared/model/captions.js' */

export class CaptionsDialog extends LitElement {
  static properties = {offered: {attribute: false}, wanted: {attribute: false}, isOpen: {state: true}};

  static styles = [
    base,
    buttons,
    dialogStyles,
    css`
      dialog {
        width: min(22em, 92vw);
        max-height: 90vh;
        padding: 1.4em 1.6em 1.6em;
      }
      header {
        margin-bottom: 0.6em;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.8em;
        min-height: max(48px, 2.4em);
        padding: 0.2em 0.8em;
        margin-inline: -0.8em;
        border-radius: var(--radius);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      label:hover,
      label:has(:checked) {
        background: var(--surface-press);
      }
      label:has(:checked) {
        font-weight: 650;
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--focus);
      }
      input {
        flex: none;
        width: 1.1em;
        height: 1.1em;
        margin: 0;
        accent-color: var(--text);
        outline: none;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {readonly Captions[]} */
    this.offered = [];
    /** The session's. @type {string|null} */
    this.wanted = null;
    this.isOpen = false;
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  async toggle() {
    await this.updateComplete;
    if (this.isOpen) return this.close();
    this.isOpen = true;
    await this.updateComplete;
    this.dialog.showModal();
    /** @type {HTMLElement|null} */ (this.dialog.querySelector('input:checked'))?.focus();
    return undefined;
  }

  close() {
    this.dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="captions" @click=${this.#clicked} @close=${() => (this.isOpen = false)}>${this.isOpen ? this.#content() : nothing}</dialog>`;
  }

  #content() {
    const {choices, shown} = choicesOf(this.offered, this.wanted);
    return html`
      <header>
        <h2 id="captions">${words.heading}</h2>
        <button class="button icon-only" type="button" aria-label=${words.close} @click=${this.close}>${icon('x')}</button>
      </header>
      <div role="radiogroup" aria-labelledby="captions">
        ${choices.map(({language, name}) => html`<label><input type="radio" name="captions" .checked=${language === shown} @change=${() => command(this, 'captions', {language})}><span dir="auto">${name}</span></label>`)}
      </div>
      ${this.offered.length === 0 ? html`<p>${words.none}</p>` : nothing}`;
  }

  /** A click beside it closes it. @param {MouseEvent} event */
  #clicked(event) {
    if (event.target === this.dialog) this.close();
  }
}

customElements.define('captions-dialog', CaptionsDialog);
