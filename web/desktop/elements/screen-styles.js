// How the dialog of this screen's settings looks, beyond dialog-styles.js.

import {css} from '../../vendor/lit.js';

export const screenStyles = css`
  dialog {
    width: min(34em, 94vw);
    max-height: 92vh;
    padding: 1.4em 1.8em 1.6em;
  }
  header {
    margin-bottom: 0.6em;
  }
  h3 {
    margin-top: 1.2em;
    padding-bottom: 0.2em;
    font-weight: 650;
  }
  .field {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    gap: 0.1em 1em;
    padding-block: 0.5em;
  }
  .field > input,
  .fine,
  .hint {
    grid-column: 1 / -1;
  }
  label {
    font-weight: 600;
  }
  output {
    font-variant-numeric: tabular-nums;
    color: var(--text-dim);
  }
  input[type='text'] {
    width: 100%;
    min-height: 2.5em;
    padding: 0 0.7em;
    border: 1.5px solid var(--control);
    border-radius: var(--radius);
    background: var(--bg);
  }
  input::placeholder {
    color: var(--text-dim);
    opacity: 1;
  }
  input[type='range'],
  input[type='checkbox'] {
    accent-color: var(--text);
  }
  input[type='range'] {
    width: 100%;
    height: 2.2em;
    margin: 0;
    cursor: pointer;
  }
  .fine {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.6em;
  }
  .fine .button {
    --target: max(44px, 2em);
  }
  .hint {
    color: var(--text-dim);
    line-height: 1.35;
  }
  .switches {
    display: grid;
    gap: 0.2em;
    padding-top: 0.4em;
  }
  .switches label {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-height: 2.2em;
    cursor: pointer;
  }
  input[type='checkbox'] {
    flex: none;
    width: 1.3em;
    height: 1.3em;
    margin: 0;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.7em;
    min-height: 2.2em;
  }
  li .icon,
  .does,
  .drift {
    color: var(--text-dim);
  }
  .who {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .drift:empty {
    display: none;
  }
  .drift {
    min-width: 6.5em;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 560px) {
    dialog {
      padding: 1em 1.1em 1.2em;
    }
    .drift {
      flex: 1 0 100%;
    }
  }
`;
