// The keys of this page.

import {LitElement, css, html} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.en.js';

const words = desktop.help;

export class HelpDialog extends LitElement {
  static styles = [
    base,
    buttons,
    css`
      dialog {
        margin: auto;
        width: min(34em, 88vw);
        max-height: 86vh;
        padding: 1.6em 2em 2em;
        border: 0;
        border-radius: var(--radius-l);
        background: var(--surface);
        color: var(--text);
        font-size: var(--tv-body);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: var(--scrim);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 0.8em;
      }
      h2 {
        font-size: var(--tv-large);
        font-weight: 650;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.55em 1.6em;
        margin: 0;
      }
      dt {
        display: flex;
        gap: 0.35em;
      }
      dd {
        margin: 0;
        color: var(--text-dim);
      }
      kbd {
        min-width: 1.9em;
        padding: 0.1em 0.5em;
        border: 1px solid var(--control);
        border-radius: var(--radius-s);
        font: inherit;
        font-weight: 600;
        text-align: center;
      }
    `,
  ];

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  toggle() {
    if (this.dialog.open) this.dialog.close();
    else this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="keys" @click=${this.#clicked}>
      <header>
        <h2 id="keys">${words.heading}</h2>
        <button class="button icon-only" type="button" aria-label=${words.close} @click=${this.close}>${icon('x')}</button>
      </header>
      <dl>
        ${words.rows.map(
          ([keys, does]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
            <dd>${does}</dd>`,
        )}
      </dl>
    </dialog>`;
  }

  /** A click beside it closes it. @param {MouseEvent} event */
  #clicked(event) {
    if (event.target === this.dialog) this.close();
  }
}

customElements.define('help-dialog', HelpDialog);
