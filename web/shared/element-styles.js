// Styles that cross into shadow roots: use as `static styles = [base, css`…`]`.

import {css} from '../vendor/lit.js';

/** The reset, focus ring and helpers of base.css for one shadow root. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
    font-weight: inherit;
  }
  ol,
  ul {
    list-style: none;
  }
  img,
  svg {
    display: block;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
  [hidden] {
    display: none !important;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** Buttons: `.button` (quiet), `.button.primary`, `.button.icon-only`. At least 48 px to touch. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-width: var(--target);
    min-height: var(--target);
    padding: var(--s2) var(--s5);
    border: 0;
    border-radius: var(--radius-round);
    background: var(--surface-raised);
    color: var(--text);
    font-weight: 600;
    text-decoration: none;
    transition: background-color var(--fast) var(--ease);
  }
  .button:hover,
  .button:active {
    background: var(--surface-press);
  }
  .button.primary {
    background: var(--text);
    color: var(--text-inverse);
  }
  .button.primary:hover,
  .button.primary:active {
    background: color-mix(in srgb, var(--text) 86%, var(--bg));
  }
  .button.icon-only {
    padding: var(--s2);
  }
  .button:disabled {
    opacity: 0.45;
    cursor: default;
  }
`;

/** Sent and not yet answered: breathes, after a moment: a flicker at every tap would say “slow” about what is fast. */
export const busy = css`
  [aria-busy='true'] {
    animation: breathe 900ms 150ms ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true'] {
      animation: none;
      opacity: 0.6;
    }
  }
`;

/** One line of text that is cut, or two. */
export const clamp = css`
  .one-line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .two-lines {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
`;
