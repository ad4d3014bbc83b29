// A range input over a track that is drawn beside it: the input itself shows its thumb only.

import {css} from '../../vendor/lit.js';

/** Set --thumb to the thumb's colour. */
export const slider = css`
  input[type='range'] {
    appearance: none;
    -webkit-appearance: none;
    width: 100%;
    height: 2.4em;
    margin: 0;
    background: none;
    cursor: pointer;
    border-radius: var(--radius-s);
  }
  input[type='range']:disabled {
    cursor: default;
    opacity: 0.4;
  }
  input[type='range']::-webkit-slider-runnable-track {
    background: none;
  }
  input[type='range']::-webkit-slider-thumb {
    -webkit-appearance: none;
    width: 1.15em;
    height: 1.15em;
    border-radius: 50%;
    background: var(--thumb, var(--text));
    box-shadow: 0 0 0 2px rgb(0 0 0 / 35%);
  }
  input[type='range']::-moz-range-track {
    background: none;
  }
  input[type='range']::-moz-range-thumb {
    width: 1.15em;
    height: 1.15em;
    border: 0;
    border-radius: 50%;
    background: var(--thumb, var(--text));
    box-shadow: 0 0 0 2px rgb(0 0 0 / 35%);
  }
`;
