// Dragging a row of the list to another place, by Pointer Events. A press becomes a drag once it has moved: so a row can
// be clicked and dragged alike. The pointer is captured on the list, not on the row: a row may go from the document while
// the list scrolls, and would lose the capture then.

import {dragTarget, edgeScroll} from '../shared/model/rows.js';

/** px that a press moves before it is a drag: a hand on a mouse is not steadier. */
export const THRESHOLD_PX = 5;

/**
 * @typedef {object} Host  What a drag needs to know of the list.
 * @property {HTMLElement} list  scrolls
 * @property {() => {count: number, height: number}} layout
 * @property {(id: string) => number} indexOf  -1 when the item is gone
 * @property {() => void} changed  draw again
 * @property {(id: string, from: number, to: number) => Promise<unknown>} drop  resolves when the server has answered
 */

/** @typedef {{id: string, from: number, to: number, distance: number, dropped: boolean}} Dragged  `dropped`: lies where it shall go, unconfirmed */

export class Drag {
  /** @type {Dragged|null} */
  row = null;
  #host;
  #id = '';
  #pointer = -1;
  /** Where it was pressed, in px of the whole list. */
  #start = 0;
  #y = 0;
  #frame = 0;
  /** @type {AbortController|null} */
  #listening = null;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /** @param {PointerEvent} event  pointerdown on a row @param {string} id */
  press(event, id) {
    if (event.button !== 0 || !event.isPrimary || this.#listening) return;
    const {list} = this.#host;
    this.#id = id;
    this.#pointer = event.pointerId;
    this.#y = event.clientY;
    this.#start = event.clientY + list.scrollTop;
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    /** @param {(event: PointerEvent) => void} handle @returns {(event: PointerEvent) => void} */
    const ours = (handle) => (event) => event.pointerId === this.#pointer && handle(event);
    addEventListener('pointermove', ours((event) => this.#move(event.clientY)), {signal});
    addEventListener('pointerup', ours(() => this.#release()), {signal});
    addEventListener('pointercancel', ours(() => this.cancel()), {signal});
    addEventListener('keydown', (event) => event.key === 'Escape' && this.row && this.#escape(event), {signal, capture: true});
  }

  /** The list changed: stay with the item; let go when it is gone, or when it has arrived. */
  refresh() {
    if (!this.row) return;
    const from = this.#host.indexOf(this.row.id);
    if (from === this.row.from) return;
    if (from < 0 || this.row.dropped) return this.cancel();
    this.#start += (from - this.row.from) * this.#host.layout().height; // rows before it came or went
    this.row = {...this.row, from};
    this.#follow();
  }

  cancel() {
    this.#letGo();
    if (!this.row) return;
    this.row = null;
    this.#host.changed();
  }

  /** Only the drag ends: not what else Escape closes. @param {KeyboardEvent} event */
  #escape(event) {
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  /** @param {number} y */
  #move(y) {
    this.#y = y;
    if (!this.row && !this.#begin()) return;
    this.#follow();
  }

  /** True once the press has become a drag. */
  #begin() {
    const from = this.#host.indexOf(this.#id);
    if (from < 0 || Math.abs(this.#y + this.#host.list.scrollTop - this.#start) < THRESHOLD_PX) return false;
    this.row = {id: this.#id, from, to: from, distance: 0, dropped: false};
    this.#host.list.setPointerCapture(this.#pointer);
    this.#frame = requestAnimationFrame(this.#scroll);
    return true;
  }

  /** Puts the row under the pointer. */
  #follow() {
    if (!this.row || this.row.dropped) return;
    const distance = this.#y + this.#host.list.scrollTop - this.#start;
    this.row = {...this.row, distance, to: dragTarget(this.row.from, distance, this.#host.layout())};
    this.#host.changed();
  }

  #scroll = () => {
    const {list} = this.#host;
    const {top, bottom} = list.getBoundingClientRect();
    const by = edgeScroll(this.#y, top, bottom);
    if (by !== 0) {
      list.scrollTop += by;
      this.#follow();
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  /** Leaves the row where it was dropped until the server has answered: then the list says where it is. */
  async #release() {
    const {row} = this;
    this.#letGo();
    if (!row) return;
    swallowClick();
    if (row.to === row.from) return this.cancel();
    const dropped = {...row, distance: (row.to - row.from) * this.#host.layout().height, dropped: true};
    this.row = dropped;
    this.#host.changed();
    await this.#host.drop(row.id, row.from, row.to);
    if (this.row === dropped) this.cancel();
  }

  #letGo() {
    this.#listening?.abort();
    this.#listening = null;
    cancelAnimationFrame(this.#frame);
    const {list} = this.#host;
    if (this.#pointer >= 0 && list.hasPointerCapture(this.#pointer)) list.releasePointerCapture(this.#pointer);
    this.#pointer = -1;
  }
}

/** The click that ends a drag is no click on what lies there; it comes right after, or not at all. */
function swallowClick() {
  const stop = (/** @type {Event} */ event) => event.stopPropagation();
  addEventListener('click', stop, {capture: true, once: true});
  setTimeout(() => removeEventListener('click', stop, {capture: true}));
}
