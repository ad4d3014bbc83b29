// How the page for this phone's files looks.

import {css} from '../../vendor/lit.js';

export const panelStyles = css`
  :host {
    display: grid;
    gap: var(--s4);
  }
  input {
    display: none;
  }
  .hint {
    color: var(--text-dim);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .choose {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
    gap: var(--s2);
  }
  .choose .button {
    min-height: 3.5rem;
    padding-inline: var(--s3);
  }
  .unfinished {
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: var(--s2) 0 var(--s2) var(--s3);
    border-radius: var(--radius);
    background: var(--surface-raised);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .unfinished span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .unfinished > .icon {
    flex: none;
    color: var(--text-dim);
  }
  /* Small: both in one row, by their words. */
  @media (max-width: 22rem) {
    .choose {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
    }
    .choose .icon {
      display: none;
    }
  }
`;
