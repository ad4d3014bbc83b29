// The buttons under the title, for who has a mouse in the hand or goes by Tab.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {act, command} from '../ask.js';
import {expect} from '../keys.js';
import './volume-slider.js';

/** @import {State} from '../../shared/protocol.js' */

const words = desktop.controls;

export class StageControls extends LitElement {
  static properties = {
    state: {attribute: false},
    silent: {attribute: false},
    captions: {attribute: false},
    listed: {attribute: false},
    code: {attribute: false},
    full: {attribute: false},
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        font-size: var(--tv-body);
        text-shadow: none;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35em;
        padding: 0.5em 0.4em 0.4em; /* room for the focus ring */
        margin-inline: -0.4em;
      }
      .button {
        --target: max(48px, 2.2em);
      }
      .button:not(.primary, :hover, :active) {
        background: rgb(33 36 43 / 72%);
      }
      .button[aria-pressed='true'],
      .button[aria-expanded='true'] {
        background: var(--text);
        color: var(--text-inverse);
      }
      .play {
        --target: max(56px, 2.7em);
      }
      .play .icon {
        fill: currentColor;
      }
      .rest {
        flex: 1;
      }
      @container (max-width: 560px) {
        .row {
          gap: 0.1em;
        }
        .rest.many {
          flex-basis: 100%; /* two rows, rather than one that leaves a single button over */
        }
        .keys {
          display: none; /* who has so small a window sees them with the ? key */
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {State|null} */
    this.state = null;
    /** The volume of what plays cannot be set from here. */
    this.silent = false;
    /** There are captions to choose from. */
    this.captions = false;
    this.listed = false;
    this.code = false;
    this.full = false;
  }

  render() {
    const {state} = this;
    if (!state) return undefined;
    const playing = state.playback.status === 'playing';
    return html`<div class="row" role="group" aria-label=${words.group}>
      ${button('skip-back', words.previous, () => command(this, 'previous', expect(state)))}
      <button class="button primary icon-only play" type="button" aria-label=${playing ? words.pause : words.play} title=${playing ? words.pause : words.play} @click=${() => command(this, playing ? 'pause' : 'play')}>
        ${icon(playing ? 'pause' : 'play', '1.4em')}
      </button>
      ${button('skip-forward', words.next, () => command(this, 'next', expect(state)))}
      <volume-slider .volume=${state.volume} .muted=${state.muted} .disabled=${this.silent}></volume-slider>
      <span class="rest ${this.captions ? 'many' : ''}"></span>
      ${this.captions ? html`<button class="button icon-only" type="button" aria-label=${words.captions} title="${words.captions} (C)" aria-haspopup="dialog" @click=${() => act(this, 'choose-captions')}>${icon(state.captions === null ? 'captions-off' : 'captions')}</button>` : nothing}
      <button class="button icon-only" type="button" aria-label=${words.code} title="${words.code} (I)" aria-pressed=${this.code} @click=${() => act(this, 'code')}>${icon('qr-code')}</button>
      <button class="button icon-only" type="button" aria-label=${words.list} title="${words.list} (Q)" aria-expanded=${this.listed} @click=${() => act(this, 'list')}>${icon('list-video')}</button>
      <button class="button icon-only" type="button" aria-label=${words.screen} title="${words.screen} (T)" aria-haspopup="dialog" @click=${() => act(this, 'screen')}>${icon('settings')}</button>
      <button class="button icon-only keys" type="button" aria-label=${words.keys} title="${words.keys} (?)" @click=${() => act(this, 'help')}>${icon('circle-question-mark')}</button>
      ${button(this.full ? 'minimize' : 'maximize', this.full ? words.window : words.fullscreen, () => act(this, 'fullscreen'), 'F')}
    </div>`;
  }
}

/** @param {string} name @param {string} label @param {() => void} click @param {string} [key] */
function button(name, label, click, key) {
  return html`<button class="button icon-only" type="button" aria-label=${label} title=${key ? `${label} (${key})` : label} @click=${click}>${icon(name)}</button>`;
}

customElements.define('stage-controls', StageControls);
