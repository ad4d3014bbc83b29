// Rows of one height: which of them are rendered, where they stand, how they make room for a dragged one. Pure.

/** Up to here all rows are rendered: the browser's find and screen readers then see the whole list. */
export const RENDER_ALL_UP_TO = 200;

/** Rows rendered beyond each edge of the screen, so that a quick flick does not show bare background. */
export const OVERSCAN = 10;

/**
 * @typedef {object} Layout
 * @property {number} count
 * @property {number} height  px, of a row
 * @property {number} [open]  index of the row that shows its menu; -1 or absent: none
 * @property {number} [extra]  px that the open menu adds
 * @property {number} [floor]  the first place to which a row may be dragged
 */

/** Where a row begins, in px from the list's top. @param {Layout} layout @param {number} index */
export function rowTop({height, open = -1, extra = 0}, index) {
  return index * height + (open >= 0 && index > open ? extra : 0);
}

/** @param {Layout} layout */
export function listHeight({count, height, open = -1, extra = 0}) {
  return count * height + (open >= 0 ? extra : 0);
}

/**
 * The rows to render, as [first, last).
 * @param {Layout} layout
 * @param {number} top  px of the list above the screen; negative while the list begins further down
 * @param {number} viewport  px, height of the screen
 * @returns {[number, number]}
 */
export function visibleRows({count, height, extra = 0}, top, viewport) {
  if (count <= RENDER_ALL_UP_TO) return [0, count];
  const first = Math.floor((top - extra) / height) - OVERSCAN;
  const last = Math.ceil((top + viewport) / height) + OVERSCAN;
  return [clamp(first, 0, count), clamp(last, 0, count)];
}

/**
 * The place to which a row was dragged.
 * @param {number} from
 * @param {number} distance  px, down positive
 * @param {Layout} layout
 */
export function dragTarget(from, distance, {count, height, floor = 0}) {
  return clamp(from + Math.round(distance / height), floor, Math.max(floor, count - 1));
}

/**
 * How many rows up (-1) or down (1) a row makes way while another one is dragged.
 * @param {number} index
 * @param {number} from
 * @param {number} to
 */
export function makeWay(index, from, to) {
  if (index > from && index <= to) return -1;
  if (index < from && index >= to) return 1;
  return 0;
}

/** px beside an edge in which a dragged row scrolls the list. */
export const EDGE_PX = 72;

/** px a frame at the very edge and beyond. */
export const MAX_SCROLL_PX = 14;

/**
 * px to scroll in this frame.
 * @param {number} y  the finger
 * @param {number} top  upper edge of what is visible of the list
 * @param {number} bottom  its lower edge
 */
export function edgeScroll(y, top, bottom) {
  const up = Math.min(1, Math.max(0, (top + EDGE_PX - y) / EDGE_PX));
  const down = Math.min(1, Math.max(0, (y - (bottom - EDGE_PX)) / EDGE_PX));
  return Math.round((down - up) * MAX_SCROLL_PX);
}

/** @param {number} value @param {number} low @param {number} high */
function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
