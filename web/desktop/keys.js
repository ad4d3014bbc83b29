// Keys of the player page: a key gives a command to the session, or an act of the page.

/** @import {State} from '../shared/protocol.js' */

const SEEK_MS = 10_000;
const VOLUME_STEP = 5;

/** What follows what, when the repeat key is pressed again. @type {Record<State['repeat'], State['repeat']>} */
const NEXT_REPEAT = {none: 'all', all: 'one', one: 'none'};

/**
 * What the page does by itself. `add`: shows the list with the caret in the field for a link; `code`: keeps the small QR
 * code on the screen, or no longer; `screen`: what is set for this screen alone; `captions`: the next ones that there are;
 * `choose-captions`: which, out of a list.
 * @typedef {'captions'|'choose-captions'|'fullscreen'|'help'|'list'|'add'|'code'|'screen'|'close'} Act
 */

/** @typedef {{command: string, data?: object}|{event: string}|{act: Act}} Action */

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
  s: (state) => ({command: 'shuffle', data: {on: !state.shuffle}}),
  r: (state) => ({command: 'repeat', data: {mode: NEXT_REPEAT[state.repeat]}}),
  u: () => ({event: 'undo'}),
};

/** These work without a session, too. @type {Record<string, Act>} */
const ACTS = {f: 'fullscreen', '?': 'help', q: 'list', '/': 'add', c: 'captions', i: 'code', t: 'screen', Escape: 'close'};

/** Keys that may be held down; the others count once a press. */
const REPEATING = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'j', 'l']);

/** The modifiers of a key event, and whether it is part of a character that is still being composed. @typedef {Pick<KeyboardEvent, 'key'|'repeat'|'ctrlKey'|'altKey'|'metaKey'|'isComposing'>} Key */

/**
 * What a key means, or null. Keys with a modifier belong to the browser.
 * @param {Key} event
 * @param {State|null} state
 * @returns {Action|null}
 */
export function actionFor({key, repeat, ctrlKey, altKey, metaKey, isComposing}, state) {
  if (ctrlKey || altKey || metaKey || isComposing) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (repeat && !REPEATING.has(name)) return null;
  if (Object.hasOwn(ACTS, name)) return {act: ACTS[name]};
  return state && Object.hasOwn(KEYS, name) ? KEYS[name](state) : null;
}

/** The repeat mode after this one. @param {State['repeat']} mode */
export function nextRepeat(mode) {
  return NEXT_REPEAT[mode];
}

/** The item that is seen as current, so that two people do not skip two. @param {State} state */
export function expect({playback}) {
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

/** What an element does with keys while it has the focus. */
const SLIDER_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * Whether a key belongs to the control that has the focus: any key where text is typed, the arrows on a slider, space and
 * Enter on a button.
 * @param {{tag: string, type?: string, editable?: boolean}} control  what has the focus
 * @param {string} key
 */
export function belongsToControl({tag, type = '', editable = false}, key) {
  if (editable || tag === 'TEXTAREA' || tag === 'SELECT') return true;
  if (tag === 'INPUT') return type !== 'range' || SLIDER_KEYS.has(key);
  return (tag === 'BUTTON' || tag === 'A') && (key === ' ' || key === 'Enter');
}
