// Keys of the player page: a key gives a command to the session, or an act of the page.

/** @import {State} from '../shared/protocol.js' */

const SEEK_MS = 10_000;
const VOLUME_STEP = 5;

/**
 * @typedef {{command: string, data?: object}|{act: 'fullscreen'|'help'|'close'}} Action
 */

/** @type {Record<string, (state: State) => Action>} */
const KEYS = {
  ' ': () => ({command: 'toggle'}),
  k: () => ({command: 'toggle'}),
  ArrowLeft: (state) => seek(state, -SEEK_MS),
  ArrowRight: (state) => seek(state, SEEK_MS),
  j: (state) => seek(state, -SEEK_MS),
  l: (state) => seek(state, SEEK_MS),
  ArrowUp: (state) => volume(state, VOLUME_STEP),
  ArrowDown: (state) => volume(state, -VOLUME_STEP),
  n: (state) => ({command: 'next', data: expect(state)}),
  p: (state) => ({command: 'previous', data: expect(state)}),
  m: (state) => ({command: state.muted ? 'unmute' : 'mute'}),
  f: () => ({act: 'fullscreen'}),
  '?': () => ({act: 'help'}),
  Escape: () => ({act: 'close'}),
};

/** Keys that may be held down; the others count once a press. */
const REPEATING = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'j', 'l']);

/**
 * What a key means, or null. Keys with a modifier belong to the browser.
 * @param {Pick<KeyboardEvent, 'key'|'repeat'|'ctrlKey'|'altKey'|'metaKey'>} event
 * @param {State|null} state
 * @returns {Action|null}
 */
export function actionFor({key, repeat, ctrlKey, altKey, metaKey}, state) {
  if (ctrlKey || altKey || metaKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (!Object.hasOwn(KEYS, name) || (repeat && !REPEATING.has(name))) return null;
  if (state) return KEYS[name](state);
  const action = ['f', '?', 'Escape'].includes(name) ? KEYS[name](/** @type {any} */ (null)) : null;
  return action;
}

/** The item that is seen as current, so that two people do not skip two. @param {State} state */
function expect({playback}) {
  return playback.item ? {expect: playback.item} : {};
}

/** @param {State} state @param {number} delta */
function seek(state, delta) {
  return {command: 'seek', data: {delta, ...expect(state)}};
}

/** @param {State} state @param {number} step */
function volume(state, step) {
  return {command: 'volume', data: {volume: Math.min(100, Math.max(0, state.volume + step))}};
}
