// Moving the focus and a dragged row in a list of which only a part is rendered. Pure.

/**
 * The row that a key leads to, or null when it leads nowhere.
 * @param {string} key
 * @param {number} from  index; -1: none yet
 * @param {number} count
 * @param {number} page  rows that are visible at once
 * @returns {number|null}
 */
export function rowFor(key, from, count, page) {
  const to = {ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: count - 1}[key];
  if (to === undefined || count === 0) return null;
  return Math.min(count - 1, Math.max(0, to));
}

/**
 * How to scroll so that a row is visible, leaving it where it is when it is.
 * @param {number} index
 * @param {number} height  px, of a row
 * @param {number} top  px, scrolled
 * @param {number} viewport  px
 * @returns {number}  the new scroll position
 */
export function scrollFor(index, height, top, viewport) {
  const begins = index * height;
  if (begins < top) return begins;
  return Math.max(top, begins + height - viewport);
}
