// Adding, as all pages and all ways to add do it: what belongs together goes together, a result for each item, and the
// first thing added starts to play.

import {ask, command} from '../ask.js';
import {refusedIndex} from '../model/links.js';
import {myItems} from '../model/mine.js';
import {fitsAdd, partsOf} from '../model/parts.js';

/** @import {Answer} from '../ask.js' */
/** @import {NewItem} from '../model/parts.js' */
/** @import {RequestError} from '../connection/requests.js' */
/** @import {Snapshot} from '../store.js' */

/** @typedef {'end'|'next'|'now'} Place */
/** @typedef {{url: string, error: RequestError|null}} Settled  `error`: why the server did not take it */

/**
 * Who sends: the page itself, as it outlives the sheet in which somebody tapped, and many items take a while.
 * @typedef {object} Listener
 * @property {EventTarget} app
 * @property {() => Snapshot|undefined} latest  what the page knows at this moment
 */

/** Ids in one `remove`: 36 bytes each, and well below what a message may hold. */
const REMOVE_AT_ONCE = 1000;

/** Refused items of one part that are left out one by one; a list with more of them is no list of links. */
const MAX_LEFT_OUT = 100;

/**
 * Adds items in one message where they fit, so that they stay together, keep their order and are one step to undo; a
 * longer list in a few. When the server refuses one of them the others go again without it.
 * @param {Listener} to
 * @param {readonly NewItem[]} items  more than fit into one `add` go to the end, whatever the place
 * @param {Place} place
 * @param {(done: number) => void} [progress]  items that are settled
 * @returns {Promise<Settled[]>}  in the order of `items`
 */
export async function addItems({app, latest}, items, place, progress = () => {}) {
  const starts = place !== 'now' && isQuiet(latest());
  /** @type {Settled[]} */
  const settled = [];
  /** @type {RequestError|null} */
  let stopped = null;
  for (const part of partsOf(items)) {
    /** @type {PartSettled} */
    const {errors, fatal} = stopped ? refuseAll(part, stopped) : await addPart(app, part, place);
    stopped = fatal;
    const first = settled.every(({error}) => error);
    settled.push(...part.map(({url}, i) => ({url, error: errors.get(i) ?? null})));
    progress(settled.length);
    if (starts && first && errors.size < part.length) await command(app, 'play');
  }
  return settled;
}

/** @typedef {{errors: Map<number, RequestError>, fatal: RequestError|null}} PartSettled  by index; and why nothing more should be sent */

/**
 * @param {EventTarget} from
 * @param {readonly NewItem[]} part
 * @param {Place} place
 * @returns {Promise<PartSettled>}
 */
async function addPart(from, part, place) {
  /** @type {Map<number, RequestError>} */
  const errors = new Map();
  for (;;) {
    const left = part.map((_, i) => i).filter((i) => !errors.has(i));
    if (left.length === 0) return {errors, fatal: null};
    const answer = await send(from, left.map((i) => part[i]), place);
    if (answer.ok) return {errors, fatal: null};
    const {error} = answer;
    const refused = refusedIndex(error.field);
    if (refused === null || refused >= left.length || errors.size >= MAX_LEFT_OUT) {
      for (const i of left) errors.set(i, error);
      return {errors, fatal: error};
    }
    errors.set(left[refused], error);
  }
}

/** @param {readonly NewItem[]} part @param {RequestError} error @returns {PartSettled} */
function refuseAll(part, error) {
  return {errors: new Map(part.map((_, i) => [i, error])), fatal: error};
}

/** @param {EventTarget} from @param {readonly NewItem[]} items @param {Place} place @returns {Promise<Answer>} */
function send(from, items, place) {
  return fitsAdd(items) ? ask(from, 'add', {items, place}, {quiet: true}) : ask(from, 'upload', {mode: 'append', items}, {quiet: true});
}

/** Nothing plays and nothing is about to: what is added now starts. @param {Snapshot|undefined} snapshot */
export function isQuiet(snapshot) {
  const status = snapshot?.state?.playback.status;
  return status === 'idle' || status === 'ended';
}

/**
 * Adds, and names what came of it: the items that are this client's and were not in the list before.
 * @param {Listener} to
 * @param {readonly NewItem[]} items
 * @param {Place} place
 * @param {(done: number) => void} [progress]
 * @returns {Promise<{settled: Settled[], ids: string[]}>}
 */
export async function addAndName(to, items, place, progress) {
  const before = myItems(to.latest());
  const settled = await addItems(to, items, place, progress);
  return {settled, ids: [...myItems(to.latest())].filter((id) => !before.has(id))};
}

/**
 * Takes items out again. One that somebody else removed meanwhile is as good as removed.
 * @param {Listener} to
 * @param {readonly string[]} ids
 */
export async function takeBack({app, latest}, ids) {
  const there = new Set(latest()?.state?.items.map(({id}) => id));
  const left = ids.filter((id) => there.has(id));
  for (let i = 0; i < left.length; i += REMOVE_AT_ONCE) await ask(app, 'remove', {items: left.slice(i, i + REMOVE_AT_ONCE)});
}
