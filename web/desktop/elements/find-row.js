// Rows of what can be added: something found, and a folder, an artist or an album that leads on.

import {html, nothing} from '../../vendor/lit.js';
import {artwork, hideBroken} from '../../shared/artwork.js';
import {icon} from '../../shared/icons.js';
import {adding} from '../../shared/strings/adding.js';
import {desktop} from '../../shared/strings/desktop.js';

/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {Group, Order, Row} from '../../shared/adding/library.js' */
/** @import {Outcome} from '../../shared/adding/outcomes.js' */

const words = desktop.list;

/** @typedef {{add: (row: Row, place: Place) => void, takeBack: (row: Row) => void}} RowActions */

/** @typedef {{row: Row, outcome: Outcome|undefined, active: boolean}} RowView  `active`: Tab leads to it */

/**
 * Needs findStyles, faceStyles and artworkStyles.
 * @param {RowView} view
 * @param {RowActions} actions
 */
export function foundRow({row, outcome, active}, {add, takeBack}) {
  const {key, title, meta, media} = row;
  const tab = active ? 0 : -1;
  const added = outcome?.status === 'added';
  return html`<li aria-busy=${outcome?.status === 'sending'}>
    <button class="main" type="button" data-key=${key} tabindex=${tab} aria-label=${[adding.addThis(title), outcome?.words, meta].filter(Boolean).join(', ')} @click=${() => add(row, 'end')}>
      ${artwork(media, {size: '1.3em'})}
      <span class="about"><span class="title" dir="auto">${title}</span><span class="meta">${said(outcome, meta)}</span></span>
      <span class="sign">${icon('plus', '1.1em')}</span>
    </button>
    <span class="tools ${added ? 'done' : ''}">
      ${added
        ? html`<button class="tool" type="button" tabindex=${tab} aria-label=${adding.takeBackThis(title)} title=${words.undo} @click=${() => takeBack(row)}>${icon('undo-2')}</button>`
        : html`<button class="tool" type="button" tabindex=${tab} aria-label=${words.playNext(title)} title="${words.addNext} (⇧⏎)" @click=${() => add(row, 'next')}>${icon('list-start')}</button>
          <button class="tool" type="button" tabindex=${tab} aria-label=${words.playThisNow(title)} title="${words.playNow} (Ctrl ⏎)" @click=${() => add(row, 'now')}>${icon('play')}</button>
          <button class="tool" type="button" tabindex="-1" aria-hidden="true" title=${adding.add} @click=${() => add(row, 'end')}>${icon('plus')}</button>`}
    </span>
  </li>`;
}

/** @param {Outcome|undefined} outcome @param {string} meta */
function said(outcome, meta) {
  const rest = outcome?.words && meta ? ` · ${meta}` : meta;
  if (outcome?.status === 'added') return html`<span class="ok">${icon('check', '1em')} ${outcome.words}</span>${rest}`;
  return outcome?.status === 'refused' ? html`<span class="bad">${icon('circle-alert', '1em')} ${outcome.words}</span>${rest}` : rest;
}

/** What stands for a group without a picture. @type {Record<Order, string>} */
const SYMBOLS = {newest: 'film', folders: 'folder', artists: 'user', albums: 'music'};

/** A group as it is called here: the files that name no artist have no name for theirs. @param {Group} group @returns {Group} */
export const named = (group) => (group.name ? group : {...group, name: adding.noArtist});

/** @param {Group} group  see named @param {Order} by @param {boolean} active @param {() => void} open */
export function groupRow({key, name, detail, count, cover}, by, active, open) {
  const meta = [detail, adding.results(count)].filter(Boolean).join(' · ');
  return html`<li>
    <button class="main" type="button" data-key=${key} tabindex=${active ? 0 : -1} @click=${open}>
      <span class="art plain">${icon(SYMBOLS[by], '1.3em')}${cover ? html`<img src=${cover} alt="" loading="lazy" decoding="async" @error=${hideBroken}>` : nothing}</span>
      <span class="about"><span class="title" dir="auto">${name}</span><span class="meta">${meta}</span></span>
      <span class="sign">${icon('chevron-right', '1.1em')}</span>
    </button>
  </li>`;
}
