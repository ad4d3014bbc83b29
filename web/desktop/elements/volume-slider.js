// Mute and volume, beside the other buttons.

import {LitElement, css, html, live} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {LIMITS} from '../../shared/protocol.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {HeldValue} from '../../shared/model/held-value.js';
import {Throttle} from '../../shared/model/throttle.js';
import {command} from '../ask.js';
import {slider} from './slider-styles.js';

const words = desktop.controls;

export class VolumeSlider extends LitElement {
  static properties = {
    volume: {attribute: false},
    muted: {attribute: false},
    disabled: {attribute: false},
  };

  static styles = [
    base,
    buttons,
    slider,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.5em;
        margin-left: 0.6em;
      }
      .button {
        --target: max(48px, 2.2em);
        background: none;
      }
      .button:hover {
        background: var(--surface-press);
      }
      .slide {
        position: relative;
        display: grid;
        align-items: center;
        width: clamp(5rem, 8em, 20rem);
        font-size: var(--tv-small);
      }
      .slide > * {
        grid-area: 1 / 1;
      }
      .track {
        height: clamp(4px, 0.45vh, 10px);
        border-radius: var(--radius-round);
        background: rgb(255 255 255 / 26%);
        overflow: hidden;
      }
      .fill {
        height: 100%;
        background: var(--text);
      }
      @container (max-width: 700px) {
        .slide {
          display: none; /* mute stays; keys and phones set the rest */
        }
      }
    `,
  ];

  constructor() {
    super();
    this.volume = 100;
    this.muted = false;
    this.disabled = false;
    this.hand = new HeldValue();
    this.sends = new Throttle((/** @type {number} */ volume) => this.#send(volume));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sends.flush();
  }

  render() {
    const volume = this.hand.read(this.volume);
    const muted = this.muted && !this.hand.held;
    const level = muted ? 0 : volume;
    const label = muted ? words.unmute : words.mute;
    return html`
      <button class="button icon-only" type="button" ?disabled=${this.disabled} aria-label=${label} title="${label} (M)" @click=${() => command(this, muted ? 'unmute' : 'mute')}>
        ${icon(level === 0 ? 'volume-x' : level < 50 ? 'volume-1' : 'volume-2')}
      </button>
      <div class="slide">
        <div class="track" aria-hidden="true"><div class="fill" style="width:${(level / LIMITS.VOLUME_MAX) * 100}%"></div></div>
        <input
          type="range"
          min="0"
          max=${LIMITS.VOLUME_MAX}
          step="1"
          .value=${live(String(volume))}
          ?disabled=${this.disabled}
          aria-label=${words.volume}
          aria-valuetext=${words.volumeValue(volume, muted)}
          @input=${this.#move}
          @change=${this.#release}
        />
      </div>
    `;
  }

  /** @param {Event} event */
  #move(event) {
    const volume = Number(/** @type {HTMLInputElement} */ (event.target).value);
    this.hand.move(volume);
    this.sends.push(volume);
    this.requestUpdate();
  }

  #release() {
    this.sends.flush();
    this.hand.release();
    this.requestUpdate();
  }

  /** @param {number} volume */
  async #send(volume) {
    const answered = this.hand.sent();
    await command(this, 'volume', {volume});
    answered();
    this.requestUpdate();
  }
}

customElements.define('volume-slider', VolumeSlider);
