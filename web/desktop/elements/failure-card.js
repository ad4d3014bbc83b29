// An item did not play: why, and that it goes on.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, clamp} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';

const words = desktop.failed;

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
        <h2 class="two-lines">${words.heading(this.name)}</h2>
        <p>${desktop.sentence(this.reason)}</p>
        ${this.goesOn ? html`<p class="on">${words.goesOn}</p>` : nothing}
      </div>
    `;
  }
}

customElements.define('failure-card', FailureCard);
