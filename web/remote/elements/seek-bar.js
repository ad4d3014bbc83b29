// Where the item is, and the way to elsewhere in it.

import {LitElement, css, html, live} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {formatTime} from '../../shared/format.js';
import {command} from '../../shared/ask.js';
import {HeldValue} from '../../shared/model/held-value.js';
import {Throttle} from '../../shared/model/throttle.js';
import {canDo, isMoving, positionNow, rangeOf} from '../model/timeline.js';
import {text} from '../strings.js';
import {slider} from '../styles.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** ms between looks at the clock: the text changes each second, and a quarter of it is too little to see late. */
const TICK_MS = 250;

/** ms between seeks while a key is held down. */
const SEEK_INTERVAL_MS = 250;

/** ms that an arrow key moves. */
const KEY_STEP_MS = 5000;

export class SeekBar extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, slider, css`
    :host {
      display: grid;
      grid-template-columns: minmax(2.75rem, auto) 1fr minmax(2.75rem, auto);
      gap: var(--s1);
      align-items: center;
      font-size: var(--t-small);
      font-variant-numeric: tabular-nums;
      color: var(--text-dim);
      --slider-color: var(--now);
    }
    .length {
      text-align: end;
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.finger = new HeldValue();
    this.seeks = new Throttle((/** @type {number} */ to) => this.#seek(to), SEEK_INTERVAL_MS);
    /** The item that the finger was put on; a drag must not carry over to the next. @type {string|null} */
    this.item = null;
    /** @type {ReturnType<typeof setInterval>|undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.timer = undefined;
    this.seeks.drop();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    const item = this.snapshot?.state?.playback.item ?? null;
    if (changes.has('snapshot') && item !== this.item) {
      this.item = item;
      this.seeks.drop();
      this.finger.forget();
    }
  }

  updated() {
    const moving = Boolean(this.isConnected && this.snapshot && isMoving(this.snapshot) && this.snapshot.status !== 'closed');
    if (moving === Boolean(this.timer)) return;
    clearInterval(this.timer);
    this.timer = moving ? setInterval(() => this.requestUpdate(), TICK_MS) : undefined;
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return undefined;
    const {start, end} = rangeOf(snapshot);
    const now = this.finger.read(positionNow(snapshot, snapshot.clock.now()));
    const enabled = Boolean(snapshot.state?.playback.item) && end !== null && canDo(snapshot, 'seek');
    const at = formatTime(this.item ? now : null);
    const of = formatTime(end);
    const fill = end !== null && end > start ? ((now - start) / (end - start)) * 100 : 0;
    return html`
      <span aria-hidden="true">${at}</span>
      <input type="range" min=${start} max=${end ?? start + 1} step="100" .value=${live(String(enabled ? Math.round(now) : start))}
        style="--fill:${fill.toFixed(2)}%" ?disabled=${!enabled} aria-label=${text.position} aria-valuetext=${text.positionValue(at, of)}
        title=${this.item && !canDo(snapshot, 'seek') ? text.noSeek : ''}
        @input=${this.#move} @change=${this.#commit} @keydown=${this.#key} @pointercancel=${this.#cancel}>
      <span class="length" aria-hidden="true">${of}</span>`;
  }

  /** @param {Event} event */
  #move(event) {
    this.finger.move(Number(/** @type {HTMLInputElement} */ (event.target).value));
    this.requestUpdate();
  }

  /** @param {Event} event */
  #commit(event) {
    this.#send(Number(/** @type {HTMLInputElement} */ (event.target).value));
  }

  /** @param {number} to */
  #send(to) {
    this.finger.move(to);
    this.seeks.push(to);
    this.finger.release();
    this.requestUpdate();
  }

  #cancel() {
    this.finger.forget();
    this.requestUpdate();
  }

  /** The native step is for dragging; keys go in steps that one can hear. @param {KeyboardEvent} event */
  #key(event) {
    const direction = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key];
    if (!direction) return;
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (event.target);
    const to = Number(input.value) + direction * KEY_STEP_MS;
    this.#send(Math.min(Number(input.max), Math.max(Number(input.min), to)));
  }

  /** @param {number} to */
  async #seek(to) {
    const answered = this.finger.sent();
    await command(this, 'seek', {position: Math.round(to), ...(this.item ? {expect: this.item} : {})});
    answered();
    this.requestUpdate();
  }
}

customElements.define('seek-bar', SeekBar);
