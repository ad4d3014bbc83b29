// The list: every row, in list order, the current one marked. Rows have one height and stand by transforms, so that a
// change of order is arithmetic, long lists render only what is seen, and rows glide to their new places.

import {LitElement, guard, html, nothing, repeat} from '../../vendor/lit.js';
import {artworkStyles} from '../../shared/artwork.js';
import {base} from '../../shared/element-styles.js';
import {mediaTitle} from '../../shared/format.js';
import {icon} from '../../shared/first-icons.js';
import {ask, command, tell} from '../../shared/ask.js';
import {aheadOf, beforeAt, beforeFor, historyLength} from '../../shared/model/order.js';
import {waitingFor} from '../model/pending.js';
import {listHeight, makeWay, rowTop, visibleRows} from '../../shared/model/rows.js';
import {isMoving, startsIn} from '../model/timeline.js';
import {Reorder} from '../reorder.js';
import {Swipe} from '../swipe.js';
import {placeText, sentences, text} from '../strings.js';
import {busy, clamp, iconButton} from '../styles.js';
import './list-header.js';
import './toast-note.js';
import {rowContent} from './up-next-row.js';
import {listStyles} from './up-next-styles.js';

/** @import {Item, State} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */
/** @import {Layout} from '../../shared/model/rows.js' */
/** @import {Place} from '../../shared/model/order.js' */

/** Height of a row in rem: it grows with the reader's text size. */
const ROW_REM = 4.5;

/** ms that a row takes to glide to its new place. */
const GLIDE_MS = 240;

/** ms between looks at when items begin, which is told in minutes. */
const TICK_MS = 20_000;

export class UpNext extends LitElement {
  static properties = {snapshot: {attribute: false}, edges: {attribute: false}, open: {state: true}, whole: {state: true}};

