// How looking for something to add looks, beside the stage.

import {css} from '../../vendor/lit.js';

export const findStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    font-size: var(--tv-small);
  }
  .ways,
  .trail {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em;
    padding: 0 var(--edge) 0.6em;
  }
  .way {
    flex: 1 0 auto;
    min-height: max(40px, 2.2em);
    padding: 0 0.8em;
    border: 0;
    border-radius: var(--radius-round);
    background: var(--surface-raised);
    font-weight: 600;
  }
  .way:hover {
    background: var(--surface-press);
  }
  .way[aria-pressed='true'] {
    background: var(--text);
    color: var(--text-inverse);
  }
  .trail nav {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-width: 0;
    color: var(--text-dim);
  }
  .trail nav > * {
    padding: 0.35em 0.4em;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .trail nav button {
    min-height: max(32px, 1.9em);
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .trail nav button:hover {
    background: var(--surface-raised);
    color: var(--text);
  }
  .trail strong {
    color: var(--text);
    font-weight: 650;
  }
  .all {
    --target: max(40px, 2.2em);
    padding-inline: 0.9em;
  }
  .tell {
    flex-basis: 100%;
    color: var(--text-dim);
  }
  .tell:empty {
    display: none;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    padding-bottom: 0.4em;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-color: var(--control) transparent;
    scrollbar-width: thin;
  }
  h3 {
    padding: 0.5em calc(var(--edge) + 0.4em) 0.35em;
    color: var(--text-dim);
    font-weight: 650;
  }
  li {
    position: relative;
    margin-inline: var(--edge);
    border-radius: var(--radius);
  }
  li:hover,
  li:focus-within {
    background: var(--surface-raised);
  }
  .main {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.8em;
    width: 100%;
    min-height: 3.9em;
    padding: 0.4em 0.8em 0.4em 0.5em;
    border: 0;
    border-radius: inherit;
    background: none;
    text-align: start;
  }
  .main:focus-visible,
  .tool:focus-visible {
    outline-offset: -3px;
  }
  .art {
    width: 5.2em;
  }
  .art.plain {
    background: var(--surface-press);
    color: var(--text-dim);
  }
  .sign {
    color: var(--text-dim);
  }
  .meta .icon {
    display: inline-block;
    vertical-align: -0.15em;
  }
  .ok {
    color: var(--ok);
    font-weight: 600;
  }
  .bad {
    color: var(--danger);
  }
  .tools {
    position: absolute;
    inset: 0 0.3em 0 auto;
    display: none;
    align-items: center;
    padding-left: 1.4em;
    border-radius: inherit;
    background: linear-gradient(to right, transparent, var(--surface-raised) 1.2em);
  }
  li:hover .tools,
  li:focus-within .tools,
  .tools.done {
    display: flex;
  }
  .tools.done {
    background: none;
  }
  li:has(.done) .sign {
    visibility: hidden;
  }
  /* No pointer hovers: the tools have a place of their own. */
  @media (hover: none) {
    .tools {
      display: flex;
      background: none;
    }
    li:has(.tools) .main {
      padding-right: 8em;
    }
    li:has(.tools) .sign {
      display: none;
    }
  }
  .notice {
    display: grid;
    justify-items: center;
    gap: 0.5em;
    padding: 3em 2em;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    color: var(--text-dim);
  }
  .notice b {
    color: var(--text);
  }
  .more {
    display: flex;
    margin: 0.5em auto;
  }
`;
