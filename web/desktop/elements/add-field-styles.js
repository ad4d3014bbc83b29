// How the field to add with looks.

import {css} from '../../vendor/lit.js';

export const fieldStyles = css`
  :host {
    display: grid;
    gap: 0.5em;
    font-size: var(--tv-small);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5em;
  }
  input {
    min-width: 0;
    min-height: max(48px, 2.6em);
    padding: 0 0.9em;
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--bg);
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--text-dim);
    opacity: 1;
  }
  input:focus {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .button {
    --target: max(48px, 2.6em);
    padding-inline: 1.1em;
    border-radius: var(--radius);
  }
  .button.icon-only {
    padding: 0;
  }
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.5em;
  }
  .result:not(:has(p)) {
    margin-top: -0.5em; /* a live region has to be there before it says something */
  }
  .refused {
    display: flex;
    gap: 0.5em;
    color: var(--danger);
    overflow-wrap: anywhere;
  }
  .refused .icon {
    flex: none;
    margin-top: 0.15em;
  }
  .done {
    color: var(--text-dim);
  }
`;
