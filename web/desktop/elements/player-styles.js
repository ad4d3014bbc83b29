// Where the parts of the page are: the screen, the corner of short words, and the list beside it.

import {css} from '../../vendor/lit.js';

export const playerStyles = css`
  :host {
    display: block;
    color: var(--text);
    font-size: var(--tv-body);
  }
  /* Beside the list while that is open: so screens measure themselves by this, not by the window. */
  .screen {
    position: absolute;
    inset: 0 var(--panel-inset) 0 0;
    container-type: size;
  }
  .corner {
    position: absolute;
    top: 5cqh;
    left: 5cqw;
    display: grid;
    justify-items: start;
    pointer-events: none;
  }
  /* Nothing plays: on the line of the name, beside the code. */
  .corner.idle {
    left: 7cqw;
    display: flex;
    align-items: center;
    gap: var(--s2) 1.2em;
    height: calc(1.7 * var(--tv-body));
    max-width: 46cqw;
  }
  .brand {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin: 0;
    color: var(--text-dim);
    font-weight: 600;
    letter-spacing: 0.01em;
  }
  .brand img {
    width: 1.7em;
  }
  list-panel {
    position: absolute;
    inset: 0 0 0 auto;
    width: var(--panel);
  }
  /* Before the stage, not beside it: what is behind steps back. */
  @media (max-width: 900px) {
    list-panel {
      box-shadow: 0 0 0 100vmax rgb(6 7 9 / 60%);
    }
  }
  @container (max-aspect-ratio: 1/1) {
    .corner.idle {
      max-width: 86cqw;
    }
  }
  @container (max-width: 760px) {
    .corner:not(.idle) {
      max-width: 42cqw; /* beside the code */
    }
  }
  @container (max-height: 420px) {
    .corner.idle {
      top: 2cqh;
    }
    .brand {
      display: none;
    }
  }
`;
