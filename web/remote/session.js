// What the page knows of its session before and beside the connection.

import {insist} from '../shared/insist.js';

/** @typedef {{remote: string, join: string, screen: string}} Links  absolute, as a phone must open them; `join` and `screen` are short */

/** @typedef {import('../shared/features.js').Features} Features */

/** What is taken for true until the server has said: a library, as a button that comes late is in the wrong place. @type {Readonly<Features>} */
export const UNTIL_TOLD = Object.freeze({library: true, search: false, uploads: null, lists: false});

const NAME_KEY = 'remoted.name';
const ASKED_KEY = 'remoted.name.asked';

/** The session that the address names: /s/{session}. @param {string} path */
export function sessionFromPath(path) {
  return /^\/s\/([^/]+)/.exec(path)?.[1] ?? '';
}

/** The name given on this phone, if any: in every session the same. */
export function savedName() {
  try {
    return localStorage.getItem(NAME_KEY) ?? '';
  } catch {
    return '';
  }
}

/** Whether this phone was never asked for a name; the answer is yes once. */
export function mayAskName() {
  try {
    if (localStorage.getItem(ASKED_KEY) || savedName()) return false;
    localStorage.setItem(ASKED_KEY, '1');
    return true;
  } catch {
    return false; // it could not be remembered, and asking twice is worse than not asking
  }
}

/** @param {string} name */
export function saveName(name) {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // storage is blocked: the name lasts as long as the page
  }
}

/**
 * Offers the session again on the page to join by.
 * @param {import('../shared/known-sessions.js').Known} known
 */
export async function rememberSession(known) {
  const {remember} = await insist(() => import('../shared/known-sessions.js'));
  remember(known);
}

/**
 * Code and links of a session and what its server offers, or nothing while the server does not answer.
 * @param {string} session
 * @returns {Promise<{code: string, links: Links|undefined, features: Readonly<Features>}>}
 */
export async function fetchSession(session) {
  try {
    const response = await fetch(`/api/sessions/${encodeURIComponent(session)}`);
    const {code = '', links, features = UNTIL_TOLD} = response.ok ? await response.json() : {};
    return {code, links, features};
  } catch {
    return {code: '', links: undefined, features: UNTIL_TOLD};
  }
}
