// How far the player really is, by its own clock.

import {LitElement, css, html, nothing, styleMap} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {formatTime} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.en.js';

/** @import {Item} from '../../shared/protocol.js' */
/** @import {Controller} from '../controller.js' */

const words = desktop.now;

/** Four looks a second; the line glides between them. */
const STEP_MS = 250;

export class ProgressLine extends LitElement {
  static properties = {
    item: {attribute: false},
    duration: {attribute: false},
    controller: {attribute: false},
  };

  static styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 1.1em;
        font-size: var(--tv-small);
        font-variant-numeric: tabular-nums;
        color: var(--text-dim);
      }
      .track {
        flex: 1;
        height: clamp(5px, 0.55vh, 12px);
        border-radius: var(--radius-round);
        background: rgb(255 255 255 / 26%);
        overflow: hidden;
      }
      .fill {
        height: 100%;
        border-radius: inherit;
        background: var(--now);
        transform-origin: left;
        transition: transform 250ms linear;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Item|null} */
    this.item = null;
    /** @type {number|null} */
    this.duration = null;
    /** @type {Controller|null} */
    this.controller = null;
    /** @type {ReturnType<typeof setInterval>|undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), STEP_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    if (!this.item || !this.controller) return nothing;
    const start = this.item.start ?? 0;
    const end = this.item.end ?? this.duration;
    const at = Math.max(0, this.controller.position - start);
    const of = end === null ? null : end - start;
    const share = of ? Math.min(1, at / of) : 0;
    const text = words.time(formatTime(at), formatTime(of));
    return html`
      <span>${formatTime(at)}</span>
      <div class="track" role="progressbar" aria-label=${words.progress} aria-valuenow=${Math.round(share * 100)} aria-valuetext=${text}>
        <div class="fill" style=${styleMap({transform: `scaleX(${share.toFixed(4)})`})}></div>
      </div>
      <span>${formatTime(of)}</span>
    `;
  }
}

customElements.define('progress-line', ProgressLine);
