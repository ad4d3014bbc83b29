// The keys of this page.

import {LitElement, css, html} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {dialogStyles} from './dialog-styles.js';

const words = desktop.help;

/** Caps of keys as they are printed on most keyboards, and what they do. @type {[string[], string][]} */
const ROWS = [
  [[words.space, 'K'], words.does.toggle],
  [['←', '→', 'J', 'L'], words.does.seek],
  [['↑', '↓'], words.does.volume],
  [['M'], words.does.mute],
  [['N', 'P'], words.does.skip],
  [['S'], words.does.shuffle],
  [['R'], words.does.repeat],
  [['Q'], words.does.list],
  [['/'], words.does.add],
  [['⇧ ⏎', 'Ctrl ⏎'], words.does.place],
  [['Alt ↑', 'Alt ↓'], words.does.move],
  [['Del'], words.does.remove],
  [['U'], words.does.undo],
  [['C'], words.does.captions],
  [['I'], words.does.code],
  [['T'], words.does.screen],
  [['F'], words.does.fullscreen],
  [['?'], words.does.help],
  [[words.escape], words.does.close],
];

export class HelpDialog extends LitElement {
  static styles = [
    base,
    buttons,
    dialogStyles,
    css`
      dialog {
        width: min(66em, 94vw);
        max-height: 90vh;
        padding: 1.6em 2em 2em;
      }
      header {
        margin-bottom: 0.8em;
      }
      dl {
        columns: 2 24em;
        column-gap: 2.6em;
        margin: 0;
      }
      dl div {
        display: grid;
        grid-template-columns: 9em minmax(0, 1fr);
        align-items: center;
        gap: 1em;
        padding-block: 0.26em;
        break-inside: avoid;
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

  get isOpen() {
    return this.dialog?.open ?? false;
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
        ${ROWS.map(
          ([keys, does]) => html`<div>
            <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
            <dd>${does}</dd>
          </div>`,
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
