// The way in for a guest who comes later: a small QR with the code beside it.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {spaced} from '../session-info.js';

/** @import {SessionInfo} from '../session-info.js' */

export class JoinCard extends LitElement {
  static properties = {
    session: {attribute: false},
    info: {attribute: false},
  };

  static styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.9em;
        padding: 0.45em 0.45em 0.45em 1.1em;
        border-radius: calc(var(--radius) + 0.45em);
        background: rgb(6 7 9 / 72%); /* readable on any picture */
        text-align: right;
        pointer-events: none;
      }
      /* Kept on the screen while something plays: no more of it than needed. */
      :host(.small) {
        flex-direction: column-reverse;
        gap: 0.3em;
        padding: 0.35em;
        border-radius: var(--radius);
        text-align: center;
      }
      :host(.small) p {
        font-size: 0;
      }
      :host(.small) strong {
        font-size: var(--tv-body);
        line-height: 1.1;
      }
      :host(.small) img {
        width: clamp(84px, 6.6cqw, 260px);
        border-radius: calc(var(--radius) - 0.2em);
      }
      p {
        font-size: var(--tv-small);
      }
      strong {
        display: block;
        font: 700 var(--tv-large) / 1.2 var(--font-code);
        letter-spacing: 0.04em;
        word-spacing: -0.3em;
        color: var(--text);
        white-space: nowrap;
      }
      img {
        width: clamp(72px, min(9.5cqw, 22cqh), 380px);
        aspect-ratio: 1;
        padding: clamp(2px, 0.2vw, 8px);
        border-radius: var(--radius);
        background: #fff;
      }
    `,
  ];

  constructor() {
    super();
    this.session = '';
    /** @type {SessionInfo|null} */
    this.info = null;
  }

  render() {
    return html`
      <p>${desktop.now.join}${this.info ? html`<strong>${spaced(this.info.code)}</strong>` : nothing}</p>
      <img src="/api/sessions/${this.session}/qr.svg" alt=${desktop.idle.qrAlt} />
    `;
  }
}

customElements.define('join-card', JoinCard);
