// The server's reasons, in the reader's language. Most visits see none: the words come with the first that is shown.

/** @type {((text: string) => string|null)|undefined} */
let find;

/** @type {Promise<unknown>|undefined} */
let coming;

/** reasons.js says that the words are there. @param {(text: string) => string|null} known */
export function learn(known) {
  find = known;
}

export const hasWords = () => find !== undefined;

/** A sentence of the server's in words of this page; null: it is none, or the words are not there yet. @param {string} text */
export const knownReason = (text) => find?.(text) ?? null;

/** The same, where something has to be said: a player's reason is in words already. @param {string} text */
export const reasonText = (text) => knownReason(text) ?? text;

/** Has the words fetched; a line that is down is tried again with the next reason. */
export function fetchReasons() {
  coming ??= import('./reasons.js').catch(() => {
    coming = undefined;
  });
  return coming;
}
