// Nothing plays: how to join, large enough to scan from across the room.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.en.js';
import {mediaTitle} from '../../shared/format.js';
import {currentItem} from '../../shared/reducer.js';
import {spaced} from '../session-info.js';

/** @import {State} from '../../shared/protocol.js' */
/** @import {SessionInfo} from '../session-info.js' */

const words = desktop.idle;

/** More names than these would not be read; the rest is counted. */
const NAMES_SHOWN = 6;

export class IdleScreen extends LitElement {
  static properties = {
    session: {attribute: false},
    info: {attribute: false},
    state: {attribute: false},
    names: {attribute: false},
    needsStart: {attribute: false},
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: auto;
        background: radial-gradient(95% 120% at 88% 8%, var(--surface) 0%, transparent 62%), var(--bg);
      }
      main {
        display: grid;
        grid-template: 1fr auto / minmax(0, 1fr) auto;
        column-gap: clamp(2rem, 6vw, 9rem);
        row-gap: 4vh;
        min-height: 100%;
        padding: 7vh 7vw 5vh;
      }
      .how {
        align-self: center;
        display: grid;
        gap: clamp(1rem, 3.4vh, 4rem);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 0.5em;
        color: var(--text-dim);
        font-size: var(--tv-body);
        font-weight: 600;
        letter-spacing: 0.01em;
      }
      .brand img {
        width: 1.7em;
      }
      h1 {
        font-size: calc(var(--tv-title) * 1.28);
        font-weight: 700;
        line-height: 1.06;
        letter-spacing: -0.02em;
        max-width: 11em;
        text-wrap: balance;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        padding-bottom: 0.08em;
      }
      .lead {
        margin-top: 0.45em;
        font-size: var(--tv-large);
        color: var(--text-dim);
        max-width: 26em;
        text-wrap: pretty;
      }
      .type {
        font-size: var(--tv-body);
        color: var(--text-dim);
      }
      .address {
        color: var(--text);
        font-weight: 650;
        overflow-wrap: anywhere;
      }
      .code {
        display: block;
        margin-top: 0.16em;
        font: 700 var(--tv-code) / 1.1 var(--font-code);
        color: var(--text);
        letter-spacing: 0.04em;
        word-spacing: -0.3em;
        white-space: nowrap;
      }
      .code:empty::before {
        content: '\\00a0';
      }
      .qr {
        align-self: center;
        width: min(68vh, 38vw, 1400px);
        aspect-ratio: 1;
        padding: clamp(0.25rem, 0.6vw, 1.25rem); /* the picture has its quiet zone */
        border-radius: var(--radius-l);
        background: #fff;
        box-shadow: var(--shadow);
      }
      .qr img {
        width: 100%;
        height: 100%;
      }
      footer {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--s4) var(--s6);
        min-height: 3.4em;
        font-size: var(--tv-body);
        color: var(--text-dim);
      }
      .names {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5em;
      }
      .names li {
        display: flex;
        align-items: center;
        gap: 0.45em;
        padding: 0.3em 0.85em;
        border-radius: var(--radius-round);
        background: var(--surface-raised);
        color: var(--text);
        font-weight: 550;
        max-width: 14em;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        animation: arrive var(--slow) var(--ease);
      }
      .names .icon {
        flex: none;
        color: var(--text-dim);
      }
      .names li.more {
        background: none;
        color: var(--text-dim);
      }
      .start {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.6em 1.2em;
        font-size: var(--tv-small);
        color: var(--text-dim);
      }
      .start .icon {
        fill: currentColor;
      }
      .start .button {
        font-size: var(--tv-large);
        padding: 0.62em 1.5em 0.62em 1.2em;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(0.5em);
        }
      }
      @media (max-aspect-ratio: 1/1) {
        main {
          grid-template: auto / 1fr;
          grid-auto-rows: auto;
          align-content: start;
          padding: 4vh 7vw;
          row-gap: 2.6vh;
        }
        .how {
          display: contents;
        }
        .qr {
          order: 1;
          justify-self: center;
          width: min(80vw, 44vh);
        }
        .type {
          order: 2;
        }
        footer {
          order: 3;
        }
        .lead,
        .start p {
          display: none;
        }
      }
      @media (max-height: 520px) {
        main {
          padding-block: 4vh 3vh;
          row-gap: 2vh;
        }
        .lead {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.session = '';
    /** @type {SessionInfo|null} */
    this.info = null;
    /** @type {State|null} */
    this.state = null;
    /** @type {string[]} */
    this.names = [];
    this.needsStart = false;
  }

  /** What there is to say at this point of the evening. */
  get words() {
    const {state} = this;
    const last = currentItem(state);
    if (last?.failed) return words.failed(mediaTitle(last.media), last.failed);
    if (state?.playback.status === 'ended') return words.over;
    return state?.items.length ? words.ready : words.empty;
  }

  render() {
    const {heading, lead} = this.words;
    return html`
      <main>
        <div class="how">
          <p class="brand"><img src="/web/icons/logo.svg" alt="" />${desktop.product}</p>
          <div>
            <h1>${heading}</h1>
            <p class="lead" role="status">${lead}</p>
          </div>
          <p class="type">
            ${words.orOpen} <span class="address">${this.info?.address ?? '…'}</span> ${words.andType}
            <strong class="code">${this.info ? spaced(this.info.code) : ''}</strong>
          </p>
          ${this.needsStart ? this.renderStart() : nothing}
        </div>
        <div class="qr"><img src="/api/sessions/${this.session}/qr.svg" alt=${words.qrAlt} /></div>
        <footer>${this.renderNames()}</footer>
      </main>
    `;
  }

  renderNames() {
    const shown = this.names.slice(0, NAMES_SHOWN);
    const more = this.names.length - shown.length;
    if (shown.length === 0) return html`<p role="status">${words.nobody}</p>`;
    return html`<ul class="names" aria-label=${words.here} aria-live="polite">
      ${shown.map((name) => html`<li>${icon('smartphone', '1em')}${name}</li>`)}
      ${more > 0 ? html`<li class="more">${words.more(more)}</li>` : nothing}
    </ul>`;
  }

  renderStart() {
    return html`<div class="start">
      <button class="button primary" type="button">${icon('play', '1.1em')}${desktop.start.button}</button>
      <p>${desktop.start.hint}</p>
    </div>`;
  }
}

customElements.define('idle-screen', IdleScreen);
