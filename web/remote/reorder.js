// Dragging a row to another place, by Pointer Events: one path for finger, pen and mouse.
//
// Nothing in the document moves while dragging but by transforms, and the list itself changes only when the server says
// so. The pointer is captured on the list, not on the row: a row may be moved in the document by somebody else's change,
// and would lose the capture then.

import {dragTarget, edgeScroll} from '../shared/model/rows.js';

/** @import {Layout} from '../shared/model/rows.js' */

/**
 * @typedef {object} Host  What the drag needs to know of the list.
 * @property {() => HTMLElement|null} list
 * @property {() => Layout} layout  closed rows only
 * @property {(id: string) => number} indexOf  -1 when the item is gone
 * @property {() => {top: number, bottom: number}} edges  what is visible of the list, in client px
 * @property {() => void} changed  draw again
 * @property {() => void} gone     the item under the finger left the list
 * @property {(id: string, from: number, to: number) => Promise<unknown>} drop  resolves when the server has answered
 */

/** @typedef {{id: string, from: number, to: number, distance: number, dropped: boolean}} Drag  `dropped`: lies where it shall go, unconfirmed */

export class Reorder {
  /** @type {Drag|null} */
  drag = null;
  #pointer = -1;
  #start = 0;
  #y = 0;
  #frame = 0;
  #host;
  /** @type {AbortController|null} */
  #listening = null;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {PointerEvent} event  pointerdown on a handle
   * @param {string} id
   */
  begin(event, id) {
    const from = this.#host.indexOf(id);
    if (event.button !== 0 || !event.isPrimary || from < 0 || this.isHeld) return;
    event.preventDefault();
    this.drag = {id, from, to: from, distance: 0, dropped: false};
    this.#pointer = event.pointerId;
    this.#y = event.clientY;
    this.#start = event.clientY + scrollY;
    this.#listen();
    this.#frame = requestAnimationFrame(this.#scroll);
    this.#host.changed();
  }

  /** A finger is on the row. */
  get isHeld() {
    return this.drag !== null && !this.drag.dropped;
  }

  /** The list changed: stay with the item; let go when it is gone, or when it has arrived. */
  refresh() {
    if (!this.drag) return;
    const from = this.#host.indexOf(this.drag.id);
    if (from === this.drag.from) return;
    if (from < 0 && !this.drag.dropped) this.#host.gone();
    if (from < 0 || this.drag.dropped) this.cancel();
    else this.#rebase(from);
  }

  cancel() {
    if (!this.drag) return;
    this.#letGo();
    this.drag = null;
    this.#host.changed();
  }

  #listen() {
    const list = this.#host.list();
    if (!list) return;
    list.setPointerCapture(this.#pointer);
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    /** @param {(event: PointerEvent) => void} handle @returns {(event: PointerEvent) => void} */
    const ours = (handle) => (event) => event.pointerId === this.#pointer && handle(event);
    list.addEventListener('pointermove', ours((event) => this.#move(event.clientY)), {signal});
    list.addEventListener('pointerup', ours(() => this.#drop()), {signal});
    list.addEventListener('pointercancel', ours(() => this.cancel()), {signal});
    list.addEventListener('lostpointercapture', ours(() => this.cancel()), {signal});
    addEventListener('keydown', (event) => event.key === 'Escape' && this.cancel(), {signal});
  }

  /** @param {number} y */
  #move(y) {
    if (!this.drag || this.drag.dropped) return;
    this.#y = y;
    const distance = y + scrollY - this.#start;
    this.drag = {...this.drag, distance, to: dragTarget(this.drag.from, distance, this.#host.layout())};
    this.#host.changed();
  }

  /** Keeps the row under the finger when rows before it came or went. @param {number} from */
  #rebase(from) {
    if (!this.drag) return;
    this.#start += (from - this.drag.from) * this.#host.layout().height;
    this.drag = {...this.drag, from};
    this.#move(this.#y);
  }

  #scroll = () => {
    if (!this.isHeld) return;
    const {top, bottom} = this.#host.edges();
    const by = edgeScroll(this.#y, top, bottom);
    if (by !== 0) {
      scrollBy(0, by);
      this.#move(this.#y);
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  /** Leaves the row where it was dropped, until the server has answered: then the list says where it is. */
  async #drop() {
    const {drag} = this;
    this.#letGo();
    if (!drag || drag.to === drag.from) return this.cancel();
    const {height} = this.#host.layout();
    const dropped = {...drag, distance: (drag.to - drag.from) * height, dropped: true};
    this.drag = dropped;
    this.#host.changed();
    await this.#host.drop(drag.id, drag.from, drag.to);
    if (this.drag === dropped) this.cancel();
  }

  #letGo() {
    this.#listening?.abort();
    this.#listening = null;
    cancelAnimationFrame(this.#frame);
    const list = this.#host.list();
    if (list?.hasPointerCapture(this.#pointer)) list.releasePointerCapture(this.#pointer);
  }
}
