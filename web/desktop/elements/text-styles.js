// Text over the stage and in its place.

import {css} from '../../vendor/lit.js';

/** What it is about, and what that is called: `h1` and `.label`. */
export const stageText = css`
  h1 {
    font-size: var(--tv-title);
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.015em;
  }
  .label {
    font-size: var(--tv-small);
    font-weight: 650;
    color: var(--text-dim);
  }
`;
