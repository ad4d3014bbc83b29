// How the list looks; see up-next.js for how it works.

import {css} from '../../vendor/lit.js';

export const listStyles = css`
  :host {
    display: block;
  }
  .history .icon {
    flex: none;
  }
  .history {
    display: flex;
    align-items: center;
    gap: var(--s3);
    width: 100%;
    min-height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    color: var(--text-dim);
    font-size: 0.9375rem;
    font-weight: 550;
    text-align: start;
  }
  .past .art {
    opacity: 0.55;
  }
  .past .title {
    color: var(--text-dim);
  }
  ol {
    position: relative;
    margin-inline: calc(-1 * var(--s2));
    overflow-anchor: none;
  }
  li {
    position: absolute;
    inset-inline: 0;
    top: 0;
    border-radius: var(--radius);
    background: var(--bg);
    touch-action: pan-y;
  }
  li.swiping {
    overflow: hidden;
    background: var(--danger-soft);
  }
  li.swiping::before {
    content: attr(data-swipe);
    position: absolute;
    inset-inline-end: var(--s5);
    top: calc(var(--row) / 2 - 0.7em);
    color: var(--danger);
    font-weight: 650;
  }
  .swiping .face {
    position: relative;
    border-radius: var(--radius);
    background: var(--surface-raised);
  }
  .gone .face {
    transition: translate var(--normal) var(--ease);
  }
  ol.dragging li {
    transition: transform var(--normal) var(--ease);
  }
  ol.dragging li.dragged {
    z-index: 2;
    transition: none;
    background: var(--surface-raised);
    box-shadow: var(--shadow);
  }
  li.open {
    background: var(--surface);
  }
  li.current {
    background: var(--now-soft);
  }
  .face {
    display: flex;
    align-items: center;
    height: var(--row, 4.5rem);
    padding-inline: var(--s2) 0;
  }
  .cover {
    flex: none;
    width: min(5.25rem, 24vw);
    min-height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    touch-action: pan-y;
  }
  .over {
    place-self: end;
    display: grid;
    place-items: center;
    width: min(1.625rem, 28px);
    height: min(1.625rem, 28px);
    margin: 3px;
    border-radius: 50%;
    background: rgb(10 10 12 / 72%);
    color: #fff;
  }
  .over svg {
    width: min(1rem, 18px);
    height: min(1rem, 18px);
  }
  .over.playing {
    display: flex;
    align-items: flex-end;
    justify-content: center;
    gap: 2px;
    padding-bottom: 7px;
    color: #ffb454;
  }
  .playing i {
    width: 3px;
    height: 11px;
    border-radius: 1px;
    background: currentColor;
    scale: 1 0.35;
    transform-origin: bottom;
  }
  :host([moving]) .playing i {
    animation: bars 900ms ease-in-out infinite alternate;
  }
  .playing i:nth-child(2) {
    scale: 1 1;
    animation-delay: -500ms !important;
  }
  .playing i:nth-child(3) {
    scale: 1 0.65;
    animation-delay: -250ms !important;
  }
  @keyframes bars {
    from {
      scale: 1 0.3;
    }
    to {
      scale: 1 1;
    }
  }
  .about {
    flex: 1;
    min-width: 0;
    height: 100%;
    padding: 0 var(--s1) 0 var(--s3);
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    text-align: start;
    display: grid;
    align-content: center;
    gap: 2px;
    touch-action: pan-y;
    -webkit-tap-highlight-color: transparent;
  }
  .about:focus-visible {
    outline-offset: -3px;
  }
  .title {
    font-weight: 550;
    font-size: 0.9375rem;
    line-height: 1.25;
  }
  .meta {
    color: var(--text-dim);
    font-size: var(--t-small);
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .now {
    color: var(--now);
    font-weight: 700;
  }
  .trouble {
    color: var(--danger);
  }
  .trouble svg {
    display: inline-block;
    vertical-align: -0.125em;
  }
  .no-handle {
    flex: none;
    width: var(--target);
  }
  @container list (max-width: 26rem) {
    .no-handle {
      display: none;
    }
  }
  .handle {
    touch-action: none;
    cursor: grab;
    color: var(--text-dim);
  }
  .remove {
    display: none;
    color: var(--text-dim);
  }
  @container list (min-width: 26rem) {
    .remove {
      display: inline-grid;
    }
  }
  .menu {
    display: grid;
    gap: var(--s2);
    padding: 0 var(--s2) var(--s2);
  }
  .entries {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(3.6rem, 1fr));
    gap: var(--s2);
  }
  .entry {
    display: grid;
    place-items: center;
    align-content: center;
    gap: var(--s1);
    min-width: 0;
    min-height: max(var(--target), 4.125rem);
    padding: var(--s1);
    border: 0;
    border-radius: var(--radius);
    background: var(--surface-raised);
    font-size: var(--t-small);
    font-weight: 550;
    line-height: 1.1;
    touch-action: manipulation;
  }
  .current .entry {
    background: color-mix(in srgb, var(--text) 9%, var(--now-soft));
  }
  .entry:active {
    background: var(--surface-press);
  }
  .entry:disabled {
    color: var(--control);
    opacity: 0.7;
  }
  .adding {
    padding: var(--s3) var(--s2);
    color: var(--text-dim);
    font-size: 0.9375rem;
  }
  .wrap {
    container: list / inline-size;
  }
`;