  static styles = [base, iconButton, busy, clamp, artworkStyles, listStyles];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    /** Where the list can be seen between bars, in client px. @type {() => {top: number, bottom: number}} */
    this.edges = () => ({top: 0, bottom: innerHeight});
    /** Id of the item whose menu is open. @type {string|null} */
    this.open = null;
    this.view = viewOf(null, false);
    /** Shows what was before the current item, too. */
    this.whole = false;
    this.rem = 16;
    /** px; measured, as its buttons wrap when the text is large. */
    this.menuHeight = 0;
    /** Where rows stood when drawn last, by id. @type {Map<string, number>} */
    this.stood = new Map();
    this.reorder = new Reorder({
      list: () => this.#list,
      layout: () => this.#layout(false),
      indexOf: (id) => this.#items.findIndex((item) => item.id === id),
      edges: () => this.edges(),
      changed: () => this.requestUpdate(),
      gone: () => tell(this, 'toast', {text: text.refused.item_not_found}),
      drop: (id, from, to) => this.#drop(id, from, to),
    });
    this.swipe = new Swipe(async (id) => {
      const item = this.#items.find((one) => one.id === id);
      if (item) await this.#remove(item);
    });
    /** @type {ReturnType<typeof setInterval>|undefined} */
    this.timer = undefined;
    this.scrolled = () => this.#items.length > 0 && this.requestUpdate();
    /** @type {import('./up-next-row.js').RowActions} */
    this.actions = {
      toggle: (item) => this.#toggle(item),
      play: (item) => this.#play(item),
      remove: (item) => this.#remove(item),
      move: (item, place) => this.#move(item, place),
      grab: (event, item) => this.#grab(event, item),
      key: (event, item) => this.#key(event, item),
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.scrolled, {passive: true});
    addEventListener('resize', this.scrolled);
    this.timer = setInterval(this.scrolled, TICK_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.scrolled);
    removeEventListener('resize', this.scrolled);
    clearInterval(this.timer);
    this.reorder.cancel();
  }

  /** What is shown of the list: worked out once a state, not once a row. */
  get #view() {
    const state = this.snapshot?.state ?? null;
    if (this.view.state !== state || this.view.whole !== this.whole) this.view = viewOf(state, this.whole);
    return this.view;
  }

  get #items() {
    return this.#view.items;
  }

  get #hidden() {
    return this.#view.hidden;
  }

  /** @returns {HTMLElement|null} */
  get #list() {
    return this.renderRoot.querySelector('ol');
  }

  /** Nothing is moved to before the current item while what is there is hidden: it would vanish. */
  get #floor() {
    return this.#hidden > 0 ? 1 : 0;
  }

  /** @param {boolean} [withMenu] @returns {Layout} */
  #layout(withMenu = true) {
    const open = withMenu && this.open ? this.#items.findIndex(({id}) => id === this.open) : -1;
    return {count: this.#items.length, height: ROW_REM * this.rem, open, extra: open < 0 ? 0 : this.menuHeight, floor: this.#floor};
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    this.rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    if (!changes.has('snapshot')) return;
    if (this.open && !this.#items.some(({id}) => id === this.open)) this.open = null;
    this.reorder.refresh();
    this.toggleAttribute('moving', Boolean(this.snapshot && isMoving(this.snapshot)));
  }

  render() {
    const {snapshot} = this;
    const state = snapshot?.state;
    if (!state || !snapshot || state.items.length === 0) return nothing;
    const waiting = waitingFor(snapshot.pending);
    const layout = this.#layout();
    const rows = this.#rendered(layout);
    const begins = startsIn(state, snapshot.clock.now(), this.#hidden + (rows.at(-1)?.index ?? 0) + 1);
    return html`
      <list-header .snapshot=${snapshot}></list-header>
      ${this.#history(state)}
      <div class="wrap">
        <ol class=${this.reorder.drag ? 'dragging' : ''} style="height:${listHeight(layout)}px" aria-label=${text.upNext} @pointerdown=${this.swipe.down} @pointermove=${this.swipe.move}
          @pointerup=${this.swipe.up} @pointercancel=${this.swipe.cancel}>
          ${repeat(rows, (row) => row.item.id, ({item, index}) => this.#row(item, index, layout, minutesUntil(begins.get(index + this.#hidden)), waiting.items))}
        </ol>
        ${waiting.adding > 0 ? html`<p class="adding" aria-busy="true">${text.adding(waiting.adding)}</p>` : nothing}
      </div>
      <button class="history" aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'played')}>${icon('history')} ${text.playedLately}</button>`;
  }

  /** @param {State} state */
  #history(state) {
    const before = historyLength(state);
    if (before === 0) return nothing;
    return html`<button class="history" aria-expanded=${this.whole} @click=${this.#toggleHistory}>
      ${icon(this.whole ? 'chevron-down' : 'chevron-up')} ${this.whole ? text.hidePlayed : text.showPlayed(before)}
    </button>`;
  }

  #toggleHistory() {
    this.stood.clear(); // rows come and go above: they do not glide
    this.whole = !this.whole;
  }

  /** The rows to draw; a dragged one is always among them, however far the list scrolled. @param {Layout} layout */
  #rendered(layout) {
    const top = -(this.#list?.getBoundingClientRect().top ?? 0);
    const [first, last] = visibleRows(layout, top, innerHeight);
    const rows = this.#items.slice(first, last).map((item, i) => ({item, index: first + i}));
    const from = this.reorder.drag?.from ?? -1;
    if (from >= 0 && from < first) rows.unshift({item: this.#items[from], index: from});
    if (from >= last) rows.push({item: this.#items[from], index: from});
    return rows;
  }

  /** @param {Item} item @param {number} index @param {Layout} layout @param {number} soon  minutes until it begins @param {ReadonlySet<string>} waiting */
  #row(item, index, layout, soon, waiting) {
    const {current} = this.#view;
    const now = index === current;
    const open = item.id === this.open;
    const {count} = layout;
    const hidden = this.#hidden;
    const first = index > current ? current + 1 : 0;
    const past = index < current && !this.snapshot?.state?.shuffle;
    const mine = item.addedBy?.client !== undefined && item.addedBy.client === this.snapshot?.client;
    const dragged = this.reorder.drag?.id === item.id;
    return html`<li class="${now ? 'current' : past ? 'past' : ''} ${open ? 'open' : ''} ${dragged ? 'dragged' : ''}" data-id=${item.id} style="transform:translateY(${this.#top(index, layout)}px)"
      data-index=${index} aria-setsize=${count + hidden} aria-posinset=${index + 1 + hidden} aria-current=${now ? 'true' : 'false'} aria-busy=${waiting.has(item.id)} data-swipe=${text.remove}>
      ${guard([item, now, open, mine, soon, open && index, open && count, open && first], () => rowContent({item, index, count, now, open, mine, soon, first}, this.actions))}
    </li>`;
  }

  /** @param {number} index @param {Layout} layout */
  #top(index, layout) {
    const {drag} = this.reorder;
    const top = rowTop(layout, index);
    if (!drag) return top;
    return index === drag.from ? top + drag.distance : top + makeWay(index, drag.from, drag.to) * layout.height;
  }

  updated() {
    this.#measure();
    const items = this.#items;
    const layout = this.#layout();
    /** @type {Map<string, number>} */
    const stands = new Map();
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('li'))) {
      const id = row.dataset.id ?? '';
      const index = Number(row.dataset.index);
      const top = this.#top(index, layout);
      const before = this.stood.get(id);
      if (before !== undefined && before !== top && !this.reorder.drag) glide(row, before, top);
      stands.set(id, top);
    }
    this.stood = items.length > 0 ? stands : new Map();
    this.style.setProperty('--row', `${layout.height}px`);
  }

  #measure() {
    const height = /** @type {HTMLElement|null} */ (this.renderRoot.querySelector('.menu'))?.offsetHeight;
    if (height === undefined || height === this.menuHeight) return;
    this.menuHeight = height;
    this.requestUpdate();
  }

  /** @param {Item} item */
  async #toggle(item) {
    this.open = this.open === item.id ? null : item.id;
    await this.updateComplete;
    await this.updateComplete; // the second draw knows the menu's height
    if (this.open) this.#reveal(item.id);
  }

  /** Scrolls an opened menu out from under the bar below. @param {string} id */
  #reveal(id) {
    const index = this.#items.findIndex((item) => item.id === id);
    if (index < 0) return;
    const bottom = (this.#list?.getBoundingClientRect().top ?? 0) + rowTop(this.#layout(), index) + ROW_REM * this.rem + this.menuHeight;
    const over = bottom - this.edges().bottom;
    if (over > 0) scrollBy({top: over + 8, behavior: calm() ? 'auto' : 'smooth'});
  }

  /** @param {Item} item */
  #play(item) {
    this.open = null;
    command(this, 'jump', {item: item.id});
  }

  /** @param {Item} item */
  async #remove(item) {
    if (this.open === item.id) this.open = null;
    const answer = await ask(this, 'remove', {items: [item.id]});
    if (answer.ok) tell(this, 'toast', {text: text.removed(mediaTitle(item.media)), undo: true});
  }

  /** @param {Item} item @param {Place} place */
  #move(item, place) {
    const before = beforeFor(this.#items, item.id, place, this.snapshot?.state?.playback.item ?? null, this.#floor);
    if (before !== undefined) this.#send(item, before);
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
    const moved = text.moved(mediaTitle(item.media));
    tell(this, 'toast', {text: (/** @type {Snapshot} */ {state}) => sentences(moved, placeText(aheadOf(state, item.id))), undo: true});
  }

  /** @param {PointerEvent} event @param {Item} item */
  #grab(event, item) {
    const {open, extra = 0} = this.#layout();
    if (open !== undefined && open >= 0 && open < this.#items.indexOf(item)) scrollBy(0, -extra); // the row stays under the finger
    this.open = null;
    navigator.vibrate?.(8);
    this.reorder.begin(event, item.id);
  }

  /** @param {KeyboardEvent} event @param {Item} item */
  #key(event, item) {
    /** @type {Place|undefined} */
    const place = /** @type {Record<string, Place>} */ ({ArrowUp: 'up', ArrowDown: 'down', Home: 'top', End: 'end'})[event.key];
    if (!place) return;
    event.preventDefault();
    this.#move(item, place);
  }
}

/**
 * The items to show, how many before them are not shown, and where among them the current one is (-1: nowhere).
 * @param {State|null} state
 * @param {boolean} whole
 */
function viewOf(state, whole) {
  const hidden = state && !whole ? historyLength(state) : 0;
  const items = state?.items.slice(hidden) ?? [];
  const current = items.findIndex(({id}) => id === state?.playback.item);
  return {state, whole, hidden, items, current};
}

/** Whole minutes, at least one; 0 where it is not known. @param {number|undefined} ms */
function minutesUntil(ms) {
  return ms === undefined ? 0 : Math.max(1, Math.round(ms / 60_000));
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** @param {HTMLElement} row @param {number} from @param {number} to */
function glide(row, from, to) {
  if (calm()) return;
  row.animate([{transform: `translateY(${from}px)`}, {transform: `translateY(${to}px)`}], {duration: GLIDE_MS, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)'});
}

customElements.define('up-next', UpNext);
