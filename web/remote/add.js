// Adding, as all ways to add do it: what belongs together goes together, a result for each item, and the first thing
// added starts to play.

import {ask, command} from '../shared/ask.js';
import {refusedIndex} from '../shared/model/links.js';
import {myItems} from './model/mine.js';
import {fitsAdd, partsOf} from './model/parts.js';
import {refusalText} from './strings.js';

/** @import {Snapshot} from '../shared/store.js' */
/** @import {Answer} from '../shared/ask.js' */
/** @import {NewItem} from './model/parts.js' */

/** @typedef {'end'|'next'|'now'} Place */
/** @typedef {{url: string, ok: boolean, reason: string}} Result */

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
 * @returns {Promise<Result[]>}  in the order of `items`
 */
export async function addItems({app, latest}, items, place, progress = () => {}) {
  const starts = place !== 'now' && isQuiet(latest());
  /** @type {Result[]} */
  const results = [];
  let stopped = '';
  for (const part of partsOf(items)) {
    const {reasons, fatal} = stopped ? refuseAll(part, stopped) : await addPart(app, part, place);
    stopped = fatal;
    const first = !results.some(({ok}) => ok);
    results.push(...part.map(({url}, i) => ({url, ok: !reasons.has(i), reason: reasons.get(i) ?? ''})));
    progress(results.length);
    if (starts && first && reasons.size < part.length) await command(app, 'play');
  }
  return results;
}

/**
 * @param {EventTarget} from
 * @param {readonly NewItem[]} part
 * @param {Place} place
 * @returns {Promise<{reasons: Map<number, string>, fatal: string}>}  why not, by index; why nothing more should be sent
 */
async function addPart(from, part, place) {
  /** @type {Map<number, string>} */
  const reasons = new Map();
  for (;;) {
    const left = part.map((_, i) => i).filter((i) => !reasons.has(i));
    if (left.length === 0) return {reasons, fatal: ''};
    const answer = await send(from, left.map((i) => part[i]), place);
    if (answer.ok) return {reasons, fatal: ''};
    const reason = refusalText(answer.error);
    const refused = refusedIndex(answer.error.field);
    if (refused === null || refused >= left.length || reasons.size >= MAX_LEFT_OUT) {
      for (const i of left) reasons.set(i, reason);
      return {reasons, fatal: reason};
    }
    reasons.set(left[refused], reason);
  }
}

/** @param {readonly NewItem[]} part @param {string} reason */
function refuseAll(part, reason) {
  return {reasons: new Map(part.map((_, i) => [i, reason])), fatal: reason};
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
 * Adds, and names what came of it: the items that are this phone's and were not in the list before.
 * @param {Listener} to
 * @param {readonly NewItem[]} items
 * @param {Place} place
 * @param {(done: number) => void} [progress]
 * @returns {Promise<{results: Result[], ids: string[]}>}
 */
export async function addAndName(to, items, place, progress) {
  const before = myItems(to.latest());
  const results = await addItems(to, items, place, progress);
  return {results, ids: [...myItems(to.latest())].filter((id) => !before.has(id))};
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

/**
 * Tells the page that all of it was taken, which closes the sheet in which it was asked for.
 * @param {HTMLElement} asked
 * @param {Listener} to
 * @param {import('./elements/remote-app.js').Added} what
 */
export function tellAdded(asked, {app}, what) {
  (asked.isConnected ? asked : app).dispatchEvent(new CustomEvent('added', {bubbles: true, composed: true, detail: what}));
}
