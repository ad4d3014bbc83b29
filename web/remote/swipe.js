// Drawing a row aside to remove it: for fingers, beside the button that everybody has. The row goes only when the
// server has said so; until then it waits outside, and comes back when it is refused.

/** px to the side after which it is a swipe and no tap. */
const BEGIN_PX = 12;

/** Share of the row's width that it must be drawn. */
const FAR_ENOUGH = 0.35;

export class Swipe {
  #remove;
  #pointer = -1;
  #x = 0;
  #y = 0;
  #moved = 0;
  /** @type {HTMLElement|null} */
  #row = null;

  /** @param {(id: string) => Promise<unknown>} remove  resolves when the server has answered */
  constructor(remove) {
    this.#remove = remove;
  }

  /** @param {PointerEvent} event */
  down = (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.pointerType === 'mouse' || !event.isPrimary || this.#row || target.closest('.handle, .menu')) return;
    this.#row = target.closest('li');
    this.#pointer = event.pointerId;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.#moved = 0;
  };

  /** @param {PointerEvent} event */
  move = (event) => {
    const row = this.#row;
    if (!row || event.pointerId !== this.#pointer) return;
    const by = event.clientX - this.#x;
    if (this.#moved === 0 && !this.#begins(row, by, event.clientY - this.#y)) return;
    const away = awayFrom(row);
    this.#moved = away * Math.max(1, by * away);
    place(row, this.#moved);
  };

  /**
   * @param {HTMLElement} row
   * @param {number} by
   * @param {number} down
   */
  #begins(row, by, down) {
    if (Math.abs(down) > BEGIN_PX) this.#row = null; // the list is being scrolled
    if (!this.#row || by * awayFrom(row) < BEGIN_PX) return false;
    row.setPointerCapture(this.#pointer);
    row.classList.add('swiping');
    return true;
  }

  /** @param {PointerEvent} event */
  up = (event) => {
    const row = this.#row;
    if (!row || event.pointerId !== this.#pointer) return;
    this.#row = null;
    if (Math.abs(this.#moved) < row.clientWidth * FAR_ENOUGH) back(row);
    else this.#away(row);
  };

  /** The browser took the gesture, or the finger was lost. @param {PointerEvent} event */
  cancel = (event) => {
    if (!this.#row || event.pointerId !== this.#pointer) return;
    back(this.#row);
    this.#row = null;
  };

  /** @param {HTMLElement} row */
  async #away(row) {
    row.classList.add('gone');
    place(row, awayFrom(row) * row.clientWidth);
    await this.#remove(row.dataset.id ?? '');
    if (row.isConnected) back(row);
  }
}

/** -1 where text runs to the right, 1 where it runs to the left. @param {HTMLElement} row */
const awayFrom = (row) => (getComputedStyle(row).direction === 'rtl' ? 1 : -1);

/** @param {HTMLElement} row */
const faceOf = (row) => /** @type {HTMLElement|null} */ (row.querySelector('.face'));

/** @param {HTMLElement} row @param {number} x */
function place(row, x) {
  faceOf(row)?.style.setProperty('translate', `${x}px`);
}

/** @param {HTMLElement} row */
function back(row) {
  row.classList.remove('swiping', 'gone');
  faceOf(row)?.style.removeProperty('translate');
}
