// Sound without a picture: its artwork, or a calm stand-in, on slow light of its colours.

import {LitElement, css, html} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base} from '../../shared/element-styles.js';

/** @import {Item} from '../../shared/protocol.js' */

export class AudioVisual extends LitElement {
  static properties = {
    item: {attribute: false},
    moving: {type: Boolean, reflect: true},
    missing: {state: true},
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        place-items: center;
        overflow: hidden;
        background: #0b0c0f;
        padding-bottom: 27cqh;
      }
      .light {
        position: absolute;
        inset: -30%;
        background:
          radial-gradient(34% 38% at 32% 40%, hsl(var(--hue) 34% 30% / 70%), transparent 70%),
          radial-gradient(36% 34% at 68% 58%, hsl(calc(var(--hue) + 52) 30% 24% / 70%), transparent 70%);
        animation: drift 46s ease-in-out infinite alternate;
        animation-play-state: paused;
      }
      /* The artwork itself, out of focus. Small: nobody sees how fine it is, and blurring costs by area. */
      img.light {
        inset: 0;
        width: 25%;
        height: 25%;
        object-fit: cover;
        filter: blur(3.5cqh) saturate(1.25) brightness(0.3);
        transform: scale(5.6);
        transform-origin: top left;
        translate: -20% -20%;
        animation: none;
      }
      :host([moving]) .light,
      :host([moving]) .ring {
        animation-play-state: running;
      }
      .art {
        position: relative;
        display: grid;
        place-items: center;
        width: min(42cqh, 56cqw);
        aspect-ratio: 1;
        border-radius: var(--radius-l);
        font-size: min(14cqh, 18cqw);
        color: #fff;
      }
      .art .icon {
        opacity: 0.8;
      }
      .art img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        border-radius: inherit;
        box-shadow: var(--shadow);
      }
      .ring {
        position: absolute;
        inset: 6%;
        border: max(2px, 0.25vh) solid rgb(255 255 255 / 34%);
        border-radius: 50%;
        animation: breathe 6s ease-in-out infinite alternate;
        animation-play-state: paused;
      }
      .ring.two {
        inset: -12%;
        border-color: rgb(255 255 255 / 15%);
        animation-delay: -1.6s;
      }
      .ring.three {
        inset: -32%;
        border-color: rgb(255 255 255 / 7%);
        animation-delay: -3.2s;
      }
      /* The words take all there is. */
      @container (max-width: 760px) and (max-height: 440px) {
        .art {
          display: none;
        }
      }
      @keyframes drift {
        to {
          transform: translate(9%, -7%) rotate(38deg);
        }
      }
      @keyframes breathe {
        to {
          transform: scale(1.06);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .light,
        .ring {
          animation: none !important;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Item|null} */
    this.item = null;
    this.moving = false;
    /** Address of a picture that is not there. */
    this.missing = '';
  }

  render() {
    const {thumbnail = '', title = '', url = ''} = this.item?.media ?? {};
    const artwork = thumbnail && thumbnail !== this.missing;
    return html`
      ${artwork ? html`<img class="light" src=${thumbnail} alt="" />` : html`<div class="light" style="--hue: ${hue(title || url)}"></div>`}
      <div class="art">
        ${artwork
          ? html`<img src=${thumbnail} alt="" @error=${() => (this.missing = thumbnail)} />`
          : html`<span class="ring"></span><span class="ring two"></span><span class="ring three"></span>${icon('music', '1em')}`}
      </div>
    `;
  }
}

customElements.define('audio-visual', AudioVisual);

/** A colour of its own for every title: cool ones, since warm means "now" here. @param {string} text */
function hue(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003;
  return 160 + (sum % 140);
}
