// Previous, back, play or pause, forward, next: what a thumb finds without looking.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {ask, command} from '../../shared/ask.js';
import {glyph} from '../glyphs.js';
import {Aim} from '../model/aim.js';
import {waitingFor} from '../model/pending.js';
import {canDo} from '../model/timeline.js';
import {text} from '../strings.js';
import {busy, iconButton} from '../styles.js';
import {icon} from '../../shared/first-icons.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** What the two buttons beside play wind, in ms. */
const STEP_MS = 10_000;

export class TransportBar extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, iconButton, busy, css`
    :host {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: var(--s1);
      max-width: 26rem;
      margin-inline: auto;
    }
    .icon-button {
      width: max(var(--target), min(3.5rem, 15vw));
      height: max(var(--target), min(3.5rem, 15vw));
    }
    .play {
      flex: none;
      width: min(var(--play-size, 4.5rem), 22vw);
      height: min(var(--play-size, 4.5rem), 22vw);
      background: var(--text);
      color: var(--text-inverse);
      transition: scale var(--fast) var(--ease);
    }
    .play:active {
      background: var(--text);
      scale: 0.94;
    }
    @media (hover: hover) {
      .play:hover {
        background: color-mix(in srgb, var(--text) 90%, var(--bg));
      }
    }
    .play:disabled {
      background: var(--surface-press);
      color: var(--control);
    }
    /* Everything at twice the size: play has a line of its own. */
    @media (max-width: 17rem) {
      :host {
        flex-wrap: wrap;
        justify-content: center;
        gap: 0;
      }
      .icon-button:not(.play) {
        width: min(var(--target), 21vw);
      }
      .play {
        order: -1;
        margin-inline: calc((100% - min(var(--play-size, 4.5rem), 22vw)) / 2);
      }
    }
    .wind {
      display: grid;
      place-items: center;
    }
    .wind > * {
      grid-area: 1 / 1;
    }
    .wind span {
      font-size: min(0.5625rem, 2.5vw);
      font-weight: 700;
      line-height: 1;
      margin-top: 1px;
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.aim = new Aim();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const before = /** @type {Snapshot|undefined} */ (changes.get('snapshot'));
    this.aim.show(this.snapshot?.state?.playback.item ?? null, Boolean(before?.pending.size), performance.now());
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return undefined;
    const {state} = snapshot;
    const playing = state?.playback.status === 'playing';
    const current = Boolean(state?.playback.item);
    const {commands} = waitingFor(snapshot.pending);
    const seconds = STEP_MS / 1000;
    const windable = current && canDo(snapshot, 'seek');
    const toggle = playing ? 'pause' : 'play';
    return html`
      ${this.#button('', text.previous, current, commands.has('previous'), () => this.#step('previous', commands), glyph('previous', 'min(1.75rem, 8vw)'))}
      ${this.#button('', text.back(seconds), windable, false, () => this.#wind(-STEP_MS), wind('rotate-ccw', seconds))}
      ${this.#button('play', text[toggle], Boolean(state?.items.length), commands.has('play') || commands.has('pause'), () => command(this, toggle), glyph(toggle, 'min(2.25rem, 11vw)'))}
      ${this.#button('', text.forward(seconds), windable, false, () => this.#wind(STEP_MS), wind('rotate-cw', seconds))}
      ${this.#button('', text.next, current, commands.has('next'), () => this.#step('next', commands), glyph('next', 'min(1.75rem, 8vw)'))}`;
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {boolean} enabled
   * @param {boolean} waiting
   * @param {() => void} run
   * @param {unknown} face
   */
  #button(name, label, enabled, waiting, run, face) {
    return html`<button class="icon-button ${name}" ?disabled=${!enabled} aria-busy=${waiting} aria-label=${label} title=${label} @click=${run}>${face}</button>`;
  }

  /** The item that the thumb is meant for. */
  get #item() {
    return this.aim.at(performance.now());
  }

  /**
   * `expect` makes "next", pressed by three people at once, skip one item. Pressed twice by one person it does, too; the
   * second is then refused without a word, as nobody else was faster.
   * @param {'next'|'previous'} name
   * @param {ReadonlySet<string>} waiting
   */
  #step(name, waiting) {
    ask(this, 'command', {name, expect: this.#item}, {quiet: waiting.has(name)});
  }

  /** @param {number} delta */
  #wind(delta) {
    command(this, 'seek', {delta, expect: this.#item});
  }
}

/** @param {'rotate-ccw'|'rotate-cw'} arrow @param {number} seconds */
function wind(arrow, seconds) {
  return html`<span class="wind" aria-hidden="true">${icon(arrow, 'min(1.875rem, 8.5vw)')}<span>${seconds}</span></span>`;
}

customElements.define('transport-bar', TransportBar);
