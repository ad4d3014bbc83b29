// What plays, who added it, and how that goes, in words.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/first-icons.js';
import {currentItem} from '../../shared/reducer.js';
import {artwork, artworkStyles} from '../../shared/artwork.js';
import {tell} from '../../shared/ask.js';
import {pictureOf} from '../../shared/model/artwork.js';
import {conditionOf} from '../model/condition.js';
import {conditionText, describe, text} from '../strings.js';
import {fetchReasons, hasWords} from '../../shared/i18n.js';
import {clamp} from '../styles.js';

/** @import {FirstIcon} from '../../vendor/icons.js' */
/** @import {Condition} from '../model/condition.js' */
/** @import {Item} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */

/** Icons beside the words, so that nothing is said by colour alone. @type {Partial<Record<Condition['kind'], FirstIcon>>} */
const ICONS = {
  noScreen: 'monitor-off', blocked: 'monitor-play', failed: 'triangle-alert', loading: 'loader-circle', buffering: 'loader-circle',
  waiting: 'loader-circle', connecting: 'loader-circle', paused: 'pause', ended: 'check', ready: 'play', playing: 'monitor-play', empty: 'monitor-play',
};

/** What needs somebody to do something. */
const URGENT = new Set(['noScreen', 'blocked', 'failed']);

export class NowPlaying extends LitElement {
  static properties = {snapshot: {attribute: false}, library: {type: Boolean}};

  static styles = [base, buttons, clamp, artworkStyles, css`
    :host {
      display: grid;
      grid-template-columns: var(--now-columns, min(7rem, 28vw) minmax(0, 1fr));
      gap: var(--s3) var(--s4);
      align-items: center;
      align-content: var(--now-align, center);
      min-height: 0;
    }
    :host([empty]) {
      grid-template-columns: 1fr;
      justify-items: center;
      align-content: center;
      text-align: center;
      gap: var(--s4);
    }
    /* No picture: its tile need not be large, and the list has the room. */
    :host([plain]) {
      grid-template-columns: min(5.5rem, 28vw) minmax(0, 1fr);
    }
    .art {
      width: 100%;
      border-radius: var(--radius);
      max-height: var(--art-max, none);
      justify-self: center;
    }
    .words {
      min-width: 0;
      display: grid;
      gap: var(--s1);
    }
    h1 {
      font-size: var(--now-title, var(--t-large));
      font-weight: 650;
      line-height: 1.25;
    }
    .by,
    .condition {
      color: var(--text-dim);
      font-size: 0.9375rem;
      line-height: 1.35;
    }
    .condition {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 1.75rem;
      min-width: 0;
    }
    .condition span {
      min-width: 0;
    }
    .condition .icon {
      flex: none;
    }
    .condition.urgent {
      color: var(--text);
      font-weight: 600;
    }
    .condition.failed {
      color: var(--danger);
    }
    .condition.noScreen {
      flex-wrap: wrap;
      column-gap: var(--s2);
    }
    .noScreen span {
      flex: none; /* all of it; what to do stands beside, and below where there is no room */
      max-width: calc(100% - 1.125rem - var(--s2));
    }
    .failed span {
      -webkit-line-clamp: 4;
      line-clamp: 4;
    }
    :host([empty]) .condition {
      flex-wrap: wrap;
      justify-content: center;
    }
    :host([empty]) .noScreen span {
      flex: none;
    }
    /* Under its words, where it has no room beside them. */
    .noScreen .link {
      margin-inline-start: 1.125rem; /* its padding is the gap beside the icon */
    }
    :host([empty]) .noScreen .link {
      margin-inline-start: 0;
    }
    .link {
      flex: 0 1 auto;
      text-align: start;
      min-height: var(--target);
      margin-block: -12px;
      padding: 0 var(--s2);
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .spin .icon {
      animation: spin 1.2s linear infinite;
    }
    @keyframes spin {
      to {
        rotate: 1turn;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .spin .icon {
        animation: none;
      }
    }
    .hint {
      color: var(--text-dim);
    }
    /* Large text: nothing is cut. */
    @media (max-width: 18rem) {
      .one-line {
        white-space: normal;
      }
    }
    .starters {
      display: grid;
      gap: var(--s3);
      width: min(100%, 20rem);
      margin-top: var(--s2);
    }
    .starters .button {
      min-height: 3.5rem;
      padding-inline: var(--s4);
      border-radius: min(1.75rem, 36px);
    }
    .starters .icon {
      flex: none;
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    /** There is a library to look through. */
    this.library = true;
  }

  willUpdate() {
    const state = this.snapshot?.state ?? null;
    const item = currentItem(state) ?? state?.items[0];
    this.toggleAttribute('empty', state?.items.length === 0);
    this.toggleAttribute('plain', Boolean(item && !pictureOf(item.media)));
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return undefined;
    const condition = conditionOf(snapshot);
    const {state} = snapshot;
    if (!state) return this.#connecting(condition);
    if (state.items.length === 0) return this.#empty(condition);
    return this.#item(currentItem(state) ?? state.items[0], condition);
  }

  /** @param {Condition} condition */
  #connecting(condition) {
    return html`<span class="art" style="--hue:260"></span><div class="words"><h1 aria-hidden="true">&nbsp;</h1><p class="by">&nbsp;</p>${this.#condition(condition)}</div>`;
  }

  /** @param {Condition} condition */
  #empty(condition) {
    return html`
      <div class="words"><h1>${text.nothing}</h1><p class="hint">${text.nothingHint}</p></div>
      <div class="starters">
        <button class="button primary" aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'link')}>${icon('plus')} ${text.pasteLink}</button>
        ${this.library ? html`<button class="button" aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'library')}>${icon('library')} ${text.browseLibrary}</button>` : nothing}
      </div>
      ${this.#condition(condition)}`;
  }

  /** @param {Item} item @param {Condition} condition */
  #item(item, condition) {
    const {title, by, source} = describe(item);
    const mine = item.addedBy?.client !== undefined && item.addedBy.client === this.snapshot?.client;
    const who = mine ? text.you : by;
    return html`
      ${artwork(item.media, {size: '2.25rem'})}
      <div class="words">
        <h1 class="two-lines" dir="auto" title=${title}>${title}</h1>
        <p class="by one-line">${who ? (item.fallback ? text.from(who) : text.by(who)) : source}</p>
        ${this.#condition(condition)}
      </div>`;
  }

  /** @param {Condition} condition */
  #condition(condition) {
    const {kind} = condition;
    if (kind === 'failed' && !hasWords()) fetchReasons().then(() => hasWords() && this.requestUpdate());
    const spinning = ICONS[kind] === 'loader-circle';
    return html`<p class="condition ${URGENT.has(kind) ? 'urgent' : ''} ${kind} ${spinning ? 'spin' : ''}">
      ${ICONS[kind] ? icon(/** @type {FirstIcon} */ (ICONS[kind]), '1.125rem') : nothing}
      <span class=${URGENT.has(kind) || kind === 'ready' ? 'two-lines' : 'one-line'}>${conditionText(condition)}</span>
      ${kind === 'noScreen' ? html`<button class="link" aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'screen')}>${text.howToConnect}</button>` : nothing}
    </p>`;
  }
}

customElements.define('now-playing', NowPlaying);
