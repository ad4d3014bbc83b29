// Shows the volume for a moment when somebody changes it.

import {LitElement, css, html, nothing, styleMap} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';

const words = desktop.volume;

const SHOWN_MS = 1800;

export class VolumeSign extends LitElement {
  static properties = {
    volume: {attribute: false},
    muted: {attribute: false},
    hushed: {attribute: false},
    shown: {state: true},
  };

  static styles = [
    base,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 0.7em;
        padding: 0.5em 1.1em;
        border-radius: var(--radius-round);
        background: var(--surface-raised);
        color: var(--text);
        font-size: var(--tv-small);
        font-variant-numeric: tabular-nums;
        box-shadow: var(--shadow);
        white-space: nowrap;
      }
      .bar {
        width: 8em;
        height: 0.35em;
        border-radius: var(--radius-round);
        background: var(--control);
        overflow: hidden;
      }
      .bar span {
        display: block;
        height: 100%;
        background: var(--text);
      }
    `,
  ];

  constructor() {
    super();
    this.volume = 100;
    this.muted = false;
    /** The slider that says the same is on the screen. */
    this.hushed = false;
    this.shown = false;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.hasUpdated || !(changed.has('volume') || changed.has('muted'))) return;
    this.shown = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.shown = false), SHOWN_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    if (!this.shown || this.hushed) return nothing;
    const level = this.muted ? 0 : this.volume;
    const name = level === 0 ? 'volume-x' : level < 50 ? 'volume-1' : 'volume-2';
    return html`<p>
      ${icon(name)}
      <span class="bar" aria-hidden="true"><span style=${styleMap({width: `${level}%`})}></span></span>
      ${this.muted ? words.muted : words.level(level)}
    </p>`;
  }
}

customElements.define('volume-sign', VolumeSign);
