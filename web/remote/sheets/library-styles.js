// How the library looks.

import {css} from '../../vendor/lit.js';

export const libraryStyles = css`
  :host {
    display: block;
  }
  .search {
    position: sticky;
    top: calc(-1 * var(--s2));
    z-index: 1;
    padding-block: var(--s2);
    background: var(--surface);
  }
  .search .icon {
    position: absolute;
    inset-inline-start: var(--s4);
    top: calc(var(--s2) + 1.125rem);
    color: var(--text-dim);
  }
  input {
    width: 100%;
    height: 3.5rem;
    padding: 0 var(--s4);
    padding-inline-start: 3rem;
    border: 1.5px solid var(--control);
    border-radius: var(--radius);
    background: var(--bg);
    font-size: max(1rem, 16px);
    -webkit-appearance: none;
  }
  input:focus-visible {
    outline-offset: -1.5px;
  }
  input::placeholder {
    color: var(--text-dim);
    opacity: 1;
  }
  .orders {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s1);
    padding-block: var(--s1) var(--s2);
  }
  .order {
    flex: 1 0 auto;
    min-height: var(--target);
    padding: 0 min(var(--s3), 2.5vw);
    border: 0;
    border-radius: var(--radius-round);
    background: var(--surface-raised);
    font-size: 0.9375rem;
    font-weight: 550;
    touch-action: manipulation;
  }
  .order[aria-pressed='true'] {
    background: var(--text);
    color: var(--text-inverse);
    font-weight: 650;
  }
  .trail {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    color: var(--text-dim);
  }
  .trail > * {
    min-height: 40px;
    padding: 0;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .trail > :not(:last-child)::after {
    content: '›';
    display: inline-block;
    padding-inline: var(--s2);
  }
  .trail button {
    border: 0;
    background: none;
  }
  .trail span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .trail strong {
    outline: none; /* has the focus for a moment when the place changes, so that it is read out */
    align-content: center;
    color: var(--text);
    font-weight: 650;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2);
    min-height: 1.5rem;
    color: var(--text-dim);
    font-size: var(--t-small);
  }
  .group {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 4.25rem;
    padding: 0;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    text-align: start;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .group:active {
    background: var(--surface-press);
  }
  .group > .icon {
    flex: none;
    color: var(--text-dim);
  }
  .square {
    width: 3.5rem;
    aspect-ratio: 1;
  }
  .about {
    padding: var(--s1) var(--s2) var(--s1) var(--s3);
  }
  .more {
    width: 100%;
    margin-top: var(--s3);
  }
  /* Large text: the words need the room. */
  @media (max-width: 19rem) {
    .square {
      display: none;
    }
    .about {
      padding-inline-start: 0;
    }
  }
`;
