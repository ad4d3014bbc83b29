// Above the list: how much there is, and what is true of all of it: order, repeat, clear.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/first-icons.js';
import {command, tell} from '../../shared/ask.js';
import {waitingFor} from '../model/pending.js';
import {timeLeft} from '../model/timeline.js';
import {spanText, text} from '../strings.js';
import {busy, iconButton} from '../styles.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** Which mode comes after which when the button is tapped. */
const NEXT_REPEAT = /** @type {const} */ ({none: 'all', all: 'one', one: 'none'});

/** ms between looks at what is left to play, which is told in minutes. */
const TICK_MS = 20_000;

export class ListHeader extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, iconButton, busy, css`
    :host {
      display: flex;
      align-items: center;
      min-height: 3.5rem;
      margin-inline-end: calc(-1 * var(--s2));
    }
    .heading {
      flex: 1;
      min-width: 0;
    }
    h2 {
      font-size: 1.0625rem;
      font-weight: 650;
      line-height: 1.25;
    }
    .summary {
      color: var(--text-dim);
      font-size: var(--t-small);
      font-variant-numeric: tabular-nums;
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    /** @type {ReturnType<typeof setInterval>|undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), TICK_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    const {snapshot} = this;
    const state = snapshot?.state;
    if (!snapshot || !state) return undefined;
    const {commands} = waitingFor(snapshot.pending);
    const left = timeLeft(state, snapshot.clock.now());
    const repeatLabel = text.repeat[state.repeat];
    return html`
      <div class="heading">
        <h2>${text.upNext}</h2>
        <p class="summary">${summary(state.items.length, left)}</p>
      </div>
      <button class="icon-button" aria-pressed=${state.shuffle} aria-busy=${commands.has('shuffle')} aria-label=${text.shuffle} title=${text.shuffle}
        @click=${() => command(this, 'shuffle', {on: !state.shuffle})}>${icon('shuffle')}</button>
      <button class="icon-button" aria-pressed=${state.repeat !== 'none'} aria-busy=${commands.has('repeat')} aria-label=${repeatLabel} title=${repeatLabel}
        @click=${() => command(this, 'repeat', {mode: NEXT_REPEAT[state.repeat]})}>${icon(state.repeat === 'one' ? 'repeat-1' : 'repeat')}</button>
      <button class="icon-button" aria-label=${text.clear} title=${text.clear} aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'clear')}>${icon('list-x')}</button>`;
  }
}

/** @param {number} count @param {number|null} left  ms; null: not known */
function summary(count, left) {
  return left === null ? text.items(count) : text.itemsToGo(count, spanText(Math.ceil(left / 60_000)));
}

customElements.define('list-header', ListHeader);
