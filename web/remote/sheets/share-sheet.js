// The session's QR code, short code and link: for another phone, or for a screen.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {copyText} from '../copy.js';
import {bookmarklet} from '../model/bookmarklet.js';
import {text} from '../more-strings.js';
import './bottom-sheet.js';

/** @import {Links} from '../session.js' */

export class ShareSheet extends LitElement {
  static properties = {session: {}, links: {attribute: false}, code: {}, screen: {type: Boolean}, note: {state: true}};

  static styles = [base, buttons, css`
    .invite {
      display: grid;
      justify-items: center;
      gap: var(--s4);
      text-align: center;
    }
    .hint,
    .note {
      color: var(--text-dim);
      line-height: 1.45;
    }
    .note {
      min-height: 1.45em;
    }
    img {
      width: min(16rem, 62vw, 32dvh);
      height: auto;
      aspect-ratio: 1;
      border-radius: var(--radius);
      background: #fff;
    }
    .code {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: center;
      column-gap: var(--s3);
      color: var(--text-dim);
      font-size: var(--t-small);
    }
    .code b {
      color: var(--text);
      font: 700 1.75rem/1.1 var(--font-code);
      letter-spacing: 0.14em;
      margin-inline-end: -0.14em;
    }
    .address {
      width: 100%;
      padding: var(--s3) var(--s4);
      border-radius: var(--radius);
      background: var(--bg);
      color: var(--text);
      font-size: 1.0625rem;
      overflow-wrap: anywhere;
      user-select: all;
      -webkit-user-select: all;
    }
    .scheme {
      color: var(--text-dim);
    }
    .address b {
      font-weight: 650;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--s2);
    }
    .bookmark {
      width: 100%;
      border-top: 1px solid var(--line);
      text-align: start;
    }
    summary {
      min-height: var(--target);
      align-content: center;
      font-weight: 600;
      cursor: pointer;
    }
    .bookmark .actions {
      padding-top: var(--s3);
    }
    @media (orientation: landscape) and (max-height: 34rem) {
      .invite.with-qr {
        grid-template-columns: 11rem minmax(0, 1fr);
        gap: var(--s3) var(--s5);
      }
      .with-qr img {
        grid-row: 1 / span 5;
        width: 100%;
        align-self: start;
      }
      .with-qr .bookmark {
        grid-column: 1 / -1;
      }
    }
  `];

  constructor() {
    super();
    this.session = '';
    /** @type {Links|undefined} */
    this.links = undefined;
    this.code = '';
    /** Whether it is a screen that shall be brought in. */
    this.screen = false;
    this.note = '';
  }

  get #address() {
    const here = `${location.origin}/s/${this.session}`;
    return (this.screen ? this.links?.screen : this.links?.join) ?? here;
  }

  get #bookmarklet() {
    return bookmarklet(this.links?.remote ?? `${location.origin}/s/${this.session}`);
  }

  render() {
    const address = this.#address;
    return html`<bottom-sheet heading=${this.screen ? text.screenTitle : text.shareTitle}>
      <div class="invite ${this.screen ? '' : 'with-qr'}">
        ${this.screen ? nothing : html`<img src="/api/sessions/${encodeURIComponent(this.session)}/qr.svg" alt=${text.qr} width="256" height="256">`}
        <p class="hint">${this.screen ? text.screenHint : text.shareHint}</p>
        ${this.code && !this.screen ? html`<p class="code">${text.code}<b>${this.code}</b></p>` : nothing}
        <p class="address">${written(address)}</p>
        <div class="actions">
          <button class="button primary" @click=${this.#copy}>${icon('copy')} ${text.copy}</button>
          ${typeof navigator.share === 'function' ? html`<button class="button" @click=${this.#send}>${icon('share-2')} ${text.sendLink}</button>` : nothing}
        </div>
        <p class="note" role="status">${this.note}</p>
        ${this.screen ? nothing : this.#bookmark()}
      </div>
    </bottom-sheet>`;
  }

  /** A bookmark that sends the page one looks at to this session. Browsers let it be dragged, and not be tapped here. */
  #bookmark() {
    return html`<details class="bookmark">
      <summary>${text.bookmark}</summary>
      <p class="hint">${text.bookmarkHint}</p>
      <div class="actions">
        <a class="button" href=${this.#bookmarklet} draggable="true" @click=${this.#copyBookmark}>${icon('bookmark')} ${text.bookmarkName}</a>
        <button class="button" @click=${this.#copyBookmark}>${icon('copy')} ${text.copyBookmark}</button>
      </div>
    </details>`;
  }

  /** @param {Event} event */
  async #copyBookmark(event) {
    event.preventDefault();
    const copied = await copyText(this.#bookmarklet, this.renderRoot);
    this.note = copied ? text.bookmarkCopied : text.bookmarkNotCopied;
  }

  async #copy() {
    this.note = (await copyText(this.#address, this.renderRoot)) ? text.copied : text.notCopied;
  }

  #send() {
    navigator.share({title: text.shareTitle, url: this.#address}).catch(() => {}); // closed without sending: nothing to tell
  }
}

/** What one types of it stands out. @param {string} address */
function written(address) {
  const {protocol, host, pathname, search} = new URL(address);
  return html`<span class="scheme">${protocol}//</span><b>${host}<wbr>${pathname}${search}</b>`;
}

customElements.define('share-sheet', ShareSheet);
