// Title, who added it, how far it is, what comes next.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, clamp} from '../../shared/element-styles.js';
import {describeItem, isList} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.js';
import {sourceName} from '../source-name.js';
import {upNext} from '../model/up-next.js';
import './progress-line.js';
import './stage-controls.js';
import {stageText} from './text-styles.js';

/** @import {Item, PlayerStatus, State} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Controller, View} from '../playback/controller.js' */

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
    snapshot: {attribute: false},
    item: {attribute: false},
    view: {attribute: false},
    controller: {attribute: false},
    serving: {attribute: false},
    code: {attribute: false},
    listed: {attribute: false},
    full: {attribute: false},
  };

  static styles = [
    base,
    clamp,
    stageText,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, max-content);
        align-items: end;
        gap: clamp(0.75rem, 2.4vh, 3rem) clamp(1.5rem, 5cqw, 8rem);
        color: var(--text);
        text-shadow: 0 1px 10px rgb(0 0 0 / 55%);
        isolation: isolate;
      }
      /* Dark enough for words on snow, as high as the words are, and without an edge. */
      :host(:not([clear]))::before {
        content: '';
        position: absolute;
        inset: calc(-6 * var(--tv-body)) -5cqw -5cqh;
        z-index: -1;
        background: linear-gradient(
          to bottom,
          transparent,
          rgb(6 7 9 / 10%) calc(1.2 * var(--tv-body)),
          rgb(6 7 9 / 34%) calc(2.8 * var(--tv-body)),
          rgb(6 7 9 / 62%) calc(4.4 * var(--tv-body)),
          rgb(6 7 9 / 78%) calc(6 * var(--tv-body)),
          rgb(6 7 9 / 92%)
        );
        pointer-events: none;
      }
      .label {
        display: flex;
        align-items: center;
        gap: 0.55em;
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
        padding-bottom: 0.08em;
        text-align: left;
      }
      .about {
        margin-top: 0.35em;
        font-size: var(--tv-body);
        color: var(--text-dim);
      }
      .next {
        max-width: 34cqw;
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
        text-align: inherit;
      }
      .next span {
        color: var(--text-dim);
      }
      progress-line,
      .fold {
        grid-column: 1 / -1;
      }
      /* Opens and closes in height, so that title and line glide up to make room. */
      .fold {
        display: grid;
        grid-template-rows: 0fr;
        margin-top: calc(-1 * clamp(0.75rem, 2.4vh, 3rem));
        visibility: hidden;
        opacity: 0;
        transition:
          grid-template-rows var(--normal) var(--ease),
          opacity var(--normal) var(--ease),
          visibility 0s var(--normal);
      }
      .fold.open {
        grid-template-rows: 1fr;
        visibility: visible;
        opacity: 1;
        transition:
          grid-template-rows var(--normal) var(--ease),
          opacity var(--normal) var(--ease);
      }
      stage-controls {
        min-height: 0;
        overflow: hidden;
      }
      @container (max-width: 760px) {
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
      @container (max-width: 760px) and (max-height: 440px) {
        .next,
        .about {
          display: none;
        }
        h1 {
          max-width: 64cqw; /* beside the code */
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Snapshot|null} */
    this.snapshot = null;
    /** @type {Item|null} */
    this.item = null;
    /** @type {View|null} */
    this.view = null;
    /** @type {Controller|null} */
    this.controller = null;
    /** Somebody is at the screen: the buttons are there. */
    this.serving = false;
    this.code = false;
    this.listed = false;
    this.full = false;
  }

  get state() {
    return this.snapshot?.state ?? null;
  }

  /** The condition in a word. @returns {{text: string, now: boolean}} */
  get condition() {
    if (this.state?.playback.status === 'paused') return {text: words.paused, now: false};
    const status = this.view?.status ?? 'loading';
    if (status === 'loading' && this.item && isList(this.item.media)) return {text: desktop.opening, now: false};
    return {text: CONDITIONS[status], now: status === 'playing'};
  }

  render() {
    const {item, snapshot, state, view, controller} = this;
    if (!item || !snapshot || !state || !view || !controller) return nothing;
    const {title, by} = describeItem(item);
    const source = sourceName(item.media);
    const {text, now} = this.condition;
    return html`
      <div>
        <p class="label ${now ? 'now' : ''}" role="status">${text}</p>
        <h1 class="two-lines" dir="auto">${title}</h1>
        <p class="about">${[by && (item.fallback ? words.from(by) : words.by(by)), source].filter(Boolean).join(' · ')}</p>
      </div>
      ${this.renderNext(state)}
      <progress-line .item=${item} .duration=${view.duration} .controller=${controller} .serving=${this.serving} .fixed=${!can(snapshot, 'seek')}></progress-line>
      <div class="fold ${this.serving ? 'open' : ''}" ?inert=${!this.serving}>
        <stage-controls
          .state=${state}
          .listed=${this.listed}
          .code=${this.code}
          .full=${this.full}
          .silent=${!can(snapshot, 'volume')}
          .captions=${view.captions.length > 0}
        ></stage-controls>
      </div>
    `;
  }

  /** @param {State} state */
  renderNext(state) {
    const next = upNext(state);
    if (next.kind === 'none') return html`<div></div>`;
    if (next.kind === 'again') return html`<div class="next"><p class="label">${words.next}</p><b class="one-line">${words.again}</b></div>`;
    if (next.kind === 'surprise') return html`<div class="next"><p class="label">${words.next}</p><b class="one-line">${words.shuffled}</b></div>`;
    const {title, by} = describeItem(next.item);
    return html`<div class="next">
      <p class="label">${words.next}</p>
      <b class="one-line" dir="auto">${title}</b>
      ${by ? html`<span>${words.nextBy(by)}</span>` : nothing}
    </div>`;
  }
}

customElements.define('now-bar', NowBar);

/**
 * Whether this screen's player can do something; until it has said, the common things count as possible.
 * @param {Snapshot} snapshot
 * @param {'seek'|'volume'} ability
 */
function can({players, client}, ability) {
  return players.find((player) => player.client === client)?.can?.includes(ability) ?? true;
}
