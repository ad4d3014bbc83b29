// Styles that several elements of the remote share.

import {css} from '../vendor/lit.js';

export {busy, clamp} from '../shared/element-styles.js';

/** A square button that is only an icon; pressed and busy states by attribute, never by colour alone. */
export const iconButton = css`
  .icon-button {
    position: relative;
    display: inline-grid;
    place-items: center;
    flex: none;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-round);
    background: transparent;
    color: var(--text);
    font-size: min(1.125rem, 24px);
    transition: background-color var(--fast) var(--ease);
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  .icon-button:active {
    background: var(--surface-press);
  }
  @media (hover: hover) {
    .icon-button:hover {
      background: var(--surface-raised);
    }
  }
  .icon-button[aria-pressed='true'] {
    background: var(--surface-press);
  }
  .icon-button[aria-pressed='true']::after {
    content: '';
    position: absolute;
    bottom: 5px;
    width: 5px;
    height: 5px;
    border-radius: 50%;
    background: currentColor;
  }
  .icon-button:disabled {
    color: var(--control);
    background: transparent;
    cursor: default;
  }
`;

/** A slider whose filled part is --fill wide; tall enough for a thumb, thin enough to look at. */
export const slider = css`
  input[type='range'] {
    appearance: none;
    -webkit-appearance: none;
    flex: 1;
    min-width: 0;
    width: 100%;
    height: var(--target);
    margin: 0;
    background: transparent;
    cursor: pointer;
    touch-action: pan-y;
    -webkit-tap-highlight-color: transparent;
    --track: linear-gradient(
      to right,
      var(--slider-color, var(--text)) var(--fill, 0%),
      color-mix(in srgb, var(--control) 55%, transparent) var(--fill, 0%)
    );
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 6px;
    border-radius: 3px;
    background: var(--track);
  }
  input[type='range']::-moz-range-track {
    height: 6px;
    border-radius: 3px;
    background: var(--track);
  }
  input[type='range']::-webkit-slider-thumb {
    -webkit-appearance: none;
    width: 18px;
    height: 18px;
    margin-top: -6px;
    border: 0;
    border-radius: 50%;
    background: var(--slider-color, var(--text));
    transition: scale var(--fast) var(--ease);
  }
  input[type='range']::-moz-range-thumb {
    width: 18px;
    height: 18px;
    border: 0;
    border-radius: 50%;
    background: var(--slider-color, var(--text));
    transition: scale var(--fast) var(--ease);
  }
  input[type='range']:active::-webkit-slider-thumb {
    scale: 1.4;
  }
  input[type='range']:active::-moz-range-thumb {
    scale: 1.4;
  }
  input[type='range']:focus-visible {
    outline-offset: -6px;
    border-radius: var(--radius-s);
  }
  input[type='range']:disabled {
    cursor: default;
    --slider-color: var(--control);
  }
  input[type='range']:disabled::-webkit-slider-thumb {
    visibility: hidden;
  }
  input[type='range']:disabled::-moz-range-thumb {
    visibility: hidden;
  }
`;
