// Short words about what others did; they come and go by themselves.

import {LitElement, css, html, repeat} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';

/** Long enough to look up and read a sentence. */
const SHOWN_MS = 5000;

/** More at once would cover the picture; the oldest go first. */
export const MOST = 4;

export class ToastStack extends LitElement {
  static properties = {toasts: {state: true}, most: {attribute: false}};

  static styles = [
    base,
    css`
      :host {
        max-width: min(40em, 52cqw);
        font-size: var(--tv-body);
        pointer-events: none;
      }
      .stack {
        display: grid;
        justify-items: start;
        gap: 0.5em;
      }
      p {
        max-width: 100%;
        padding: 0.45em 1em;
        border-radius: var(--radius-l);
        background: var(--surface-raised);
        color: var(--text);
        box-shadow: var(--shadow);
        overflow-wrap: anywhere;
        animation:
          come var(--normal) var(--ease),
          go var(--slow) var(--ease) 4.5s forwards;
      }
      @keyframes come {
        from {
          opacity: 0;
          transform: translateY(-0.6em);
        }
      }
      @keyframes go {
        to {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        p {
          animation: none !important;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {{key: number, text: string}[]} */
    this.toasts = [];
    this.count = 0;
    this.most = MOST;
  }

  /** @param {string} text */
  show(text) {
    this.count += 1;
    const toast = {key: this.count, text};
    this.toasts = [...this.toasts, toast].slice(-this.most);
    setTimeout(() => (this.toasts = this.toasts.filter((other) => other !== toast)), SHOWN_MS);
  }

  render() {
    return html`<div class="stack" role="status">
      ${repeat(this.toasts, ({key}) => key, ({text}) => html`<p>${text}</p>`)}
    </div>`;
  }
}

customElements.define('toast-stack', ToastStack);
