// Nothing plays: how to join, large enough to scan from across the room.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {said} from '../../shared/said.js';
import {mediaTitle} from '../../shared/format.js';
import {currentItem} from '../../shared/reducer.js';
import {act, command} from '../ask.js';
import {spaced} from '../session-info.js';
import {plainButton} from './button-styles.js';

/** @import {State} from '../../shared/protocol.js' */
/** @import {SessionInfo} from '../session-info.js' */

const words = desktop.idle;
const {controls} = desktop;

/** More names than these would not be read; the rest is counted. */
const NAMES_SHOWN = 6;

export class IdleScreen extends LitElement {
  static properties = {
    session: {attribute: false},
    info: {attribute: false},
    state: {attribute: false},
    names: {attribute: false},
    needsStart: {attribute: false},
    listed: {attribute: false},
    full: {attribute: false},
  };

  static styles = [
    base,
    buttons,
    plainButton,
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
        column-gap: clamp(2rem, 6cqw, 9rem);
        row-gap: 4cqh;
        min-height: 100%;
        padding: 7cqh 7cqw 5cqh;
      }
      .how {
        align-self: center;
        display: grid;
        gap: clamp(1rem, 3.4cqh, 4rem);
        padding-top: max(0px, 2.2 * var(--tv-body) - 2cqh); /* the name of the product stands above */
      }
      h1 {
        font-size: min(1.28 * var(--tv-title), 5.2cqw);
        font-weight: 700;
        line-height: 1.06;
        letter-spacing: -0.02em;
        max-width: 11em;
        text-wrap: balance;
        word-break: auto-phrase; /* where Japanese may break; elsewhere as ever */
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
        word-break: auto-phrase;
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
        width: min(68cqh, 38cqw, 1400px);
        aspect-ratio: 1;
        padding: clamp(0.25rem, 0.6cqw, 1.25rem); /* the picture has its quiet zone */
        border-radius: var(--radius-l);
        background: #fff;
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      .qr img {
        width: 100%;
        height: 100%;
      }
      footer {
        grid-column: 1 / -1;
        display: flex;
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
        max-width: 9em;
        white-space: nowrap;
        animation: arrive var(--slow) var(--ease);
      }
      .names span {
        overflow: hidden;
        text-overflow: ellipsis;
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
      .tools {
        display: flex;
        gap: 0.4em;
        margin-left: auto;
      }
      .tools .button {
        --target: max(48px, 2.2em);
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(0.5em);
        }
      }
      @container (max-aspect-ratio: 1/1) {
        main {
          display: flex;
          flex-direction: column;
          align-items: center;
          row-gap: 2.6cqh;
          padding-top: calc(7cqh + 2 * var(--tv-body));
          text-align: center;
        }
        .how {
          display: contents;
        }
        h1 {
          font-size: min(1.28 * var(--tv-title), 9cqw);
        }
        .qr {
          order: 1;
          width: min(80cqw, 44cqh);
          margin-block: auto;
        }
        .type {
          order: 2;
        }
        footer {
          order: 3;
          flex-direction: column;
          margin-top: auto;
        }
        .names,
        .tools {
          justify-content: center;
          margin: 0;
        }
        .lead,
        .start p {
          display: none;
        }
      }
      @container (max-height: 520px) {
        main {
          padding-block: 4cqh 3cqh;
          row-gap: 2cqh;
        }
        .lead {
          display: none;
        }
      }
      @container (max-height: 420px) {
        .how {
          gap: 0.6rem;
          padding-top: 0;
        }
        h1 {
          font-size: var(--tv-title);
        }
        .start p {
          display: none;
        }
        .names {
          flex-wrap: nowrap;
          overflow: hidden;
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
    this.listed = false;
    this.full = false;
  }

  /** What there is to say at this point of the evening. */
  get words() {
    const {state} = this;
    const last = currentItem(state);
    if (last?.failed) return {heading: desktop.failed.heading(mediaTitle(last.media)), lead: said(last.failed, desktop.sentence)};
    if (state?.playback.status === 'ended') return words.over;
    return state?.items.length ? words.ready : words.empty;
  }

  render() {
    const {heading, lead} = this.words;
    return html`
      <main>
        <div class="how">
          <div>
            <h1>${heading}</h1>
            <p class="lead" role="status">${lead}</p>
          </div>
          <p class="type">
            ${words.orOpen} <span class="address">${this.info?.address ?? '…'}</span> ${words.andType}
            <strong class="code">${this.info ? spaced(this.info.code) : ''}</strong>
          </p>
          ${this.renderStart()}
        </div>
        <div class="qr"><img src="/api/sessions/${this.session}/qr.svg" alt=${words.qrAlt} /></div>
        <footer>${this.renderNames()}${this.renderTools()}</footer>
      </main>
    `;
  }

  renderNames() {
    const shown = this.names.length <= NAMES_SHOWN + 1 ? this.names : this.names.slice(0, NAMES_SHOWN); // "and 1 more" takes the room of a name
    const more = this.names.length - shown.length;
    if (shown.length === 0) return html`<p role="status">${words.nobody}</p>`;
    return html`<ul class="names" aria-label=${words.here} aria-live="polite">
      ${shown.map((name) => html`<li>${icon('smartphone', '1em')}<span>${name}</span></li>`)}
      ${more > 0 ? html`<li class="more">${words.more(more)}</li>` : nothing}
    </ul>`;
  }

  /** The one button that matters now: the click that lets this page play with sound, or play. */
  renderStart() {
    if (this.needsStart) {
      return html`<div class="start">
        <button class="button primary" type="button">${icon('play', '1.1em')}${desktop.start.button}</button>
        <p>${desktop.start.hint}</p>
      </div>`;
    }
    if (!this.state?.items.length) return nothing;
    return html`<div class="start">
      <button class="button primary" type="button" @click=${() => command(this, 'play')}>${icon('play', '1.1em')}${controls.play}</button>
    </div>`;
  }

  renderTools() {
    return html`<div class="tools" role="group" aria-label=${controls.group}>
      <button class="button plain" type="button" title="${controls.list} (Q)" aria-expanded=${this.listed} @click=${() => act(this, 'list')}>${icon('list-video')}${controls.list}</button>
      ${tool('settings', controls.screen, 'T', () => act(this, 'screen'))}
      ${tool('circle-question-mark', controls.keys, '?', () => act(this, 'help'))}
      ${tool(this.full ? 'minimize' : 'maximize', this.full ? controls.window : controls.fullscreen, 'F', () => act(this, 'fullscreen'))}
    </div>`;
  }
}

/** @param {string} name @param {string} label @param {string} key @param {() => void} click */
function tool(name, label, key, click) {
  return html`<button class="button plain icon-only" type="button" aria-label=${label} title="${label} (${key})" @click=${click}>${icon(name)}</button>`;
}

customElements.define('idle-screen', IdleScreen);
