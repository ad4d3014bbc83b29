// Keys on the seek slider. Pure.

/** ms; the same steps as the page's own keys. */
const STEP_MS = 10_000;
const PAGE_MS = 60_000;

/** @type {Record<string, number>} */
const STEPS = {ArrowLeft: -STEP_MS, ArrowDown: -STEP_MS, ArrowRight: STEP_MS, ArrowUp: STEP_MS, PageDown: -PAGE_MS, PageUp: PAGE_MS};

/**
 * What to ask for, or null for a key that is not the slider's.
 * @param {string} key
 * @param {number} start  ms into the media
 * @param {number} end
 * @returns {{delta: number}|{position: number}|null}
 */
export function seekFor(key, start, end) {
  if (Object.hasOwn(STEPS, key)) return {delta: STEPS[key]};
  if (key === 'Home') return {position: Math.round(start)};
  // Not the very end: that would be the next item's turn, and nobody could go back.
  return key === 'End' ? {position: Math.round(Math.max(start, end - STEP_MS))} : null;
}
