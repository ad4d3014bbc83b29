// What was played here, newest first, each to be had again with one tap.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {formatTime} from '../../shared/format.js';
import {fetchHistory, onceEach} from '../history.js';
import {whenText} from '../../shared/model/when.js';
import {text} from '../more-strings.js';
import {describe} from '../strings.js';
import {busy} from '../styles.js';
import './entry-list.js';
import {notice, noticeStyles} from './notice.js';

/** @import {Item} from '../../shared/protocol.js' */
/** @import {Played} from '../history.js' */
/** @import {Entry} from './entry-row.js' */
/** @import {SheetContext} from './sheet-page.js' */

/** The last time that something was played. @param {Played} played */
const keyOf = ({item, at}) => `${at} ${item.id}`;

export class PlayedPanel extends LitElement {
  static properties = {context: {attribute: false}, entries: {state: true}, status: {state: true}};

  static styles = [base, buttons, busy, noticeStyles, css`
    :host {
      display: block;
    }
    .more {
      width: 100%;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** @type {Played[]} */
    this.entries = [];
    /** @type {'loading'|'ready'|'failed'} */
    this.status = 'loading';
    /** The current item that the entries were loaded for. @type {string|null|undefined} */
    this.loadedFor = undefined;
    this.loading = new AbortController();
  }

  get snapshot() {
    return this.context?.snapshot;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.loading.abort();
  }

  /** Another item plays: the one before it is among those that were. */
  willUpdate() {
    const state = this.snapshot?.state;
    if (!state || this.loadedFor === state.playback.item) return;
    this.loadedFor = state.playback.item;
    this.#load(state.session);
  }

  render() {
    const now = this.snapshot?.state?.playback.item;
    const entries = onceEach(this.entries.filter(({item}, i) => i > 0 || item.id !== now)); // the newest is what plays
    if (this.status === 'failed') {
      return html`${notice('circle-alert', text.playedFailed)}<button class="button more" @click=${() => this.#load(this.snapshot?.state?.session ?? '')}>${text.tryAgain}</button>`;
    }
    if (this.status === 'ready' && entries.length === 0) return notice('history', text.nothingPlayed);
    return html`<entry-list .entries=${entries.map((played) => this.#row(played))} .context=${this.context} .label=${text.playedLately} aria-busy=${this.status === 'loading' && entries.length === 0}></entry-list>`;
  }

  /** @param {Played & {times: number}} played @returns {Entry} */
  #row(played) {
    const {item, at, times} = played;
    const {title, length, by, source} = describe(item);
    const {snapshot} = this;
    const mine = item.addedBy?.client !== undefined && item.addedBy.client === snapshot?.client;
    const when = whenText(at, Date.now(), navigator.language);
    const often = times > 1 ? `${times} ×` : '';
    const meta = [when, often, length === null ? '' : formatTime(length), mine ? text.you : by || source].filter(Boolean).join(' · ');
    return {key: keyOf(played), title, meta, media: item.media, item: again(item)};
  }

  /** @param {string} session */
  async #load(session) {
    this.loading.abort();
    this.loading = new AbortController();
    const {signal} = this.loading;
    this.status = 'loading';
    try {
      this.entries = await fetchHistory(session, signal);
      this.status = 'ready';
    } catch {
      if (!signal.aborted) this.status = 'failed';
    }
  }
}

/** The same once more: the part of it that was played, and the title that is known already. @param {Item} item */
function again({media, start, end}) {
  return {url: media.url, ...(media.title && {title: media.title}), ...(start !== undefined && {start}), ...(end !== undefined && {end})};
}

customElements.define('played-panel', PlayedPanel);
