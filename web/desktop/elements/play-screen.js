// Something plays: the words over the media, and what is to be said when it does not go by itself.

import {LitElement, css, html, nothing, classMap} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {mediaTitle} from '../../shared/format.js';
import {pickCaptions} from '../../shared/model/captions.js';
import {currentItem} from '../../shared/reducer.js';
import {desktop as words} from '../../shared/strings/desktop.js';
import {act} from '../ask.js';
import {upNext} from '../model/up-next.js';
import './audio-visual.js';
import './caption-lines.js';
import './elsewhere-card.js';
import './failure-card.js';
import './join-card.js';
import './next-card.js';
import './now-bar.js';
import './volume-sign.js';

/** @import {Item, State} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Level} from '../attention.js' */
/** @import {Controller, View} from '../playback/controller.js' */
/** @import {SessionInfo} from '../session-info.js' */

export class PlayScreen extends LitElement {
  static properties = {
    session: {attribute: false},
    info: {attribute: false},
    snapshot: {attribute: false},
    controller: {attribute: false},
    view: {attribute: false},
    level: {attribute: false},
    code: {attribute: false},
    listed: {attribute: false},
    full: {attribute: false},
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
      audio-visual {
        position: absolute;
        inset: 0;
      }
      /* Not seen, but there for who listens: what can be pressed in them comes and goes by itself. */
      now-bar,
      join-card {
        position: absolute;
        opacity: 0;
        transition: opacity var(--slow) var(--ease);
      }
      .shown {
        opacity: 1;
      }
      now-bar {
        inset: auto 5cqw 5cqh;
      }
      join-card {
        top: 5cqh;
        right: 5cqw;
      }
      next-card {
        position: absolute;
        right: 5cqw;
        bottom: 5cqh;
      }
      volume-sign {
        position: absolute;
        top: 5cqh;
        left: 50%;
        transform: translateX(-50%);
        pointer-events: none;
      }
      @container (max-width: 760px) {
        volume-sign {
          top: 30cqh;
        }
      }
      @container (max-width: 760px) and (max-height: 440px) {
        volume-sign {
          top: 5cqh;
          left: 5cqw;
          transform: none;
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
        padding: 0 8cqw 12cqh;
        pointer-events: none;
      }
      .centre.sign {
        padding: 0; /* where the picture has its own middle */
      }
      .blocked {
        pointer-events: auto;
        background: rgb(6 7 9 / 62%);
        font-size: var(--tv-body);
      }
      .blocked .button {
        font-size: var(--tv-title);
        padding: 0.5em 1.3em 0.5em 1.05em;
        box-shadow: var(--shadow);
      }
      .disc {
        display: grid;
        place-items: center;
        width: 2.1em;
        aspect-ratio: 1;
        border-radius: 50%;
        background: rgb(6 7 9 / 62%);
        font-size: clamp(2rem, min(4.4cqw, 8cqh), 8rem);
        animation: appear var(--normal) var(--ease);
      }
      .waits {
        animation: appear 1ms 500ms both; /* a short wait is not worth a sign */
      }
      .waits .icon {
        animation: turn 1.1s linear infinite;
      }
      .blocked .icon,
      .paused .icon {
        fill: currentColor;
        stroke-width: 1;
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
        .waits .icon {
          animation: none !important;
        }
      }
      /* The words are where it would be, and say it. */
      @container (max-height: 440px) {
        .paused {
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
    /** @type {Snapshot|null} */
    this.snapshot = null;
    /** @type {Controller|null} */
    this.controller = null;
    /** @type {View|null} */
    this.view = null;
    /** @type {Level} */
    this.level = 'words';
    /** The code stays, whatever goes. */
    this.code = false;
    this.listed = false;
    this.full = false;
  }

  render() {
    const {snapshot, view, controller, level} = this;
    const state = snapshot?.state;
    const item = currentItem(state ?? null);
    if (!state || !view || !item || !controller) return nothing;
    if (controller.isElsewhere) return html`<main><elsewhere-card .snapshot=${snapshot} .item=${item}></elsewhere-card></main>`;
    const soundOnly = view.picture === false;
    const shown = level !== 'quiet' || view.status !== 'playing' || soundOnly;
    return html`<main @dblclick=${this.#enlarge}>
      ${soundOnly ? html`<audio-visual .item=${item} .moving=${view.status === 'playing'}></audio-visual>` : nothing}
      ${this.renderCentre(state, view, item)}
      <now-bar
        class=${classMap({shown})}
        ?clear=${soundOnly}
        .snapshot=${snapshot}
        .item=${item}
        .view=${view}
        .controller=${controller}
        .serving=${shown && level === 'controls' && view.status !== 'blocked'}
        .code=${this.code}
        .listed=${this.listed}
        .full=${this.full}
      ></now-bar>
      <caption-lines .controller=${controller} .raised=${shown} .language=${pickCaptions(state.captions, view.captions.map(({language}) => language))}></caption-lines>
      <next-card .state=${state} .item=${item} .view=${view} .controller=${controller} .hushed=${shown}></next-card>
      <join-card class=${classMap({shown: shown || this.code, small: !shown})} .session=${this.session} .info=${this.info}></join-card>
      <volume-sign .volume=${state.volume} .muted=${state.muted} .hushed=${level === 'controls'}></volume-sign>
    </main>`;
  }

  /** As in every player; the buttons have clicks of their own. @param {MouseEvent} event */
  #enlarge(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (!target.closest('button, input, now-bar')) act(this, 'fullscreen');
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
        return html`<div class="centre sign"><span class="disc waits">${icon('loader-circle', '1em')}</span></div>`;
      case 'paused':
        return view.picture === false ? nothing : html`<div class="centre sign"><span class="disc paused">${icon('pause', '1em')}</span></div>`;
      default:
        return nothing;
    }
  }
}

customElements.define('play-screen', PlayScreen);
