// The session plays on other screens: which, and how to have it here.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons, clamp} from '../../shared/element-styles.js';
import {mediaTitle} from '../../shared/format.js';
import {chosenOf, screenName, withScreen} from '../../shared/model/screens.js';
import {desktop} from '../../shared/strings/desktop.js';
import {act, command} from '../ask.js';
import {stageText} from './text-styles.js';

/** @import {Item} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */

const words = desktop.elsewhere;

export class ElsewhereCard extends LitElement {
  static properties = {snapshot: {attribute: false}, item: {attribute: false}};

  static styles = [
    base,
    buttons,
    clamp,
    stageText,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: clamp(0.75rem, 2.4cqh, 2.5rem);
        padding: 12cqh 8cqw 10cqh;
        background: var(--bg);
        color: var(--text);
        text-align: center;
      }
      .sign {
        font-size: clamp(3rem, 9cqh, 12rem);
        color: var(--text-dim);
      }
      h1 {
        max-width: 24em;
        line-height: 1.15;
        overflow-wrap: anywhere;
      }
      p {
        max-width: 32em;
        font-size: var(--tv-body);
        color: var(--text-dim);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.6em;
        margin-top: 0.6em;
        font-size: var(--tv-body);
      }
      .button {
        --target: max(48px, 2.2em);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Snapshot|null} */
    this.snapshot = null;
    /** @type {Item|null} */
    this.item = null;
  }

  render() {
    const {snapshot, item} = this;
    if (!snapshot || !item) return nothing;
    const where = chosenOf(snapshot).map(({client}) => screenName(client, snapshot.clients, desktop.screen.unnamed));
    return html`
      <span class="sign">${icon('monitor', '1em')}</span>
      <div role="status"><h1>${where.length > 0 ? words.heading(where.join(', ')) : words.gone}</h1></div>
      <p class="two-lines">${mediaTitle(item.media)}</p>
      <div class="choices">
        <button class="button primary" type="button" @click=${() => this.#choose(withScreen(snapshot, snapshot.client))}>${words.too}</button>
        <button class="button" type="button" @click=${() => this.#choose([snapshot.client])}>${words.only}</button>
        <button class="button icon-only" type="button" aria-label=${desktop.controls.screen} title="${desktop.controls.screen} (T)" aria-haspopup="dialog" @click=${() => act(this, 'screen')}>${icon('settings')}</button>
      </div>
    `;
  }

  /** @param {string[]|null} players */
  #choose(players) {
    command(this, 'screens', {players});
  }
}

customElements.define('elsewhere-card', ElsewhereCard);
