// What comes after the current item, as far as a client can know it. Pure.

/** @import {Item, State} from '../../shared/protocol.js' */

/**
 * `item`: that one. `again`: the same once more. `surprise`: the play order is the server's secret. `none`: the end.
 * @typedef {{kind: 'item', item: Item}|{kind: 'again'}|{kind: 'surprise'}|{kind: 'none'}} Next
 */

/** @param {State} state @returns {Next} */
export function upNext({items, playback, repeat, shuffle}) {
  if (repeat === 'one' && playback.item) return {kind: 'again'};
  if (shuffle) return {kind: items.length > 1 ? 'surprise' : 'none'};
  const next = items[items.findIndex(({id}) => id === playback.item) + 1] ?? (repeat === 'all' ? items[0] : undefined);
  return next ? {kind: 'item', item: next} : {kind: 'none'};
}
