// One row of the list: a template, not an element, because there may be five thousand.

import {html, nothing} from '../../vendor/lit.js';
import {formatTime, isList, mediaTitle} from '../../shared/format.js';
import {icon} from '../../shared/first-icons.js';
import {artwork} from '../../shared/artwork.js';
import {said} from '../../shared/said.js';
import {glyph} from '../glyphs.js';
import {describe, didNotPlay, spanText, text} from '../strings.js';

/** @import {FirstIcon} from '../../vendor/icons.js' */
/** @import {Item} from '../../shared/protocol.js' */
/** @import {Place} from '../../shared/model/order.js' */

/**
 * @typedef {object} RowActions
 * @property {(item: Item) => void} toggle  open or close the menu
 * @property {(item: Item) => void} play
 * @property {(item: Item) => void} remove
 * @property {(item: Item, place: Place) => void} move
 * @property {(event: PointerEvent, item: Item) => void} grab
 * @property {(event: KeyboardEvent, item: Item) => void} key
 */

/**
 * @typedef {object} RowView
 * @property {Item} item
 * @property {number} index
 * @property {number} count
 * @property {boolean} now
 * @property {boolean} open
 * @property {boolean} mine
 * @property {number} soon  minutes until it begins; 0: not known
 * @property {number} first  where the top is for it: a row that stands there is at the top already
 */

/** @param {RowView} view @param {RowActions} actions */
export function rowContent(view, actions) {
  const {item, now, open} = view;
  const title = mediaTitle(item.media);
  return html`
    <div class="face">
      ${now ? nowArt(item) : html`<button class="cover" aria-label=${text.playThis(title)} @click=${() => actions.play(item)}>
        ${artwork(item.media, {over: html`<span class="over">${glyph('play', '1.25rem')}</span>`})}
      </button>`}
      <button class="about" aria-expanded=${open} @click=${() => actions.toggle(item)}>
        <span class="title two-lines" dir="auto">${title}</span>
        <span class="meta one-line">${meta(view)}</span>
      </button>
      <button class="icon-button remove" aria-label=${text.removeThis(title)} title=${text.remove} @click=${() => actions.remove(item)}>${icon('x')}</button>
      ${now ? html`<span class="no-handle"></span>` : html`<button class="icon-button handle" aria-label=${text.reorder(title)} @pointerdown=${(/** @type {PointerEvent} */ event) => actions.grab(event, item)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => actions.key(event, item)}>${icon('grip-vertical')}</button>`}
    </div>
    ${open ? menu(view, title, actions) : nothing}`;
}

/** The current row's picture starts nothing: a stray tap must not put everybody back to the beginning. @param {Item} item */
function nowArt(item) {
  return html`<span class="cover">${artwork(item.media, {over: html`<span class="over playing"><i></i><i></i><i></i></span>`})}</span>`;
}

/** @param {RowView} view */
function meta({item, now, mine, soon}) {
  const {by, source, length} = describe(item);
  if (item.failed) return html`<span class="trouble">${icon('triangle-alert', '1em')} ${said(item.failed, isList(item.media) ? undefined : didNotPlay)}</span>`;
  const parts = [isList(item.media) ? text.opening : '', length === null ? '' : formatTime(length), mine ? text.you : by || source, soon > 0 ? text.soon(spanText(soon)) : ''].filter(Boolean).join(' · ');
  return html`${now ? html`<b class="now">${text.now}</b> · ` : nothing}${parts}`;
}

/** @param {RowView} view @param {string} title @param {RowActions} actions */
function menu({item, index, count, now, first}, title, actions) {
  /**
   * @param {FirstIcon} name @param {string} label @param {() => void} run @param {boolean} [enabled]
   */
  const entry = (name, label, run, enabled = true) => html`
    <button class="entry" ?disabled=${!enabled} @click=${run}>${icon(name, '1.25rem')}<span>${label}</span></button>`;
  return html`<div class="menu" role="group" aria-label=${text.actionsFor(title)}>
    <div class="entries">
      ${entry('play', text.playNow, () => actions.play(item), !now)}
      ${entry('list-start', text.playNext, () => actions.move(item, 'next'), !now && index !== first)}
      ${entry('trash-2', text.remove, () => actions.remove(item))}
    </div>
    <div class="entries">
      ${entry('arrow-up-to-line', text.moveTop, () => actions.move(item, 'top'), index > first)}
      ${entry('arrow-up', text.moveUp, () => actions.move(item, 'up'), index > first)}
      ${entry('arrow-down', text.moveDown, () => actions.move(item, 'down'), index < count - 1)}
      ${entry('arrow-down-to-line', text.moveEnd, () => actions.move(item, 'end'), index < count - 1)}
    </div>
  </div>`;
}
