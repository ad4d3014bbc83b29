// One thing that can be added, as a row: what it is, one button that adds it, and on a tap the other ways to.

import {css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {artwork} from '../../shared/artwork.js';
import {text} from '../more-strings.js';

/** @import {Outcome} from '../../shared/adding/outcomes.js' */
/** @import {Place} from '../../shared/adding/adding.js' */

/** @typedef {import('../../shared/adding/library.js').Row} Entry */

/** @typedef {{add: (place: Place) => void, takeBack: () => void, toggle: () => void}} EntryActions */

/**
 * Needs entryStyles, artworkStyles, busy, clamp, iconButton and buttons.
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
  if (outcome?.status === 'added') return html`<span class="done">${icon('check', '1em')} ${outcome.words}</span> `;
  return outcome?.status === 'refused' ? html`<span class="bad">${icon('circle-alert', '1em')} ${outcome.words}</span> ` : nothing;
}

/** @param {string} title @param {(place: Place) => void} add */
function menu(title, add) {
  return html`<div class="ways" role="group" aria-label=${text.actionsFor(title)}>
    <button class="button" @click=${() => add('end')}>${icon('plus')} ${text.add}</button>
    <button class="button" @click=${() => add('next')}>${icon('list-start')} ${text.playNext}</button>
    <button class="button" @click=${() => add('now')}>${icon('play')} ${text.playNow}</button>
  </div>`;
}

export const entryStyles = css`
  .face {
    display: flex;
    align-items: center;
    min-height: 4.25rem;
    margin-inline-end: calc(-1 * var(--s2));
  }
  .what {
    flex: 1;
    display: flex;
    align-items: center;
    min-width: 0;
    min-height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    text-align: start;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .art {
    width: 4.5rem;
  }
  .about {
    flex: 1;
    min-width: 0;
    padding: var(--s1) var(--s2) var(--s1) var(--s3);
    display: grid;
    gap: 2px;
  }
  .title {
    font-weight: 550;
    font-size: 0.9375rem;
    line-height: 1.25;
  }
  .meta {
    color: var(--text-dim);
    font-size: var(--t-small);
    line-height: 1.35;
  }
  .meta .icon {
    display: inline-block;
    vertical-align: -0.15em;
  }
  .done {
    color: var(--ok);
    font-weight: 550;
  }
  .bad {
    color: var(--danger);
  }
  .plus {
    background: var(--surface-raised);
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
