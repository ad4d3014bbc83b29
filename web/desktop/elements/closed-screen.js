// There is no session here any more, or another window has it: what happened, and the one thing to do.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {stageText} from './text-styles.js';

const words = desktop.closed;

export class ClosedScreen extends LitElement {
  static properties = {
    cause: {attribute: false},
    reason: {attribute: false},
  };

  static styles = [
    base,
    buttons,
    stageText,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        background: var(--bg);
        padding: 8cqh 8cqw;
      }
      main {
        display: grid;
        gap: 1.2em;
        justify-items: start;
        max-width: 34em;
        font-size: var(--tv-body);
      }
      p {
        color: var(--text-dim);
        font-size: var(--tv-large);
        text-wrap: pretty;
      }
      .button {
        margin-top: 0.4em;
        font-size: var(--tv-large);
        padding: 0.62em 1.5em;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {'unknown'|'elsewhere'|'refused'} */
    this.cause = 'unknown';
    this.reason = '';
  }

  render() {
    if (this.cause === 'unknown') {
      return html`<main>
        <h1>${words.unknown}</h1>
        <p>${words.unknownText}</p>
        <a class="button primary" href="/">${words.newSession}</a>
      </main>`;
    }
    const [heading, text] = this.cause === 'elsewhere' ? [words.elsewhere, words.elsewhereText] : [words.refused, this.reason];
    return html`<main>
      <h1>${heading}</h1>
      <p>${text}</p>
      <button class="button primary" type="button" @click=${() => this.dispatchEvent(new Event('use-this'))}>${words.useThis}</button>
    </main>`;
  }
}

customElements.define('closed-screen', ClosedScreen);
