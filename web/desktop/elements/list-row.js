// One row of the list: a template, not an element, because there may be five thousand.

import {html, nothing} from '../../vendor/lit.js';
import {describeItem, formatTime, isList} from '../../shared/format.js';
import {icon} from '../../shared/icons.js';
import {desktop} from '../../shared/strings/desktop.js';
import {said} from '../../shared/said.js';
import {sourceName} from '../source-name.js';

/** @import {Item} from '../../shared/protocol.js' */

const words = desktop.list;

/**
 * @typedef {object} RowActions
 * @property {(item: Item) => void} play
 * @property {(item: Item) => void} playNext
 * @property {(item: Item) => void} remove
 */

/**
 * @typedef {object} RowView
 * @property {Item} item
 * @property {number} index
 * @property {boolean} now
 * @property {boolean} follows  it comes next already
 * @property {boolean} active  Tab leads to it: of all rows only to one
 */

/** @param {RowView} view @param {RowActions} actions */
export function rowContent({item, index, now, follows, active}, actions) {
  const {title, length} = describeItem(item);
  const tab = active ? 0 : -1;
  return html`
    <button class="main" type="button" tabindex=${tab} aria-current=${now ? 'true' : 'false'} title=${now ? '' : words.play(title)} @click=${() => actions.play(item)}>
      <span class="place" aria-hidden="true">${now ? bars : html`<span class="number">${index + 1}</span><span class="go">${icon('play', '1.1em')}</span>`}</span>
      <span class="about">
        <span class="title" dir="auto">${title}</span>
        <span class="meta">${meta(item, now)}</span>
      </span>
      <span class="length">${length === null ? nothing : formatTime(length)}</span>
    </button>
    <span class="tools">
      ${now || follows ? nothing : html`<button class="tool" type="button" tabindex=${tab} aria-label=${words.playNext(title)} title=${words.nextTip} @click=${() => actions.playNext(item)}>${icon('list-start')}</button>`}
      <button class="tool remove" type="button" tabindex=${tab} aria-label=${words.remove(title)} title=${words.removeTip} @click=${() => actions.remove(item)}>${icon('x')}</button>
      <span class="grip" title=${words.moveTip}>${icon('grip-vertical')}</span>
    </span>`;
}

/** Moves while it plays; beside it the word. */
const bars = html`<span class="bars"><i></i><i></i><i></i></span>`;

/** Who and from where; or why it did not play. @param {Item} item @param {boolean} now */
function meta(item, now) {
  if (item.failed) return html`<span class="trouble">${icon('triangle-alert', '1em')}<span>${said(item.failed, isList(item.media) ? undefined : words.failed)}</span></span>`;
  const {by} = describeItem(item);
  const from = isList(item.media) ? desktop.opening : sourceName(item.media);
  const rest = [by && words.by(by), from].filter(Boolean).join(' · ');
  return html`${now ? html`<b class="now">${words.now}</b> · ` : nothing}${rest}`;
}
