// One thing that can be added, as a row: what it is, one button that adds it, and on a tap the other ways to.

import {css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {artwork} from '../../shared/artwork.js';
import {text} from '../more-strings.js';
import {placeButtons} from './places.js';

/** @import {Outcome} from '../../shared/adding/outcomes.js' */
/** @import {Place} from '../../shared/adding/adding.js' */

/** @typedef {import('../../shared/adding/library.js').Row} Entry */

/** @typedef {{add: (place: Place) => void, takeBack: () => void, toggle: () => void}} EntryActions */

/**
 * Needs rowWords, rowFace, entryStyles, artworkStyles, busy, clamp, iconButton and buttons.
 * @param {Entry} entry
 * @param {Outcome|undefined} outcome
 * @param {boolean} open
 * @param {EntryActions} actions
 */
export function entryRow({title, meta, media}, outcome, open, {add, takeBack, toggle}) {
  return html`<li aria-busy=${outcome?.status === 'sending'}>
    <div class="face">
      <button class="what" aria-expanded=${open} @click=${toggle}>
        ${artwork(media)}
        <span class="about"><span class="title two-lines" dir="auto">${title}</span><span class="meta ${outcome ? 'two-lines' : 'one-line'}">${said(outcome)}${meta}</span></span>
      </button>
      ${outcome?.status === 'added' ? act('undo-2', text.undo, text.takeBackThis(title), takeBack) : act('plus', text.add, text.addThis(title), () => add('end'))}
    </div>
    ${open ? menu(title, add) : nothing}
  </li>`;
}

/** One button that becomes the other: the focus stays on it. @param {string} symbol @param {string} word @param {string} label @param {() => void} run */
function act(symbol, word, label, run) {
  return html`<button class="icon-button plus" aria-label=${label} title=${word} @click=${run}>${icon(symbol)}</button>`;
}

/** @param {Outcome|undefined} outcome */
function said(outcome) {
  if (outcome?.status === 'added') return html`<span class="ok">${icon('check', '1em')} ${outcome.words}</span> `;
  return outcome?.status === 'refused' ? html`<span class="bad">${icon('circle-alert', '1em')} ${outcome.words}</span> ` : nothing;
}

/** @param {string} title @param {(place: Place) => void} add */
function menu(title, add) {
  return html`<div class="ways" role="group" aria-label=${text.actionsFor(title)}>
    ${placeButtons(add)}
  </div>`;
}

export const entryStyles = css`
  .art {
    width: 4.5rem;
  }
  .about {
    padding: var(--s1) var(--s2) var(--s1) var(--s3);
  }
  .title {
    font-size: 0.9375rem;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    padding-bottom: var(--s3);
  }
  .ways .button {
    flex: 1 0 auto;
    padding-inline: var(--s3);
    font-size: 0.9375rem;
  }
  /* Small: the three ways in one row, by their words. */
  @media (max-width: 22rem) {
    .ways .icon {
      display: none;
    }
  }
  /* Large text: the words need the room. */
  @media (max-width: 19rem) {
    .art {
      display: none;
    }
    .about {
      padding-inline-start: 0;
    }
  }
`;
