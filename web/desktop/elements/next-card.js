// In the last seconds of an item: what comes next, for as long as that can still be changed.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, clamp} from '../../shared/element-styles.js';
import {describeItem} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.js';
import {lastOf} from '../model/ending.js';
import {upNext} from '../model/up-next.js';
import {stageText} from './text-styles.js';

/** @import {Item, State} from '../../shared/protocol.js' */
/** @import {Controller, View} from '../playback/controller.js' */

const words = desktop.now;

/** Looks at the clock; the card comes this late at most. */
const STEP_MS = 500;

export class NextCard extends LitElement {
  static properties = {
    state: {attribute: false},
    item: {attribute: false},
    view: {attribute: false},
    controller: {attribute: false},
    hushed: {attribute: false},
    left: {state: true},
  };

  static styles = [
    base,
    clamp,
    stageText,
    css`
      :host {
        display: block;
        max-width: min(34em, 60cqw);
        font-size: var(--tv-body);
        pointer-events: none;
      }
      .card {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 0.9em;
        padding: 0.8em 1.3em 0.95em 0.8em;
        border-radius: var(--radius-l);
        background: rgb(14 15 18 / 88%);
        color: var(--text);
        box-shadow: var(--shadow);
        overflow: hidden;
        animation: come var(--slow) var(--ease);
      }
      figure {
        display: grid;
        place-items: center;
        width: 5.4em;
        aspect-ratio: 16 / 10;
        border-radius: var(--radius);
        background: var(--surface-raised);
        color: var(--text-dim);
        overflow: hidden;
      }
      figure > * {
        grid-area: 1 / 1;
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      b {
        font-weight: 650;
        line-height: 1.25;
        text-align: left;
      }
      .who {
        font-size: var(--tv-small);
        color: var(--text-dim);
      }
      .left {
        position: absolute;
        inset: auto 0 0;
        height: clamp(3px, 0.35vh, 8px);
        background: var(--text-dim);
        transform-origin: left;
        animation: shrink linear forwards;
      }
      @keyframes come {
        from {
          opacity: 0;
          transform: translateY(0.8em);
        }
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
    /** @type {State|null} */
    this.state = null;
    /** @type {Item|null} */
    this.item = null;
    /** @type {View|null} */
    this.view = null;
    /** @type {Controller|null} */
    this.controller = null;
    /** The title is on the screen, and what is next beside it. */
    this.hushed = false;
    /** ms that were left when the last seconds began; null before. @type {number|null} */
    this.left = null;
    /** @type {ReturnType<typeof setInterval>|undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.#look(), STEP_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  #look() {
    const {state, item, view, controller} = this;
    if (!state || !item || view?.status !== 'playing' || !controller) {
      this.left = null;
      return;
    }
    const left = lastOf({item, duration: view.duration, position: controller.position, rate: state.playback.rate});
    this.left = left === null ? null : (this.left ?? left);
  }

  render() {
    const next = this.state && upNext(this.state);
    const shown = this.left !== null && !this.hushed && next && next.kind !== 'none';
    return html`<div role="status">${shown ? this.#card(next) : nothing}</div>`;
  }

  /** @param {import('../model/up-next.js').Next} next */
  #card(next) {
    const {title, by, picture} = faceOf(next);
    return html`<div class="card">
      <figure>${icon('skip-forward', '1.5em')}${picture ? html`<img src=${picture} alt="" @error=${hide} />` : nothing}</figure>
      <div>
        <p class="label">${words.next}</p>
        <b class="two-lines" dir="auto">${title}</b>
        ${by ? html`<p class="who one-line">${words.nextBy(by)}</p>` : nothing}
      </div>
      <span class="left" style="animation-duration:${this.left}ms"></span>
    </div>`;
  }
}

/** A picture that is not there leaves the sign under it. @param {Event} event */
function hide(event) {
  /** @type {HTMLElement} */ (event.target).hidden = true;
}

/** @param {import('../model/up-next.js').Next} next */
function faceOf(next) {
  if (next.kind === 'item') return {...describeItem(next.item), picture: next.item.media.thumbnail ?? ''};
  return {title: next.kind === 'again' ? words.again : words.shuffled, by: '', picture: ''};
}

customElements.define('next-card', NextCard);
