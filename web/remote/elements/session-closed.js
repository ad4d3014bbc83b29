// In place of the page when the server said to stay away: why, and what to do.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {CLOSE, ERROR_CODES} from '../../shared/protocol.js';
import {text} from '../more-strings.js';
import {refusalText} from '../strings.js';

/** @import {Snapshot} from '../../shared/store.js' */

/** Tells by `reopen` that the person wants back in. */
export class SessionClosed extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, buttons, css`
    [role='status'] {
      display: contents; /* the page is laid out as if it were not there */
    }
    main {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: var(--s4);
      min-height: 100vh;
      min-height: 100dvh;
      padding: var(--s6) var(--s4);
      text-align: center;
    }
    h1 {
      font-size: var(--t-title);
      font-weight: 650;
    }
    p {
      max-width: 30ch;
      color: var(--text-dim);
    }
    .button {
      width: min(100%, 18rem);
      min-height: 3.5rem;
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
  }

  render() {
    const {code, reason = ''} = this.snapshot ?? {};
    const kind = closedKind(code);
    const elsewhere = kind === 'elsewhere';
    return html`<main><div role="status">
      ${icon(elsewhere ? 'smartphone' : 'power', '2.5rem')}
      <h1>${text.closedTitle[kind]}</h1>
      <p>${kind === 'other' && reason ? refusalText({message: reason}) : text.closedText[kind]}</p></div>
      ${kind === 'ended' ? nothing : html`<button class="button primary" @click=${() => this.dispatchEvent(new Event('reopen'))}>${icon('refresh-cw')} ${elsewhere ? text.goOnHere : text.tryAgain}</button>`}
      ${elsewhere ? nothing : html`<a class="button ${kind === 'ended' ? 'primary' : ''}" href="/join">${text.enterCode}</a>`}
      ${kind === 'ended' ? html`<a class="button" href="/">${text.newSession}</a>` : nothing}
    </main>`;
  }
}

/** @param {number|string|undefined} code  an error code or a close code */
function closedKind(code) {
  if (code === ERROR_CODES.SESSION_NOT_FOUND || code === CLOSE.ENDED) return 'ended';
  return code === CLOSE.REPLACED ? 'elsewhere' : 'other';
}

customElements.define('session-closed', SessionClosed);
