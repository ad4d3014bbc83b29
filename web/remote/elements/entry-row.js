// One thing that can be added, as the library and what was played show it: what it is, and two buttons.

import {css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {artwork} from '../artwork.js';
import {text} from '../more-strings.js';

/** @import {Media} from '../../shared/protocol.js' */

/** @typedef {'sending'|'added'|'refused'} Outcome */

/**
 * @typedef {object} EntryView
 * @property {string} title
 * @property {string} meta  length, artist and the like
 * @property {Media} media  for its picture
 * @property {Outcome} [outcome]  what became of the last tap
 * @property {(place: 'next'|'end') => void} add
 */

/** Needs entryStyles, artworkStyles, busy, clamp and iconButton. @param {EntryView} view */
export function entryRow({title, meta, media, outcome, add}) {
  const added = outcome === 'added';
  return html`<li aria-busy=${outcome === 'sending'}>
    ${artwork(media)}
    <div class="about"><span class="title two-lines" dir="auto">${title}</span>
      <span class="meta one-line">${added ? html`<span class="done">${text.added(1)}</span> · ` : nothing}${meta}</span></div>
    <button class="icon-button" aria-label=${text.nextThis(title)} title=${text.playNext} @click=${() => add('next')}>${icon('list-start')}</button>
    <button class="icon-button" aria-label=${text.addThis(title)} title=${text.add} @click=${() => add('end')}>${added ? html`<span class="done">${icon('check')}</span>` : icon('plus')}</button>
  </li>`;
}

/** In place of entries: why there are none. @param {string} name @param {string} title @param {string} [hint] */
export function notice(name, title, hint) {
  return html`<div class="notice">${icon(name, '2rem')}<strong>${title}</strong>${hint ? html`<p>${hint}</p>` : nothing}</div>`;
}

export const entryStyles = css`
  li {
    display: flex;
    align-items: center;
    min-height: 4.25rem;
    margin-inline-end: calc(-1 * var(--s2));
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
  .done {
    color: var(--ok);
  }
  .notice {
    display: grid;
    justify-items: center;
    gap: var(--s3);
    padding: var(--s7) var(--s4);
    text-align: center;
    color: var(--text-dim);
  }
  .notice strong {
    color: var(--text);
    font-weight: 650;
  }
  .more {
    width: 100%;
    margin-top: var(--s3);
  }
  .count {
    color: var(--text-dim);
    font-size: var(--t-small);
    min-height: 1.5em;
  }
`;
