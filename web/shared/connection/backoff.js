// How long to wait before the next try to connect: full jitter, so that a room full of phones does not come back in step.

/** Ceiling of the first pause. */
export const BASE_MS = 250;

/** Ceiling of every later pause: a server that is back is noticed within this time. */
export const CAP_MS = 15_000;

/**
 * @param {number} attempt  0 for the first try after a loss
 * @param {() => number} random  0 ≤ x < 1
 */
export function backoff(attempt, random) {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 30));
}
