// Requests go up as DOM events, state comes down as properties: an element never holds the connection.

/** @import {RequestError} from './connection/socket.js' */

/** @typedef {{ok: true, seq: number} | {ok: false, error: RequestError}} Answer */

/**
 * @typedef {object} Ask  The detail of an `ask` event.
 * @property {string} event
 * @property {any} data
 * @property {boolean} quiet  the asker tells of a refusal itself
 * @property {Promise<Answer>} [answer]  set by the page
 */

/**
 * Asks the page to send a request; resolves with what became of it and never rejects.
 * @param {EventTarget} from
 * @param {string} event
 * @param {any} [data]
 * @param {{quiet?: boolean}} [options]
 * @returns {Promise<Answer>}
 */
export function ask(from, event, data, {quiet = false} = {}) {
  /** @type {Ask} */
  const detail = {event, data, quiet};
  from.dispatchEvent(new CustomEvent('ask', {bubbles: true, composed: true, detail}));
  if (!detail.answer) throw new Error('ask: nobody listens');
  return detail.answer;
}

/**
 * @param {EventTarget} from
 * @param {string} name
 * @param {object} [data]
 */
export const command = (from, name, data) => ask(from, 'command', {name, ...data});

/**
 * Tells the page something that is no request to the server: open a sheet, show a message.
 * @param {EventTarget} from
 * @param {'sheet'|'toast'|'rename'} type
 * @param {any} detail
 */
export function tell(from, type, detail) {
  from.dispatchEvent(new CustomEvent(type, {bubbles: true, composed: true, detail}));
}
