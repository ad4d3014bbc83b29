// What the captions say, over the picture. At the lower edge always: the upper one belongs to the code, the volume and
// what others did. They go up for what fades in below them, and are never under it.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {CUECHANGE} from '../players/adapter.js';

/** @import {Controller} from '../playback/controller.js' */

export class CaptionLines extends LitElement {
  static properties = {controller: {attribute: false}, language: {attribute: false}, raised: {attribute: false}, clear: {state: true}};

  static styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: auto 5cqw calc(5cqh + var(--clear, 0px));
        display: grid;
        justify-items: center;
        gap: 0.12em;
        font-size: clamp(1.375rem, min(5cqh, 3.3cqw), 8rem); /* a letter is 3 cm high on a screen of 1.2 m: read from 4 m */
        font-weight: 600;
        line-height: 1.4;
        text-align: center;
        color: #fff;
        pointer-events: none;
        transition: inset var(--normal) var(--ease);
      }
      p {
        max-width: 32em;
        text-wrap: balance;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      span {
        padding: 0.06em 0.4em 0.1em;
        border-radius: 0.16em;
        background: rgb(6 7 9 / 80%);
        -webkit-box-decoration-break: clone;
        box-decoration-break: clone;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Controller|null} */
    this.controller = null;
    /** Of what they say: which letters are meant depends on it. @type {string|null} */
    this.language = null;
    /** The words about what plays are there, below. */
    this.raised = false;
    /** How much below is taken, px. */
    this.clear = 0;
    this.take = () => this.requestUpdate();
    this.sizes = new ResizeObserver(() => this.#measure());
  }

  connectedCallback() {
    super.connectedCallback();
    this.controller?.addEventListener(CUECHANGE, this.take);
    for (const other of this.#below) this.sizes.observe(other);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.controller?.removeEventListener(CUECHANGE, this.take);
    this.sizes.disconnect();
  }

  /** @param {Map<string, any>} changes */
  willUpdate(changes) {
    if (changes.has('controller')) {
      changes.get('controller')?.removeEventListener(CUECHANGE, this.take);
      this.controller?.addEventListener(CUECHANGE, this.take);
    }
    if (changes.has('raised')) this.#measure();
  }

  updated() {
    this.style.setProperty('--clear', `${this.clear}px`);
  }

  render() {
    const lines = this.controller?.lines ?? [];
    if (lines.length === 0) return nothing;
    return lines.map((line) => html`<p dir="auto" lang=${this.language ?? nothing}><span>${line}</span></p>`);
  }

  /** What may be in the way: what plays, or what comes next. @returns {HTMLElement[]} */
  get #below() {
    return [...(this.parentElement?.querySelectorAll(':scope > now-bar, :scope > next-card') ?? [])].map((found) => /** @type {HTMLElement} */ (found));
  }

  #measure() {
    const taken = this.#below.find(({localName}) => localName === (this.raised ? 'now-bar' : 'next-card'))?.offsetHeight ?? 0;
    this.clear = taken && taken + GAP_PX;
  }
}

/** Between them and what is below, px. */
const GAP_PX = 16;

customElements.define('caption-lines', CaptionLines);
