// A folder, an artist or an album as a row that leads into it.

import {html, nothing} from '../../vendor/lit.js';
import {hideBroken} from '../../shared/artwork.js';
import {icon} from '../../shared/icons.js';
import {hueOf} from '../../shared/model/artwork.js';
import {text} from '../more-strings.js';

/** @import {Group, Order} from '../../shared/adding/library.js' */

/** What stands for a group without a picture. @type {Record<Order, string>} */
const SYMBOLS = {newest: 'film', folders: 'folder', artists: 'user', albums: 'music'};

/** A group as it is called here: the files that name no artist have no name for theirs. @param {Group} group @returns {Group} */
export const named = (group) => (group.name ? group : {...group, name: text.noArtist});

/** Needs rowWords, libraryStyles and artworkStyles. @param {Group} group @param {Order} by @param {() => void} open */
export function groupRow({name, detail, count, cover}, by, open) {
  const meta = [detail, text.results(count)].filter(Boolean).join(' · ');
  return html`<li><button class="group" @click=${open}>
    <span class="art square" style="--hue:${hueOf({provider: 'library', ref: name, url: name, title: name})}">${icon(SYMBOLS[by], '1.375rem')}
      ${cover ? html`<img src=${cover} alt="" loading="lazy" decoding="async" @error=${hideBroken}>` : nothing}</span>
    <span class="about"><span class="name two-lines" dir="auto">${name}</span><span class="meta one-line">${meta}</span></span>
    ${icon('chevron-right')}
  </button></li>`;
}
