// How a dialog looks: a card before everything else, with a heading and the way out.

import {css} from '../../vendor/lit.js';

export const dialogStyles = css`
  dialog {
    margin: auto;
    border: 0;
    border-radius: var(--radius-l);
    background: var(--surface);
    color: var(--text);
    font-size: var(--tv-small);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: var(--scrim);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  h2 {
    font-size: var(--tv-large);
    font-weight: 650;
  }
`;
