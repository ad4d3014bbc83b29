// The page's layout. Held upright: picture, list, and a dock that stays under the thumb while the list scrolls by.
// On its side, and on a tablet: picture and dock stay on the left, the list scrolls on the right.

import {css} from '../../vendor/lit.js';

export const appStyles = css`
  :host {
    display: block;
    --gutter: max(min(var(--s4), 5vw), env(safe-area-inset-left), env(safe-area-inset-right));
  }
  .page {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
  }
  .side {
    display: contents;
  }
  .top {
    order: 0;
    position: sticky;
    top: 0;
    z-index: 3;
    padding: env(safe-area-inset-top) var(--gutter) 0;
    background: var(--bg);
  }
  .top top-bar {
    margin-inline-end: calc(-1 * var(--s2));
  }
  /* Lies over the page's upper edge: nothing moves when the line goes and comes. */
  .banner {
    position: absolute;
    inset: 100% 0 auto;
    display: flex;
    align-items: center;
    gap: var(--s3);
    max-width: 34rem;
    margin: 0 auto;
    padding: var(--s3) var(--s4);
    background: var(--surface-raised);
    border-radius: 0 0 var(--radius) var(--radius);
    box-shadow: var(--shadow);
    font-size: 0.9375rem;
    line-height: 1.35;
    font-weight: 550;
  }
  .banner .icon {
    flex: none;
  }
  .now {
    order: 2;
    padding: var(--s1) var(--gutter) var(--s3);
  }
  .list {
    order: 3;
    isolation: isolate; /* a dragged row stays under the dock */
    flex: 1;
    padding: 0 var(--gutter) var(--s5);
  }
  .dock {
    order: 4;
    position: sticky;
    bottom: 0;
    z-index: 2;
    padding: var(--s2) var(--gutter) max(var(--s2), env(safe-area-inset-bottom));
    background: var(--surface);
    border-radius: var(--radius-l) var(--radius-l) 0 0;
    box-shadow: 0 -1px 0 var(--line), 0 -12px 32px rgb(0 0 0 / 22%);
  }
  toast-note {
    position: absolute;
    inset: auto var(--gutter) calc(100% + var(--s3));
  }
  .add-bar {
    display: flex;
    gap: var(--s2);
    padding-top: var(--s1);
    margin-bottom: var(--s2);
  }
  .add {
    flex: 1 1 auto;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-height: var(--target);
    padding: 0 min(var(--s4), 5vw);
    border: 0;
    border-radius: var(--radius-round);
    background: var(--surface-raised);
    font-weight: 550;
    text-align: start;
    line-height: 1.2; /* two lines of a long language, or of large text, are as high as the button */
    touch-action: manipulation;
  }
  .add:active {
    background: var(--surface-press);
  }
  .add .icon {
    flex: none;
  }
  .from-library {
    flex: none;
    gap: var(--s2);
  }
  /* Small, or large text: one line all the same. */
  @media (max-width: 22rem) {
    .from-library span {
      display: none;
    }
  }

  /* Large text: a word may take a whole line. */
  @media (max-width: 19rem) {
    .add-bar {
      flex-wrap: wrap;
    }
  }

  /* Upright and tall enough: the picture is large. */
  @media (orientation: portrait) and (min-height: 46rem) {
    .now {
      --now-columns: minmax(0, 1fr);
      --now-title: var(--t-title);
      --art-max: 22dvh;
    }
  }

  /* Nothing on the list: the question stands in the middle. */
  .empty .now {
    flex: 1;
    display: grid;
    align-items: center;
  }
  .empty .list {
    display: none;
  }

  /* The last that is known: its colour goes, its words stay readable. */
  .offline .now,
  .offline .list,
  .offline seek-bar {
    --art-shown: 0.4;
    filter: grayscale(0.9);
  }

  /* On its side, or wide: two columns. */
  @media (min-width: 56.25rem), (orientation: landscape) and (min-width: 34rem) {
    .page {
      display: grid;
      grid-template: auto 1fr / minmax(20rem, 5fr) minmax(0, 6fr);
      grid-template-areas: 'top top' 'side list';
      column-gap: var(--s5);
      align-items: start;
      max-width: 84rem;
      margin-inline: auto;
    }
    .top {
      grid-area: top;
      align-self: stretch;
    }
    .side {
      grid-area: side;
      display: flex;
      flex-direction: column;
      position: sticky;
      top: calc(3.5rem + env(safe-area-inset-top));
      z-index: 1; /* its notes lie over the list */
      min-height: calc(100dvh - 3.5rem - env(safe-area-inset-top));
      padding-inline-start: var(--gutter);
    }
    .now {
      flex: 1;
      display: grid;
      align-items: center;
      padding: 0 0 var(--s3);
    }
    .dock {
      position: relative;
      padding: var(--s2) var(--s4) max(var(--s2), env(safe-area-inset-bottom));
    }
    .list {
      grid-area: list;
      min-width: 0;
      padding-inline: 0 var(--gutter);
    }
    .empty.page {
      grid-template-columns: 1fr;
      grid-template-areas: 'top' 'side';
    }
    .empty .side {
      padding-inline: var(--gutter);
      align-items: center;
    }
    .empty .dock {
      width: min(100%, 36rem);
    }
  }
  /* On its side there is no height for a second line of buttons. */
  @media (orientation: landscape) and (min-width: 34rem) and (max-height: 34rem) {
    .from-library span {
      display: none;
    }
  }
  @media (min-width: 56.25rem) and (min-height: 34rem) {
    .now {
      --now-columns: minmax(0, 1fr);
      --now-title: var(--t-title);
      --art-max: 46dvh;
    }
    .dock {
      border-radius: var(--radius-l);
      box-shadow: none;
      margin-bottom: var(--s4);
    }
    .side {
      min-height: calc(100dvh - 3.5rem);
    }
  }

  /* Nothing to steer and no room for it. */
  @media (max-height: 34rem) {
    .empty .dock > :not(toast-note) {
      display: none;
    }
    .empty .dock {
      padding: 0;
      background: none;
      box-shadow: none;
    }
  }

  /* Little height: everything moves closer. */
  @media (max-height: 40rem) {
    .dock {
      --play-size: 4rem;
      padding-top: var(--s1);
      padding-bottom: max(var(--s1), env(safe-area-inset-bottom));
    }
    .add-bar {
      margin-bottom: 0;
    }
    .now {
      --now-columns: min(5.5rem, 28vw) minmax(0, 1fr);
      --now-title: 1.0625rem;
      padding-bottom: var(--s1);
    }
  }

  /* Very large text or a very small window: nothing stays in place, all of it scrolls. */
  @media (max-height: 20rem), (orientation: portrait) and (max-height: 30rem) {
    .top,
    .dock,
    .side {
      position: static;
    }
    .dock {
      position: relative;
      order: 2;
    }
  }
`;
