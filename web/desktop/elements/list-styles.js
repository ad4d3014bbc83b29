// How rows look: those of the list, and what they have in common with those of what was found.

import {css} from '../../vendor/lit.js';

/** Two lines of text, and small buttons beside them. */
export const faceStyles = css`
  .about {
    display: grid;
    gap: 0.1em;
    min-width: 0;
    line-height: 1.3;
  }
  .title,
  .meta {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    font-weight: 600;
    text-align: left;
  }
  .meta {
    font-size: 0.875em;
    color: var(--text-dim);
  }
  .tool,
  .grip {
    display: grid;
    place-items: center;
    flex: none;
    width: max(40px, 2.3em);
    height: max(40px, 2.3em);
    padding: 0;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    color: var(--text-dim);
  }
  .tool:hover {
    background: var(--surface-press);
    color: var(--text);
  }
`;

/** Needs faceStyles. */
export const rowStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-color: var(--control) transparent;
    scrollbar-width: thin;
    font-size: var(--tv-small);
  }
  ol {
    position: relative;
    contain: layout style;
  }
  li {
    position: absolute;
    inset: 0 var(--edge) auto;
    height: var(--row);
    border-radius: var(--radius);
    background: var(--surface);
    contain: strict;
    transition: transform var(--normal) var(--ease);
    user-select: none;
    -webkit-user-select: none;
  }
  li:hover,
  li:focus-within {
    background: var(--surface-raised);
  }
  li.current {
    background: var(--now-soft);
  }
  li.dragged {
    z-index: 1;
    background: var(--surface-press);
    box-shadow: var(--shadow);
    contain: layout;
    transition: none;
  }
  .dragging li {
    cursor: grabbing;
  }
  .main {
    display: grid;
    grid-template-columns: 2.6em minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.4em;
    width: 100%;
    height: 100%;
    padding: 0 0.9em 0 0.2em;
    border: 0;
    border-radius: inherit;
    background: none;
    text-align: left;
    cursor: inherit;
  }
  :focus-visible {
    outline-offset: -3px;
  }
  li:not(.dragged) .main {
    cursor: pointer;
  }
  .place {
    display: grid;
    place-items: center;
    font-variant-numeric: tabular-nums;
    color: var(--text-dim);
  }
  .go {
    display: none;
    color: var(--text);
  }
  .go .icon {
    fill: currentColor;
  }
  li:hover .go,
  .main:focus-visible .go {
    display: block;
  }
  li:hover .number,
  .main:focus-visible .number,
  .dragging .go {
    display: none;
  }
  .now {
    color: var(--now);
    font-weight: 650;
  }
  .trouble {
    display: flex;
    align-items: center;
    gap: 0.35em;
    color: var(--danger);
  }
  .trouble span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .length {
    font-variant-numeric: tabular-nums;
    color: var(--text-dim);
  }
  .bars {
    display: flex;
    align-items: flex-end;
    gap: 0.14em;
    height: 1em;
  }
  .bars i {
    width: 0.2em;
    height: 40%;
    border-radius: 1em;
    background: var(--now);
    transform-origin: bottom;
  }
  .bars i:nth-child(2) {
    height: 90%;
  }
  .bars i:nth-child(3) {
    height: 60%;
  }
  .moving .bars i {
    animation: beat 1.1s ease-in-out infinite alternate;
  }
  .moving .bars i:nth-child(2) {
    animation-delay: -0.7s;
  }
  .moving .bars i:nth-child(3) {
    animation-delay: -0.35s;
  }
  @keyframes beat {
    to {
      transform: scaleY(0.5);
    }
  }
  .tools {
    position: absolute;
    inset: 4px 0.3em 4px auto;
    display: none; /* costs nothing in the thousands of rows that nobody points at */
    align-items: center;
    padding-left: 1.2em;
    border-radius: inherit;
    background: linear-gradient(to right, transparent, var(--surface-raised) 1em);
  }
  .current .tools {
    background: linear-gradient(to right, transparent, var(--now-soft) 1em);
  }
  li:hover .tools,
  li:focus-within .tools {
    display: flex;
  }
  li:focus-within:not(:hover) .main:focus:not(:focus-visible) ~ .tools,
  .dragging li .tools {
    display: none;
  }
  .grip {
    width: 1.8em;
    cursor: grab;
    touch-action: none;
  }
  /* No pointer hovers: the tools have a place of their own. */
  @media (hover: none) {
    .main {
      padding-right: 9em;
    }
    .tools {
      display: flex;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .moving .bars i {
      animation: none !important;
    }
  }
`;
