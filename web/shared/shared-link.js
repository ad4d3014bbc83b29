// What another app shared with this one, on its way into a session.

/** A shared text is a link and a sentence around it; what is longer is cut. */
const MAX_CHARS = 4096;

const KEY = 'remoted.shared';

/** ms that it waits for its phone to join: after that it would come as a surprise. */
const KEEP_MS = 10 * 60_000;

/**
 * The text in an address, from a share (`url`, `text`, `title`: apps put the link into any of them) or from a bookmark (`add`).
 * @param {URLSearchParams} parameters
 */
export function sharedText(parameters) {
  const parts = ['add', 'url', 'text', 'title'].flatMap((name) => parameters.getAll(name));
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))].join('\n').slice(0, MAX_CHARS);
}

/** Keeps it for this tab until it has joined. @param {string} text */
export function keepShared(text) {
  if (!text) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({text, at: Date.now()}));
  } catch {
    // storage is blocked: it is added by hand
  }
}

/** What was kept, once. */
export function takeShared() {
  try {
    const {text, at} = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    sessionStorage.removeItem(KEY);
    return typeof text === 'string' && Date.now() - at < KEEP_MS ? text : '';
  } catch {
    return '';
  }
}
