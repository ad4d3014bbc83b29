// What the page knows of its session beside the state: the join code, the address that phones open, what the server offers.

import {NO_FEATURES} from '../shared/features.js';

/** @import {Features} from '../shared/features.js' */

/** @typedef {{code: string, address: string, features: Readonly<Features>}} SessionInfo */

/**
 * @param {string} session
 * @returns {Promise<SessionInfo|null>}  null while the server does not answer
 */
export async function fetchInfo(session) {
  try {
    const response = await fetch(`/api/sessions/${session}`, {headers: {accept: 'application/json'}});
    if (!response.ok) return null;
    const {code, links, features = NO_FEATURES} = await response.json();
    return {code, address: joinAddress(links?.remote ?? location.href), features};
  } catch {
    return null;
  }
}

/**
 * The address to type a code at, without what nobody types: "192.168.1.20:8080/join".
 * @param {string} link  any address of this service as phones open it
 */
export function joinAddress(link) {
  const {protocol, host} = new URL(link);
  return `${protocol === 'https:' ? 'https://' : ''}${host}/join`;
}

/** A code in two halves, as people read it aloud: "K7F 2QX". @param {string} code */
export function spaced(code) {
  const half = Math.ceil(code.length / 2);
  return code.length < 5 ? code : `${code.slice(0, half)} ${code.slice(half)}`;
}
