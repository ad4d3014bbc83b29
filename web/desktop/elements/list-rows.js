// The rows of the list. They have one height and stand by transforms: so a change of order is arithmetic, rows glide to
// their places, and a long list renders only what is seen.

import {LitElement, guard, html, nothing, repeat} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {mediaTitle} from '../../shared/format.js';
import {desktop} from '../../shared/strings/desktop.js';
import {beforeAt, beforeFor} from '../../shared/model/order.js';
import {makeWay, visibleRows} from '../../shared/model/rows.js';
import {ask, command} from '../ask.js';
import {Drag} from '../drag.js';
import {rowFor, scrollFor} from '../model/windowed.js';
import {rowContent} from './list-row.js';
import {faceStyles, rowStyles} from './list-styles.js';

/** @import {Item, State} from '../../shared/protocol.js' */
/** @import {Place} from '../../shared/model/order.js' */
/** @import {RowActions} from './list-row.js' */

const words = desktop.list;

/** Height of a row, times the size of its text: two lines and the air around them. */
const ROW_EM = 3.9;

/** What Alt and a key do to the row that has the focus. @type {Record<string, Place>} */
const MOVES = {ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'end'};

export class ListRows extends LitElement {
  static properties = {
    state: {attribute: false},
    active: {state: true},
  };

  static styles = [base, faceStyles, rowStyles];

  constructor() {
    super();
    /** @type {State|null} */
    this.state = null;
    /** Id of the row that Tab leads to. @type {string|null} */
    this.active = null;
    /** px */
    this.height = 64;
    /** What had the focus before an update moved it in the document. @type {HTMLElement|null} */
    this.focused = null;
    this.drag = new Drag({
      list: this,
      layout: () => this.#layout,
      indexOf: (id) => this.#indexOf(id),
      changed: () => this.requestUpdate(),
      drop: (id, from, to) => this.#drop(id, from, to),
    });
    /** @type {RowActions} */
    this.actions = {
      play: (item) => this.#play(item),
      playNext: (item) => this.#move(item, 'next'),
      remove: (item) => this.#remove(item),
    };
    this.measuring = new ResizeObserver(() => this.#measure());
    this.addEventListener('scroll', () => this.requestUpdate(), {passive: true});
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('focusin', () => (this.active = this.#focusedRow?.dataset.id ?? this.active));
  }

  connectedCallback() {
    super.connectedCallback();
    this.measuring.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.measuring.disconnect();
    this.drag.cancel();
  }

  /** @returns {readonly Item[]} */
  get #items() {
    return this.state?.items ?? [];
  }

  get #layout() {
    return {count: this.#items.length, height: this.height};
  }

  /** @param {string|null} id */
  #indexOf(id) {
    return id === null ? -1 : this.#items.findIndex((item) => item.id === id);
  }

  /** @returns {HTMLElement|null} */
  get #focusedRow() {
    return this.shadowRoot?.activeElement?.closest('li') ?? null;
  }

  #measure() {
    this.height = Math.round(ROW_EM * parseFloat(getComputedStyle(this).fontSize));
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.focused = /** @type {HTMLElement|null} */ (this.shadowRoot?.activeElement ?? null);
    if (!changed.has('state')) return;
    this.drag.refresh();
    if (this.#indexOf(this.active) < 0) this.active = this.state?.playback.item ?? this.#items[0]?.id ?? null;
  }

  /** Rows that change places move in the document, and what moves there loses the focus. */
  updated() {
    const {focused} = this;
    this.focused = null;
    if (focused?.isConnected && this.shadowRoot?.activeElement === null && document.hasFocus()) focused.focus({preventScroll: true});
  }

  render() {
    const {state} = this;
    if (!state) return nothing;
    const current = this.#indexOf(state.playback.item);
    const rows = this.#rendered();
    return html`<ol style="height:${this.#items.length * this.height}px;--row:${this.height}px" class=${this.drag.row ? 'dragging' : ''} aria-label=${words.heading}>
      ${repeat(rows, ({item}) => item.id, ({item, index}) => this.#row(item, index, current))}
    </ol>`;
  }

  /** What is seen, in order; and what must not go from the document: the row with the focus, the one being dragged. */
  #rendered() {
    const items = this.#items;
    const [first, last] = visibleRows(this.#layout, this.scrollTop, this.clientHeight || innerHeight);
    const indexes = Array.from({length: last - first}, (_, i) => first + i);
    for (const index of [this.#indexOf(this.#focusedRow?.dataset.id ?? null), this.drag.row?.from ?? -1]) {
      if (index >= 0 && !indexes.includes(index)) indexes.push(index);
    }
    return indexes.sort((a, b) => a - b).map((index) => ({item: items[index], index}));
  }

  /** @param {Item} item @param {number} index @param {number} current */
  #row(item, index, current) {
    const {row} = this.drag;
    const now = index === current;
    const follows = index === current + 1 && current >= 0;
    const active = item.id === this.active;
    const moving = now && this.state?.playback.status === 'playing';
    const dragged = row?.id === item.id;
    return html`<li
      class="${now ? 'current' : ''} ${moving ? 'moving' : ''} ${active ? 'active' : ''} ${dragged ? 'dragged' : ''}"
      data-id=${item.id}
      style="transform:translateY(${this.#top(index)}px)"
      aria-setsize=${this.#items.length}
      aria-posinset=${index + 1}
      @pointerdown=${this.#press}
    >
      ${guard([item, index, now, follows, active], () => rowContent({item, index, now, follows, active}, this.actions))}
    </li>`;
  }

