// Which items of the list this phone added. Pure.

/** @import {Snapshot} from '../store.js' */

/**
 * Ids of the items that this client added and that are in the list still.
 * @param {Pick<Snapshot, 'state'|'client'>|undefined} snapshot
 * @returns {ReadonlySet<string>}
 */
export function myItems(snapshot) {
  const mine = snapshot?.state?.items.filter(({addedBy}) => addedBy?.client === snapshot.client) ?? [];
  return new Set(mine.map(({id}) => id));
}
