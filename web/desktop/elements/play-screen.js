// Something plays: the words over the media, and what is to be said when it does not go by itself.

import {LitElement, css, html, nothing, classMap} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {mediaTitle} from '../../shared/format.js';
import {currentItem} from '../../shared/reducer.js';
import {desktop as words} from '../../shared/strings/desktop.en.js';
import {upNext} from '../up-next.js';
import './audio-visual.js';
import './failure-card.js';
import './join-card.js';
import './now-bar.js';
import './volume-sign.js';

/** @import {Item, State} from '../../shared/protocol.js' */
/** @import {Controller, View} from '../controller.js' */
/** @import {SessionInfo} from '../session-info.js' */

export class PlayScreen extends LitElement {
  static properties = {
    session: {attribute: false},
    info: {attribute: false},
    state: {attribute: false},
    controller: {attribute: false},
    view: {attribute: false},
    active: {attribute: false},
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: block;
        color: var(--text);
      }
      main,
      audio-visual,
      .over {
        position: absolute;
        inset: 0;
      }
      .over {
        background:
          linear-gradient(to top, rgb(6 7 9 / 92%) 0%, rgb(6 7 9 / 74%) 22%, transparent 56%),
          linear-gradient(to bottom, rgb(6 7 9 / 55%) 0%, transparent 26%);
        opacity: 0;
        transition: opacity var(--slow) var(--ease);
      }
      .over.shown {
        opacity: 1;
      }
      .over.plain {
        background: none;
      }
      now-bar {
        position: absolute;
        inset: auto 5vw 5vh;
      }
      join-card {
        position: absolute;
        top: 5vh;
        right: 5vw;
      }
      volume-sign {
        position: absolute;
        top: 5vh;
        left: 50%;
        transform: translateX(-50%);
      }
      @media (max-width: 760px) {
        volume-sign {
          top: 22vh;
        }
      }
      .centre {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--s5);
        text-align: center;
        padding: 0 8vw 12vh;
      }
      .blocked {
        background: rgb(6 7 9 / 62%);
        font-size: var(--tv-body);
      }
      .blocked .button {
        font-size: var(--tv-title);
        padding: 0.5em 1.3em 0.5em 1.05em;
        box-shadow: var(--shadow);
      }
      .spinner {
        font-size: clamp(3rem, 5vw, 9rem);
        animation:
          turn 1.1s linear infinite,
          appear 1ms 500ms both; /* a short wait is not worth a sign */
        color: var(--text);
        filter: drop-shadow(0 2px 8px rgb(0 0 0 / 60%));
      }
      .paused {
        font-size: clamp(4rem, 8vw, 14rem);
        filter: drop-shadow(0 2px 12px rgb(0 0 0 / 60%));
      }
      .blocked .icon,
      .paused .icon {
        fill: currentColor;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .spinner {
          animation: none !important;
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
    /** @type {Controller|null} */
    this.controller = null;
    /** @type {View|null} */
    this.view = null;
    this.active = true;
  }

  render() {
    const {state, view, controller} = this;
    const item = currentItem(state);
    if (!state || !view || !item || !controller) return nothing;
    const soundOnly = view.picture === false;
    const restless = view.status !== 'playing' || soundOnly;
    return html`<main>
      ${soundOnly ? html`<audio-visual .item=${item} .moving=${view.status === 'playing'}></audio-visual>` : nothing}
      <div class=${classMap({over: true, shown: this.active || restless, plain: soundOnly})}>
        <join-card .session=${this.session} .info=${this.info}></join-card>
        <now-bar .state=${state} .item=${item} .view=${view} .controller=${controller}></now-bar>
      </div>
      <volume-sign .volume=${state.volume} .muted=${state.muted}></volume-sign>
      ${this.renderCentre(state, view, item)}
    </main>`;
  }

  /** @param {State} state @param {View} view @param {Item} item */
  renderCentre(state, view, item) {
    switch (view.status) {
      case 'blocked':
        return html`<div class="centre blocked">
          <button class="button primary" type="button">${icon('play', '1em')}${words.blocked.button}</button>
          <p>${words.blocked.hint}</p>
        </div>`;
      case 'failed':
        return html`<div class="centre">
          <failure-card .name=${mediaTitle(item.media)} .reason=${view.reason} .goesOn=${upNext(state).kind !== 'none'}></failure-card>
        </div>`;
      case 'loading':
      case 'buffering':
        return html`<div class="centre"><span class="spinner">${icon('loader-circle', '1em')}</span></div>`;
      case 'paused':
        return view.picture === false ? nothing : html`<div class="centre"><span class="paused">${icon('pause', '1em')}</span></div>`;
      default:
        return nothing;
    }
  }
}

customElements.define('play-screen', PlayScreen);