  /** @param {number} index */
  #top(index) {
    const {row} = this.drag;
    const top = index * this.height;
    if (!row) return top;
    return index === row.from ? top + row.distance : top + makeWay(index, row.from, row.to) * this.height;
  }

  /** A finger scrolls the list, but by the grip; a mouse drags a row wherever there is no button. @param {PointerEvent} event */
  #press(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const grip = target.closest('.grip') !== null;
    if (!grip && (event.pointerType === 'touch' || target.closest('.tool'))) return;
    const row = /** @type {HTMLElement} */ (event.currentTarget);
    this.drag.press(event, row.dataset.id ?? '');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const item = this.#items[this.#indexOf(this.#focusedRow?.dataset.id ?? null)];
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (this.#keyOn(item, event)) event.preventDefault();
  }

  /** @param {Item} item @param {KeyboardEvent} event  true: it was for the list */
  #keyOn(item, {key, altKey}) {
    if (altKey) return key in MOVES && Boolean(this.#move(item, MOVES[key]));
    if (key === 'Delete' || key === 'Backspace') return Boolean(this.#remove(item));
    const to = rowFor(key, this.#indexOf(item.id), this.#items.length, Math.max(1, Math.floor(this.clientHeight / this.height) - 1));
    return to !== null && Boolean(this.focusRow(to));
  }

  /**
   * Puts the focus on a row, wherever it is.
   * @param {number} index
   */
  async focusRow(index) {
    const item = this.#items[index];
    if (!item) return;
    this.active = item.id;
    this.#show(index);
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.renderRoot.querySelector('li.active .main'))?.focus({preventScroll: true});
  }

  /** @param {number} index */
  #show(index) {
    this.scrollTo({top: scrollFor(index, this.height, this.scrollTop, this.clientHeight)});
    this.requestUpdate();
  }

  /** The current row, with a little of what was before it. */
  async showCurrent() {
    this.#measure();
    await this.updateComplete; // the list has its height
    this.scrollTo({top: (this.#indexOf(this.state?.playback.item ?? null) - 1) * this.height});
  }

  /** The row to go to when the list opens. */
  get start() {
    return Math.max(0, this.#indexOf(this.active));
  }

  /** The current one goes on rather than from the start: a stray click must not put everybody back. @param {Item} item */
  #play(item) {
    const {playback} = /** @type {State} */ (this.state);
    if (item.id !== playback.item) command(this, 'jump', {item: item.id});
    else if (playback.status !== 'playing') command(this, 'play');
  }

  /** @param {Item} item */
  async #remove(item) {
    const index = this.#indexOf(item.id);
    const focused = this.#focusedRow?.dataset.id === item.id;
    const {ok} = await ask(this, 'remove', {items: [item.id]});
    if (!ok) return;
    this.#tell(words.removed(mediaTitle(item.media)), true);
    await this.updateComplete;
    if (focused) this.focusRow(Math.min(index, this.#items.length - 1));
  }

  /** @param {Item} item @param {Place} place */
  async #move(item, place) {
    const before = beforeFor(this.#items, item.id, place, this.state?.playback.item ?? null);
    if (before !== undefined) await this.#send(item, before);
  }

  /** @param {string} id @param {number} from @param {number} to */
  async #drop(id, from, to) {
    const item = this.#items[from];
    const before = beforeAt(this.#items, from, to);
    if (item?.id === id && before !== undefined) await this.#send(item, before);
  }

  /** @param {Item} item @param {string|null} before */
  async #send(item, before) {
    const {ok} = await ask(this, 'move', {items: [item.id], before});
    if (!ok) return;
    await this.updateComplete;
    const index = this.#indexOf(item.id);
    if (index < 0) return;
    if (this.#focusedRow?.dataset.id === item.id) this.#show(index);
    this.#tell(words.moved(index + 1, this.#items.length), false);
  }

  /** @param {string} text @param {boolean} undo */
  #tell(text, undo) {
    this.dispatchEvent(new CustomEvent('note', {bubbles: true, composed: true, detail: {text, undo}}));
  }
}

customElements.define('list-rows', ListRows);
