// An item did not play: why, and that it goes on.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, clamp} from '../../shared/element-styles.js';
import {isolated} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.js';
import {said} from '../../shared/said.js';

const words = desktop.failed;

/** The session goes on so long after what is current failed: docs/protocol.md, Players. */
const GOES_ON_MS = 2000;

export class FailureCard extends LitElement {
  static properties = {
    name: {attribute: false},
    reason: {attribute: false},
    goesOn: {attribute: false},
  };

  static styles = [
    base,
    clamp,
    css`
      :host {
        position: relative;
        overflow: hidden;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.9em;
        max-width: min(46em, 84cqw);
        padding: 1.1em 1.5em;
        border-radius: var(--radius-l);
        background: var(--surface);
        box-shadow: var(--shadow);
        font-size: var(--tv-body);
        text-align: left;
      }
      .icon {
        margin-top: 0.1em;
        color: var(--danger);
      }
      h2 {
        font-size: var(--tv-large);
        font-weight: 650;
        line-height: 1.2;
      }
      p {
        margin-top: 0.3em;
      }
      .on {
        color: var(--text-dim);
      }
      .left {
        position: absolute;
        inset: auto 0 0;
        height: clamp(4px, 0.45vh, 9px);
        background: var(--text-dim);
        transform-origin: left;
        animation: shrink linear forwards;
      }
      @keyframes shrink {
        to {
          transform: scaleX(0);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .left {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.reason = '';
    this.goesOn = false;
  }

  render() {
    return html`
      ${icon('triangle-alert', '1.8em')}
      <div role="alert">
        <h2 class="two-lines">${words.heading(isolated(this.name))}</h2>
        <p>${said(this.reason, desktop.sentence)}</p>
        ${this.goesOn ? html`<p class="on">${words.goesOn}</p>` : nothing}
      </div>
      ${this.goesOn ? html`<span class="left" style="animation-duration:${GOES_ON_MS}ms"></span>` : nothing}
    `;
  }
}

customElements.define('failure-card', FailureCard);
