// The screens of the session: what each of them does, how it is set, and where it shall play.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {command, tell} from '../../shared/ask.js';
import {chosenOf, playingOf, screenName, screensOf, withScreen} from '../../shared/model/screens.js';
import {text} from '../more-strings.js';

/** @import {ClientInfo, PlayerReport} from '../../shared/protocol.js' */
/** @import {Snapshot} from '../../shared/store.js' */

/** No ear tells two screens apart that are this close, ms. */
const IN_STEP_MS = 20;

export class ScreensList extends LitElement {
  static properties = {snapshot: {attribute: false}};

  static styles = [base, buttons, css`
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: var(--s3);
      padding-block: var(--s3);
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    .icon {
      flex: none;
      color: var(--text-dim);
    }
    .name {
      font-weight: 550;
      overflow-wrap: anywhere;
    }
    p {
      color: var(--text-dim);
      font-size: 0.9375rem;
    }
    .where {
      grid-column: 2;
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      padding-top: var(--s2);
    }
    .button {
      padding: var(--s2) var(--s4);
    }
    .everywhere {
      display: flex;
      margin-top: var(--s2);
    }
    .none {
      padding-bottom: var(--s3);
      color: var(--text-dim);
    }
  `];

  constructor() {
    super();
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return nothing;
    const screens = screensOf(snapshot.clients);
    if (screens.length === 0) return this.#none();
    const several = screens.length > 1;
    return html`
      <ul>${screens.map((screen) => this.#row(screen, snapshot, several))}</ul>
      ${several && chosenOf(snapshot).length > 0 ? html`<button class="button everywhere" @click=${() => this.#choose(null)}>${icon('monitor')}${text.playEverywhere}</button>` : nothing}`;
  }

  /** What is missing, and how to bring it in. */
  #none() {
    return html`<p class="none">${text.noScreenYet}</p>
      <button class="button" aria-haspopup="dialog" @click=${() => tell(this, 'sheet', 'screen')}>${icon('monitor')}${text.howToConnect}</button>`;
  }

  /** @param {ClientInfo} screen @param {Snapshot} snapshot @param {boolean} several */
  #row({client}, snapshot, several) {
    const name = screenName(client, snapshot.clients, text.screenNumber);
    const report = snapshot.players.find((player) => player.client === client);
    const playing = playingOf(snapshot);
    const plays = playing.some((screen) => screen.client === client);
    return html`<li>${icon('monitor')}
      <div><span class="name" dir="auto">${name}</span><p>${[does(report, plays), ...settings(report, plays)].join(' · ')}</p></div>
      ${several ? html`<div class="where" role="group" aria-label=${name}>
        ${plays && playing.length === 1 ? nothing : html`<button class="button" aria-label=${text.playOnlyOn(name)} @click=${() => this.#choose([client])}>${text.playOnly}</button>`}
        ${plays ? nothing : html`<button class="button" aria-label=${text.playAlsoOn(name)} @click=${() => this.#choose(withScreen(snapshot, client))}>${text.playAlso}</button>`}
      </div>` : nothing}
    </li>`;
  }

  /** @param {string[]|null} players */
  #choose(players) {
    command(this, 'screens', {players});
  }
}

/** @param {PlayerReport|undefined} report @param {boolean} plays */
function does(report, plays) {
  if (!plays) return text.screenDoes.silent;
  return report?.item ? text.screenDoes[report.status] : text.screenDoes.idle;
}

/** What differs from the usual. @param {PlayerReport|undefined} report @param {boolean} plays @returns {string[]} */
function settings(report, plays) {
  const {drift, trim, muted, delay, status} = report ?? {};
  return [
    muted ? text.screenMuted : typeof trim === 'number' && trim < 100 ? text.screenTrim(trim) : '',
    delay ? text.screenDelay(delay) : '',
    plays && status === 'playing' && typeof drift === 'number' ? text.screenDrift(Math.abs(drift) < IN_STEP_MS ? 0 : drift) : '',
  ].filter(Boolean);
}

customElements.define('screens-list', ScreensList);
