// What is set for this screen alone: its name, how loud, how late; and how well the screens keep together.

import {LitElement, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {playingOf, screenName, screensOf} from '../../shared/model/screens.js';
import {LIMITS} from '../../shared/protocol.js';
import {desktop} from '../../shared/strings/desktop.js';
import {act} from '../ask.js';
import {DELAY_MAX_MS, TRIM_MAX} from '../screen-settings.js';
import {dialogStyles} from './dialog-styles.js';
import {screenStyles} from './screen-styles.js';

/** @import {ClientInfo, PlayerReport} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */
/** @import {ScreenSettings} from '../screen-settings.js' */

const words = desktop.screen;

/** The slider goes in steps that one cannot hear; the buttons in the smallest there are, ms. */
const SLIDER_STEP_MS = 10;
const FINE_STEP_MS = 1;

/** @type {Record<PlayerReport['status'], string>} */
const DOES = {
  loading: desktop.now.buffering,
  ready: words.ready,
  playing: words.plays,
  paused: desktop.now.paused,
  buffering: desktop.now.buffering,
  ended: desktop.now.ended,
  failed: desktop.now.failed,
  blocked: desktop.now.blocked,
};

export class ScreenDialog extends LitElement {
  static properties = {settings: {attribute: false}, snapshot: {attribute: false}, code: {attribute: false}, isOpen: {state: true}};

  static styles = [base, buttons, dialogStyles, screenStyles];

  constructor() {
    super();
    /** @type {ScreenSettings|null} */
    this.settings = null;
    /** @type {Snapshot|null} */
    this.snapshot = null;
    this.code = false;
    this.isOpen = false;
    this.changed = () => this.requestUpdate();
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
  }

  /** @param {Map<string, any>} changes */
  willUpdate(changes) {
    if (!changes.has('settings')) return;
    changes.get('settings')?.removeEventListener('change', this.changed);
    this.settings?.addEventListener('change', this.changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.settings?.removeEventListener('change', this.changed);
  }

  connectedCallback() {
    super.connectedCallback();
    this.settings?.addEventListener('change', this.changed); // once, whoever asks for it
  }

  async toggle() {
    await this.updateComplete;
    if (this.isOpen) return this.close();
    this.isOpen = true;
    await this.updateComplete;
    this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  render() {
    const {settings, snapshot} = this;
    return html`<dialog aria-labelledby="screen" @click=${this.#clicked} @close=${this.#closed}>
      ${settings && snapshot && this.isOpen ? this.#content(settings, snapshot) : nothing}
    </dialog>`;
  }

  /** @param {ScreenSettings} settings @param {Snapshot} snapshot */
  #content(settings, snapshot) {
    const number = screenName(snapshot.client, snapshot.clients.map((client) => ({...client, name: ''})), words.unnamed);
    return html`
      <header>
        <h2 id="screen">${words.heading}</h2>
        <button class="button icon-only" type="button" aria-label=${words.close} @click=${this.close}>${icon('x')}</button>
      </header>
      <div class="field">
        <label for="name">${words.name}</label>
        <input id="name" type="text" maxlength=${LIMITS.NAME_CHARS} autocomplete="off" placeholder=${number} aria-describedby="name-hint"
          .value=${settings.name} @change=${this.#named} @keydown=${this.#typed}>
        <p class="hint" id="name-hint">${words.nameHint}</p>
      </div>
      <div class="field">
        <label for="trim">${words.trim}</label>
        <output for="trim">${settings.trim} %</output>
        <input id="trim" type="range" min="0" max=${TRIM_MAX} step="5" aria-valuetext=${`${settings.trim} %`} .value=${String(settings.trim)}
          @input=${(/** @type {InputEvent} */ event) => settings.set({trim: numberOf(event)})}>
      </div>
      <div class="field">
        <label for="delay">${words.delay}</label>
        <output for="delay">${words.ms(settings.delay)}</output>
        <div class="fine">
          <button class="button icon-only" type="button" aria-label=${words.less} @click=${() => settings.set({delay: settings.delay - FINE_STEP_MS})}>${icon('minus')}</button>
          <input id="delay" type="range" min=${-DELAY_MAX_MS} max=${DELAY_MAX_MS} step=${SLIDER_STEP_MS} aria-describedby="delay-hint" aria-valuetext=${words.ms(settings.delay)}
            .value=${String(settings.delay)} @input=${(/** @type {InputEvent} */ event) => settings.set({delay: numberOf(event)})}>
          <button class="button icon-only" type="button" aria-label=${words.more} @click=${() => settings.set({delay: settings.delay + FINE_STEP_MS})}>${icon('plus')}</button>
        </div>
        <p class="hint" id="delay-hint">${words.delayHint}</p>
      </div>
      <div class="switches">
        <label><input type="checkbox" .checked=${settings.muted} @change=${(/** @type {Event} */ event) => settings.set({muted: isOn(event)})}>${words.mute}</label>
        <label><input type="checkbox" .checked=${this.code} @change=${() => act(this, 'code')}>${desktop.controls.code}</label>
      </div>
      <h3>${words.screens}</h3>
      <ul>${screensOf(snapshot.clients).map((client) => this.#screen(client, snapshot))}</ul>
    `;
  }

  /** @param {ClientInfo} client @param {Snapshot} snapshot */
  #screen({client}, snapshot) {
    const {clients, players} = snapshot;
    const report = players.find((player) => player.client === client);
    const name = screenName(client, clients, words.unnamed);
    const plays = playingOf(snapshot).some((screen) => screen.client === client);
    const does = !plays ? words.silent : !report?.item ? words.ready : DOES[report.status];
    return html`<li>${icon('monitor')}
      <span class="who">${client === snapshot.client ? words.here(name) : name}</span>
      <span class="does">${does}</span>
      <span class="drift">${plays && report?.status === 'playing' && typeof report.drift === 'number' ? words.drift(report.drift) : ''}</span>
    </li>`;
  }

  /** @param {Event} event */
  #named(event) {
    this.settings?.set({name: /** @type {HTMLInputElement} */ (event.target).value});
  }

  /** Enter takes the name, as everywhere. @param {KeyboardEvent} event */
  #typed(event) {
    if (event.key === 'Enter' && !event.isComposing) this.#named(event);
  }

  #closed() {
    this.isOpen = false;
  }

  /** A click beside it closes it. @param {MouseEvent} event */
  #clicked(event) {
    if (event.target === this.dialog) this.close();
  }
}

/** @param {Event} event */
const numberOf = (event) => Number(/** @type {HTMLInputElement} */ (event.target).value);

/** @param {Event} event */
const isOn = (event) => /** @type {HTMLInputElement} */ (event.target).checked;

customElements.define('screen-dialog', ScreenDialog);
