// How far the player really is, by its own clock; while somebody is at the screen, a slider to go elsewhere.

import {LitElement, css, html, live, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {formatTime} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.js';
import {HeldValue} from '../../shared/model/held-value.js';
import {command} from '../ask.js';
import {seekFor} from '../model/seek-keys.js';
import {slider} from './slider-styles.js';

/** @import {Item} from '../../shared/protocol.js' */
/** @import {Controller} from '../playback/controller.js' */

const words = desktop.now;

/** Four looks a second; the line glides between them. */
const STEP_MS = 250;

/** A pointer over the line says a time no closer to the line's ends than this, in per cent: it stays on the screen. */
const HINT_MARGIN = 3;

export class ProgressLine extends LitElement {
  static properties = {
    item: {attribute: false},
    duration: {attribute: false},
    controller: {attribute: false},
    serving: {attribute: false},
    fixed: {attribute: false},
    hint: {state: true},
  };

  static styles = [
    base,
    slider,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 1.1em;
        font-size: var(--tv-small);
        font-variant-numeric: tabular-nums;
        color: var(--text-dim);
      }
      .line {
        position: relative;
        flex: 1;
        display: grid;
        grid-template: 100% / 100%; /* the slider is higher than the line, and stands over it on both sides */
        align-items: center;
        height: clamp(5px, 0.55vh, 12px);
      }
      .line > * {
        grid-area: 1 / 1;
      }
      .track {
        height: 100%;
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
      .held .fill {
        transition: none;
      }
      input {
        --thumb: var(--now);
      }
      .hint {
        position: absolute;
        bottom: calc(100% + 0.9em);
        translate: -50% 0;
        padding: 0.15em 0.6em;
        border-radius: var(--radius-s);
        background: var(--surface-raised);
        color: var(--text);
        text-shadow: none;
        pointer-events: none;
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
    this.serving = false;
    /** There is no other place in this item to go to. */
    this.fixed = false;
    /** Where the pointer is over the line, 0–1. @type {number|null} */
    this.hint = null;
    this.hand = new HeldValue();
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

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {Item|null|undefined} */ (changed.get('item'));
    if (before && before.id !== this.item?.id) this.hand.forget();
    if (!this.serving) this.hint = null;
  }

  /** In ms into the media; `end` null while the length is unknown. */
  get range() {
    return {start: this.item?.start ?? 0, end: this.item?.end ?? this.duration};
  }

  render() {
    if (!this.item || !this.controller) return nothing;
    const {start, end} = this.range;
    const at = Math.max(0, this.hand.read(this.controller.position) - start);
    const of = end === null ? null : end - start;
    const share = of ? Math.min(1, at / of) : 0;
    const text = words.time(formatTime(at), formatTime(of));
    const slides = of !== null && of > 0 && !this.fixed;
    return html`
      <span>${formatTime(at)}</span>
      <div class="line ${this.hand.held ? 'held' : ''}" title=${this.serving && this.fixed ? desktop.controls.noSeek : ''} @pointermove=${this.#hover} @pointerleave=${this.#leave}>
        <div class="track" aria-hidden="true"><div class="fill" style="transform:scaleX(${share.toFixed(4)})"></div></div>
        ${this.serving && slides
          ? html`<input
                type="range"
                min="0"
                max=${Math.round(of)}
                step="1"
                .value=${live(String(Math.round(at)))}
                aria-label=${words.progress}
                aria-valuetext=${text}
                @input=${this.#move}
                @change=${this.#release}
                @keydown=${this.#key}
              />${this.#hintAt(of)}`
          : html`<div role="progressbar" aria-label=${words.progress} aria-valuenow=${Math.round(share * 100)} aria-valuetext=${text}></div>`}
      </div>
      <span>${formatTime(of)}</span>
    `;
  }

  /** The time to which a click would go. @param {number} of */
  #hintAt(of) {
    if (this.hint === null) return nothing;
    const left = Math.min(100 - HINT_MARGIN, Math.max(HINT_MARGIN, this.hint * 100));
    return html`<span class="hint" aria-hidden="true" style="left:${left}%">${formatTime(this.hint * of)}</span>`;
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const line = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    this.hint = Math.min(1, Math.max(0, (event.clientX - line.left) / line.width));
  }

  #leave() {
    this.hint = null;
  }

  /** @param {Event} event */
  #move(event) {
    this.hand.move(this.range.start + Number(/** @type {HTMLInputElement} */ (event.target).value));
    this.requestUpdate();
  }

  #release() {
    if (this.hand.local !== null) this.#seek({position: Math.round(this.hand.local)});
    this.hand.release();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const {start, end} = this.range;
    const to = seekFor(event.key, start, end ?? start);
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#seek(to);
  }

  /** @param {{position: number}|{delta: number}} to */
  async #seek(to) {
    const answered = this.hand.sent();
    await command(this, 'seek', {...to, expect: this.item?.id});
    answered();
    this.requestUpdate();
  }
}

customElements.define('progress-line', ProgressLine);
