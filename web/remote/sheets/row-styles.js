// How rows of sheets look, whatever they are of.

import {css} from '../../vendor/lit.js';

/** What it is, and in small letters below that how it fares. */
export const rowWords = css`
  .about {
    flex: 1;
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .title,
  .name {
    font-weight: 550;
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
  .ok {
    color: var(--ok);
    font-weight: 550;
  }
  .bad {
    color: var(--danger);
  }
`;

/** A row that opens on a tap, with the button beside it that adds. */
export const rowFace = css`
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
  .plus {
    background: var(--surface-raised);
  }
`;
