// What was played here, newest first, each to be had again with one tap.

import {LitElement, css, html, repeat} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {formatTime, mediaTitle} from '../../shared/format.js';
import {addItems} from '../add.js';
import {fetchHistory} from '../history.js';
import {whenText} from '../model/when.js';
import {text} from '../more-strings.js';
import {describe} from '../strings.js';
import {artworkStyles, busy, clamp, iconButton} from '../styles.js';
import {entryRow, entryStyles, notice} from './entry-row.js';

/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Item} from '../../shared/protocol.js' */
/** @import {Played} from '../history.js' */
/** @import {Place} from '../add.js' */
/** @import {Outcome} from './entry-row.js' */

/** One time that something was played: the same item may have been played twice. @param {Played} played */
const keyOf = ({item, at}) => `${at} ${item.id}`;

export class PlayedPanel extends LitElement {
  static properties = {snapshot: {attribute: false}, entries: {state: true}, status: {state: true}, outcomes: {state: true}, spoken: {state: true}};

  static styles = [base, buttons, busy, clamp, iconButton, artworkStyles, entryStyles, css`
    :host {
      display: block;
      min-height: min(32rem, 60dvh);
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    /** @type {Played[]} */
    this.entries = [];
    /** @type {'loading'|'ready'|'failed'} */
    this.status = 'loading';
    /** What became of taps, by entry. @type {ReadonlyMap<string, Outcome>} */
    this.outcomes = new Map();
    this.spoken = '';
    /** The current item that the entries were loaded for. @type {string|null|undefined} */
    this.loadedFor = undefined;
    this.loading = new AbortController();
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
    const entries = this.entries.filter(({item}, i) => i > 0 || item.id !== now); // the newest is what plays
    if (this.status === 'failed') {
      return html`${notice('circle-alert', text.playedFailed)}<button class="button more" @click=${() => this.#load(this.snapshot?.state?.session ?? '')}>${text.tryAgain}</button>`;
    }
    if (this.status === 'ready' && entries.length === 0) return notice('history', text.nothingPlayed);
    return html`<p class="count" role="status">${this.spoken}</p>
      <ul aria-label=${text.playedLately} aria-busy=${this.status === 'loading' && entries.length === 0}>${repeat(entries, keyOf, (played) => this.#entry(played))}</ul>`;
  }

  /** @param {Played} played */
  #entry(played) {
    const {item, at} = played;
    const {title, length, by, source} = describe(item);
    const mine = item.addedBy?.client !== undefined && item.addedBy.client === this.snapshot?.client;
    const when = whenText(at, Date.now(), navigator.language);
    const meta = [when, length === null ? '' : formatTime(length), mine ? text.you : by || source].filter(Boolean).join(' · ');
    return entryRow({title, meta, media: item.media, outcome: this.outcomes.get(keyOf(played)), add: (place) => this.#add(played, place)});
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

  /** @param {Played} played @param {Place} place */
  async #add(played, place) {
    const key = keyOf(played);
    if (this.outcomes.get(key) === 'sending') return;
    this.#note(key, 'sending', this.snapshot?.status === 'online' ? '' : text.kept);
    const [{ok, reason}] = await addItems(this, [again(played.item)], place, () => this.snapshot);
    this.#note(key, ok ? 'added' : 'refused', ok ? text.addedTitle(mediaTitle(played.item.media)) : reason);
  }

  /** @param {string} key @param {Outcome} outcome @param {string} spoken */
  #note(key, outcome, spoken) {
    this.outcomes = new Map(this.outcomes).set(key, outcome);
    this.spoken = spoken;
  }
}

/** The same once more: the part of it that was played, and the title that is known already. @param {Item} item */
function again({media, start, end}) {
  return {url: media.url, ...(media.title && {title: media.title}), ...(start !== undefined && {start}), ...(end !== undefined && {end})};
}

customElements.define('played-panel', PlayedPanel);
