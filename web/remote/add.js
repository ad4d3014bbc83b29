// Adding with a phone: as shared/adding.js does it, with reasons in this page's words.

import * as adding from '../shared/adding/adding.js';
import {refusalText} from './strings.js';

/** @import {Listener, Place, Settled} from '../shared/adding/adding.js' */
/** @import {NewItem} from '../shared/model/parts.js' */

/** @typedef {{url: string, ok: boolean, reason: string}} Result */

/** @param {Settled} settled @returns {Result} */
const resultOf = ({url, error}) => ({url, ok: !error, reason: error ? refusalText(error) : ''});

/**
 * @param {Listener} to
 * @param {readonly NewItem[]} items
 * @param {Place} place
 * @param {(done: number) => void} [progress]
 * @returns {Promise<Result[]>}  in the order of `items`
 */
export const addItems = async (to, items, place, progress) => (await adding.addItems(to, items, place, progress)).map(resultOf);

/**
 * @param {Listener} to
 * @param {readonly NewItem[]} items
 * @param {Place} place
 * @param {(done: number) => void} [progress]
 * @returns {Promise<{results: Result[], ids: string[]}>}  `ids` of what it became
 */
export async function addAndName(to, items, place, progress) {
  const {settled, ids} = await adding.addAndName(to, items, place, progress);
  return {results: settled.map(resultOf), ids};
}

/**
 * Tells the page that all of it was taken, which closes the sheet in which it was asked for.
 * @param {HTMLElement} asked
 * @param {Listener} to
 * @param {import('./elements/remote-app.js').Added} what
 */
export function tellAdded(asked, {app}, what) {
  (asked.isConnected ? asked : app).dispatchEvent(new CustomEvent('added', {bubbles: true, composed: true, detail: what}));
}
