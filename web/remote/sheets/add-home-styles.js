// How the field to add with, and what is below it, look.

import {css} from '../../vendor/lit.js';

export const fieldStyles = css`
  :host {
    display: grid;
    gap: var(--s3);
  }
  .field {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    background: var(--surface);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 3.5rem;
    max-height: 10rem;
    field-sizing: content;
    padding: var(--s4);
    padding-inline-end: 3.75rem;
    border: 1.5px solid var(--control);
    border-radius: var(--radius);
    background: var(--bg);
    font-size: max(1rem, 16px);
    line-height: 1.4;
    resize: none;
    overflow-wrap: anywhere;
  }
  textarea:focus-visible {
    outline-offset: -1.5px;
  }
  textarea::placeholder {
    color: var(--text-dim);
    opacity: 1;
  }
  .with-paste textarea {
    padding-inline-end: 7rem;
  }
  .paste,
  .clear {
    position: absolute;
    inset: 4px 4px auto auto;
    min-height: var(--target);
    border-radius: calc(var(--radius) - 4px);
  }
  .paste {
    padding: 0 var(--s4);
  }
  .clear {
    background: none;
  }
  .help {
    color: var(--text-dim);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .help:empty {
    position: absolute; /* listened to, and in nobody's way */
  }
  .previews {
    display: grid;
    gap: var(--s2);
  }
  .sources {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-evenly;
    gap: var(--s3) 0;
    padding-top: var(--s2);
  }
  .source {
    flex: 1 0 4rem; /* four side by side on the smallest phone; a long word takes the room that others leave */
    max-width: 7rem;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: var(--s2);
    min-width: min-content;
    padding: var(--s1) 2px;
    border: 0;
    border-radius: var(--radius);
    background: none;
    font-size: var(--t-small);
    font-weight: 550;
    line-height: 1.25;
    text-align: center;
    hyphens: auto;
    overflow-wrap: break-word;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .disc {
    display: grid;
    place-items: center;
    width: 3.5rem;
    height: 3.5rem;
    border-radius: 50%;
    background: var(--surface-raised);
    transition: background-color var(--fast) var(--ease);
  }
  .source:active .disc {
    background: var(--surface-press);
  }
  .about {
    color: var(--text-dim);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  /* Large text: the button goes below the field. */
  @media (max-width: 19rem) {
    .field {
      position: static;
      display: grid;
      gap: var(--s2);
    }
    .paste {
      position: static;
    }
    .with-paste textarea {
      padding-inline-end: var(--s4);
    }
  }
`;
