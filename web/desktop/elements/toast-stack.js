// Short words about what others did; they come and go by themselves.

import {LitElement, css, html, repeat} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {withNews} from '../model/news.js';

/** @import {News, Told} from '../model/news.js' */

/** Long enough to look up and read a sentence. */
const SHOWN_MS = 5000;

/** Of that, how long it takes to fade, --slow. */
const GOING_MS = 480;

/** More at once would cover the picture; the oldest go first. */
export const MOST = 4;

export class ToastStack extends LitElement {
  static properties = {told: {state: true}, going: {state: true}, most: {attribute: false}};

  static styles = [
    base,
    css`
      :host {
        min-width: 0;
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
        border-radius: min(var(--radius-l), 1.2em);
        background: var(--surface-raised);
        color: var(--text);
        box-shadow: var(--shadow);
        line-height: 1.35;
        animation: come var(--normal) var(--ease);
        transition: opacity var(--slow) var(--ease);
      }
      .going {
        opacity: 0;
      }
      span {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        line-clamp: 3;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      @keyframes come {
        from {
          opacity: 0;
          transform: translateY(-0.6em);
        }
      }
      /* No room for a pile: the newest is enough. */
      @container (max-height: 440px) {
        p:not(:last-child) {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {readonly Told[]} */
    this.told = [];
    /** Those that fade. @type {ReadonlySet<Told>} */
    this.going = new Set();
    this.count = 0;
    this.most = MOST;
  }

  /** @param {News} news */
  show(news) {
    this.count += 1;
    const before = this.told;
    this.told = withNews(before, news, this.count).slice(-this.most);
    for (const told of this.told) {
      if (!before.includes(told)) this.#letGo(told);
    }
  }

  /** What is told anew meanwhile is another object, and stays. @param {Told} told */
  #letGo(told) {
    setTimeout(() => (this.going = new Set([...this.going, told].filter((other) => this.told.includes(other)))), SHOWN_MS - GOING_MS);
    setTimeout(() => (this.told = this.told.filter((other) => other !== told)), SHOWN_MS);
  }

  render() {
    return html`<div class="stack" role="status">
      ${repeat(this.told, ({key}) => key, (told) => html`<p class=${this.going.has(told) ? 'going' : ''}><span>${told.text}</span></p>`)}
    </div>`;
  }
}

customElements.define('toast-stack', ToastStack);
