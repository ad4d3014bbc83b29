// Buttons beside what is looked at.

import {css} from '../../vendor/lit.js';

/** `.button.plain`: without a face of its own until somebody points at it, or it is on. Needs buttons. */
export const plainButton = css`
  .button.plain {
    background: none;
    color: var(--text-dim);
  }
  .button.plain:hover,
  .button.plain[aria-expanded='true'] {
    background: var(--surface-raised);
    color: var(--text);
  }
`;
