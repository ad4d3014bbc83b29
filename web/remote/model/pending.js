// Which controls wait for the server's word. Pure.

/** @import {Pending} from '../../shared/connection/requests.js' */

/**
 * @typedef {object} Waiting
 * @property {ReadonlySet<string>} commands  names of commands under way
 * @property {ReadonlySet<string>} items  items that are being moved, removed or started
 * @property {number} adding  items on their way to the list
 */

/**
 * @param {ReadonlyMap<string, Pending>} pending
 * @returns {Waiting}
 */
export function waitingFor(pending) {
  /** @type {Set<string>} */
  const commands = new Set();
  /** @type {Set<string>} */
  const items = new Set();
  let adding = 0;
  for (const {event, data} of pending.values()) {
    if (event === 'command') commands.add(data.name);
    if (event === 'command' && data.name === 'jump') items.add(data.item);
    if (event === 'move' || event === 'remove') data.items.forEach((/** @type {string} */ id) => items.add(id));
    if (event === 'add' || event === 'upload') adding += data.items.length;
  }
  return {commands, items, adding};
}
