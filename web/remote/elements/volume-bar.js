// The volume of the far player: mute, a slider, and the way to speed and captions.

import {LitElement, css, html, live} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/first-icons.js';
import {LIMITS} from '../../shared/protocol.js';
import {command, tell} from '../../shared/ask.js';
import {HeldValue} from '../../shared/model/held-value.js';
import {Throttle} from '../../shared/model/throttle.js';
import {waitingFor} from '../model/pending.js';
import {canDo} from '../model/timeline.js';
import {text} from '../strings.js';
import {busy, iconButton, slider} from '../styles.js';

/** @import {Snapshot} from '../../shared/store.js' */

export class VolumeBar extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, slider, iconButton, busy, css`
    :host {
      display: flex;
      align-items: center;
      gap: var(--s1);
      margin-inline: calc(-1 * min(var(--s3), 4vw));
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.finger = new HeldValue();
    this.sends = new Throttle((/** @type {number} */ volume) => this.#send(volume));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sends.flush();
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return undefined;
    const {state} = snapshot;
    const volume = this.finger.read(state?.volume ?? 0);
    const muted = Boolean(state?.muted) && !this.finger.held;
    const enabled = Boolean(state) && canDo(snapshot, 'volume');
    const {commands} = waitingFor(snapshot.pending);
    return html`
      <button class="icon-button" ?disabled=${!enabled} aria-label=${muted ? text.unmute : text.mute} title=${muted ? text.unmute : text.mute}
        aria-busy=${commands.has('mute') || commands.has('unmute')} @click=${() => command(this, muted ? 'unmute' : 'mute')}>
        ${icon(iconFor(volume, muted))}
      </button>
      <input type="range" min="0" max=${LIMITS.VOLUME_MAX} step="1" .value=${live(String(volume))} style="--fill:${muted ? 0 : volume}%"
        ?disabled=${!enabled} aria-label=${text.volume} aria-valuetext=${muted ? text.volumeMuted(volume) : text.volumeValue(volume)} title=${enabled ? '' : text.noVolume}
        @input=${this.#move} @change=${this.#release} @pointercancel=${this.#release}>
      <button class="icon-button" aria-label=${text.options} title=${text.options} aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'options')}>
        ${icon('settings')}
      </button>`;
  }

  /** @param {Event} event */
  #move(event) {
    const volume = Number(/** @type {HTMLInputElement} */ (event.target).value);
    this.finger.move(volume);
    this.sends.push(volume);
    this.requestUpdate();
  }

  #release() {
    this.sends.flush();
    this.finger.release();
    this.requestUpdate();
  }

  /** @param {number} volume */
  async #send(volume) {
    const answered = this.finger.sent();
    await command(this, 'volume', {volume});
    answered();
    this.requestUpdate();
  }
}

/** @param {number} volume @param {boolean} muted */
function iconFor(volume, muted) {
  if (muted || volume === 0) return 'volume-x';
  return volume < 50 ? 'volume-1' : 'volume-2';
}

customElements.define('volume-bar', VolumeBar);
