// The buttons that add: where to in the list.

import {css, html} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {text} from '../more-strings.js';

/** @import {Place} from '../../shared/adding/adding.js' */

/** Needs buttons. @param {(place: Place) => void} add @param {{primary?: boolean, disabled?: boolean}} [options]  `primary`: to the end is what most people want here */
export const placeButtons = (add, {primary = false, disabled = false} = {}) => html`
  <button class="button ${primary ? 'primary' : ''}" ?disabled=${disabled} @click=${() => add('end')}>${icon('plus')} ${text.add}</button>
  <button class="button" ?disabled=${disabled} @click=${() => add('next')}>${icon('list-start')} ${text.playNext}</button>
  <button class="button" ?disabled=${disabled} @click=${() => add('now')}>${icon('play')} ${text.playNow}</button>`;

/** For `.places` around them. */
export const placeStyles = css`
  .places {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s2);
  }
  .places .button {
    padding-inline: var(--s2);
  }
  .places .primary {
    grid-column: 1 / -1;
    min-height: 3.5rem;
  }
  /* Large text: one below the other. */
  @media (max-width: 19rem) {
    .places {
      grid-template-columns: 1fr;
    }
  }
`;
