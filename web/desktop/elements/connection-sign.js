// A small sign while the server cannot be reached; what plays goes on playing.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';

const words = desktop.connection;

/** A blink of the network is nobody's business. */
const PATIENCE_MS = 1200;

export class ConnectionSign extends LitElement {
  static properties = {
    status: {attribute: false},
    known: {attribute: false},
    late: {state: true},
  };

  static styles = [
    base,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 0.6em;
        margin-bottom: var(--s3);
        padding: 0.4em 0.95em;
        border-radius: var(--radius-round);
        background: var(--surface-raised);
        color: var(--text);
        font-size: var(--tv-small);
        box-shadow: var(--shadow);
      }
    `,
  ];

  constructor() {
    super();
    this.status = 'connecting';
    this.known = false;
    this.late = false;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  /** Trying again is still being away. */
  get away() {
    return this.status === 'offline' || this.status === 'connecting';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('status')) return;
    if (!this.away) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.late = false;
    } else {
      this.timer ??= setTimeout(() => (this.late = true), PATIENCE_MS);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    const text = this.known || this.status === 'offline' ? words.offline : words.connecting;
    return html`<div role="status">${this.late ? html`<p>${icon('wifi-off', '1.2em')}${text}</p>` : nothing}</div>`;
  }
}

customElements.define('connection-sign', ConnectionSign);
