// What elements ask of the page: requests to the server, as on the remote, and acts of the page itself.

/** @import {Act} from './keys.js' */

export {ask, command} from '../shared/ask.js';

/**
 * @param {EventTarget} from
 * @param {Act} detail
 */
export function act(from, detail) {
  from.dispatchEvent(new CustomEvent('act', {bubbles: true, composed: true, detail}));
}
