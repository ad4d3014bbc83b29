// Title, who added it, how far it is, what comes next.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {describeItem} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.en.js';
import {upNext} from '../up-next.js';
import './progress-line.js';

/** @import {Item, PlayerStatus, State} from '../../shared/protocol.js' */
/** @import {Controller, View} from '../controller.js' */

const words = desktop.now;

/** @type {Record<PlayerStatus, string>} */
const CONDITIONS = {
  loading: words.buffering,
  ready: words.held,
  playing: words.playing,
  paused: words.paused,
  buffering: words.buffering,
  ended: words.ended,
  failed: words.failed,
  blocked: words.blocked,
};

export class NowBar extends LitElement {
  static properties = {
    state: {attribute: false},
    item: {attribute: false},
    view: {attribute: false},
    controller: {attribute: false},
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, max-content);
        align-items: end;
        gap: clamp(0.75rem, 2.4vh, 3rem) clamp(1.5rem, 5vw, 8rem);
        color: var(--text);
        text-shadow: 0 1px 10px rgb(0 0 0 / 55%);
      }
      .label {
        display: flex;
        align-items: center;
        gap: 0.55em;
        font-size: var(--tv-small);
        font-weight: 650;
        color: var(--text-dim);
      }
      .label.now {
        color: var(--now);
      }
      .label.now::before {
        content: '';
        width: 0.6em;
        height: 0.6em;
        border-radius: 50%;
        background: var(--now);
      }
      h1 {
        margin-top: 0.16em;
        font-size: var(--tv-title);
        font-weight: 700;
        line-height: 1.1;
        letter-spacing: -0.015em;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        padding-bottom: 0.08em;
      }
      .about {
        margin-top: 0.35em;
        font-size: var(--tv-body);
        color: var(--text-dim);
      }
      .next {
        max-width: 34vw;
        min-width: 0;
        text-align: right;
        font-size: var(--tv-body);
      }
      .next .label {
        justify-content: flex-end;
      }
      .next b {
        display: block;
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .next span {
        color: var(--text-dim);
      }
      progress-line {
        grid-column: 1 / -1;
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .next {
          grid-row: 3;
          max-width: none;
          text-align: left;
        }
        .next .label {
          justify-content: flex-start;
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
  }

  /** The condition in a word. @returns {{text: string, now: boolean}} */
  get condition() {
    if (this.state?.playback.status === 'paused') return {text: words.paused, now: false};
    const status = this.view?.status ?? 'loading';
    return {text: CONDITIONS[status], now: status === 'playing'};
  }

  render() {
    const {item, state, view, controller} = this;
    if (!item || !state || !view || !controller) return nothing;
    const {title, by, source} = describeItem(item);
    const {text, now} = this.condition;
    return html`
      <div>
        <p class="label ${now ? 'now' : ''}" role="status">${text}</p>
        <h1>${title}</h1>
        <p class="about">${[by && words.by(by), source].filter(Boolean).join(' · ')}</p>
      </div>
      ${this.renderNext(state)}
      <progress-line .item=${item} .duration=${view.duration} .controller=${controller}></progress-line>
    `;
  }

  /** @param {State} state */
  renderNext(state) {
    const next = upNext(state);
    if (next.kind === 'none') return html`<div></div>`;
    if (next.kind === 'again') return html`<div class="next"><p class="label">${words.next}</p><b>${words.again}</b></div>`;
    if (next.kind === 'surprise') return html`<div class="next"><p class="label">${words.next}</p><b>${words.shuffled}</b></div>`;
    const {title, by} = describeItem(next.item);
    return html`<div class="next">
      <p class="label">${words.next}</p>
      <b>${title}</b>
      ${by ? html`<span>${words.nextBy(by)}</span>` : nothing}
    </div>`;
  }
}

customElements.define('now-bar', NowBar);
