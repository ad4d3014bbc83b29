// Above everything: the code, in its place what plays once its picture has scrolled away, or a question; who is here, and
// how to bring others in.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {mediaTitle} from '../../shared/format.js';
import {icon} from '../../shared/first-icons.js';
import {currentItem} from '../../shared/reducer.js';
import {tell} from '../../shared/ask.js';
import {text} from '../strings.js';
import {clamp, iconButton} from '../styles.js';

/** @import {Snapshot} from '../../shared/store.js' */

export class TopBar extends LitElement {
  static properties = {snapshot: {attribute: false}, code: {}, showTitle: {type: Boolean, attribute: false}, asking: {type: Boolean, attribute: false}};

  static styles = [base, iconButton, clamp, css`
    :host {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 3.5rem;
    }
    .left {
      flex: 1;
      min-width: 0;
      display: grid;
      align-items: center;
    }
    .left > * {
      grid-area: 1 / 1;
      transition: opacity var(--normal) var(--ease);
    }
    .code {
      color: var(--text-dim);
      font-size: var(--t-small);
      letter-spacing: 0.04em;
    }
    .code {
      line-height: 1.25;
    }
    .code b {
      color: var(--text);
      font-family: var(--font-code);
      font-size: min(0.9375rem, 4.5vw);
      letter-spacing: 0.12em;
    }
    .title {
      font-weight: 650;
    }
    .off {
      opacity: 0;
      pointer-events: none;
    }
    .question {
      display: flex;
      align-items: center;
      min-height: var(--target);
      padding: 0;
      border: 0;
      background: none;
      font-size: var(--t-small);
      line-height: 1.25;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .people {
      display: inline-flex;
      width: auto;
      align-items: center;
      justify-content: center;
      gap: var(--s2);
      min-width: 62px;
      padding-inline: min(var(--s3), 12px);
      font-weight: 600;
      font-size: min(1rem, 22px);
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 17rem) {
      :host {
        gap: 0;
      }
      .people {
        min-width: var(--target);
        padding-inline: 4px;
      }
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    this.code = '';
    this.showTitle = false;
    /** Whether this phone's owner would like to be named. */
    this.asking = false;
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return undefined;
    const item = currentItem(snapshot.state);
    const people = snapshot.clients.filter(({role}) => role === 'remote').length;
    const titled = this.showTitle && item;
    const {asking} = this;
    return html`
      <div class="left">
        <span class="code ${titled || asking ? 'off' : ''}" aria-hidden=${Boolean(titled || asking)}>${this.code ? html`${text.code} <b>${this.code}</b>` : nothing}</span>
        <span class="title one-line ${titled ? '' : 'off'}" aria-hidden="true" dir="auto">${item ? mediaTitle(item.media) : nothing}</span>
        <span class=${titled ? 'off' : ''} role="status" ?inert=${Boolean(titled)}>${asking ? html`<button class="question" aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'people')}>${text.askName}</button>` : nothing}</span>
      </div>
      <button class="icon-button people" aria-label=${text.people(people)} title=${text.people(people)} aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'people')}>
        ${icon('users')}<span>${people || ''}</span>
      </button>
      <button class="icon-button" aria-label=${text.share} title=${text.share} aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'share')}>${icon('qr-code')}</button>`;
  }
}

customElements.define('top-bar', TopBar);
