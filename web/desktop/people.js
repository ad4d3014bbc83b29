// The people in front of the screen: what their keys and their pointer do to the page.

import {belongsToControl} from './keys.js';

/**
 * @typedef {object} Handlers
 * @property {(event: KeyboardEvent) => void} key  one that no control has for itself
 * @property {() => boolean} gesture  a click or a key, after which a page may play with sound; true: it was for that only
 * @property {() => void} move  the pointer really moved
 * @property {() => void} tab  somebody goes from control to control by keys
 */

/** @param {Handlers} handlers */
export function listenToPeople({key, gesture, move, tab}) {
  addEventListener('keydown', (event) => {
    const used = gesture();
    if (event.key === 'Tab') tab();
    if (!used && !event.defaultPrevented && !belongsToControl(controlOf(event), event.key)) key(event);
  });
  addEventListener('pointerdown', () => {
    gesture();
    move();
  });
  addEventListener('pointermove', (event) => hasMoved(event) && move());
}

/** What has the focus, through shadow roots. @param {Event} event */
function controlOf(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return {tag: ''};
  return {tag: target.tagName, type: target.getAttribute('type') ?? '', editable: target.isContentEditable};
}

/** Where the pointer was. Browsers also send a move when something moves under a pointer that rests. */
let last = '';

/** @param {PointerEvent} event */
function hasMoved({screenX, screenY}) {
  const place = `${screenX} ${screenY}`;
  const moved = last !== '' && place !== last;
  last = place;
  return moved;
}

export function toggleFullscreen() {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => {}); // refused without a fresh gesture; F11 remains
}
