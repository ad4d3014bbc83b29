// Sessions that this browser has been in, to be offered again. Kept in localStorage, or nowhere where that is blocked.

/** @typedef {{session: string, code: string, screen: string, at: number}} Known  `screen`: what it is called, may be empty; `at`: last here, in Unix ms */

const KEY = 'remoted.sessions';

/** More than anybody tells apart; the oldest go. */
export const MAX_KNOWN = 6;

/** Days after which a session is not offered any more. */
const MAX_DAYS = 30;

const DAY_MS = 86_400_000;

/** @typedef {Pick<Storage, 'getItem'|'setItem'>} Store */

/** Where storage is blocked even the look at it throws: so it is looked at no sooner than it is used. @type {Store} */
const browser = {getItem: (key) => localStorage.getItem(key), setItem: (key, value) => localStorage.setItem(key, value)};

/**
 * The last one first.
 * @param {Store} [store]
 * @param {number} [now]
 * @returns {Known[]}
 */
export function knownSessions(store = browser, now = Date.now()) {
  try {
    const list = JSON.parse(store.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => isKnown(one) && now - one.at < MAX_DAYS * DAY_MS).slice(0, MAX_KNOWN) : [];
  } catch {
    return [];
  }
}

/** @param {any} one @returns {one is Known} */
function isKnown(one) {
  return typeof one?.session === 'string' && /^[\w-]{1,64}$/.test(one.session) && typeof one.code === 'string' && typeof one.screen === 'string' && typeof one.at === 'number';
}

/**
 * Puts a session first; a name that it had is kept when there is none now.
 * @param {Known} known
 * @param {Store} [store]
 */
export function remember(known, store = browser) {
  const all = knownSessions(store, known.at);
  const screen = known.screen || (all.find(({session}) => session === known.session)?.screen ?? '');
  save([{...known, screen}, ...all.filter(({session}) => session !== known.session)], store);
}

/** @param {string} session @param {Store} [store] */
export function forget(session, store = browser) {
  save(knownSessions(store).filter((one) => one.session !== session), store);
}

/** @param {Known[]} list @param {Store} store */
function save(list, store) {
  try {
    store.setItem(KEY, JSON.stringify(list.slice(0, MAX_KNOWN)));
  } catch {
    // storage is blocked or full: nothing is offered again
  }
}
