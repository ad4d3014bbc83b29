// The whole page: decides which screen is up, keeps the things that last across screens.

import {LitElement, html, nothing} from '../../vendor/lit.js';
import {currentItem} from '../../shared/reducer.js';
import {mediaTitle} from '../../shared/format.js';
import {CLOSE} from '../../shared/protocol.js';
import {base} from '../../shared/element-styles.js';
import {NO_FEATURES} from '../../shared/features.js';
import {desktop as words} from '../../shared/strings/desktop.js';
import {Attention, QUIET_MS, READING_MS} from '../attention.js';
import {mayPlay} from '../autoplay.js';
import {Captioning} from '../captioning.js';
import {Dialogs} from '../dialogs.js';
import {takeDrops} from '../drop-target.js';
import {actionFor} from '../keys.js';
import {showNowPlaying} from '../media-session.js';
import {narrate} from '../narrator.js';
import {onDemand} from '../on-demand.js';
import {listenToPeople, toggleFullscreen} from '../people.js';
import {keepCode, keepsCode} from '../preferences.js';
import {refusalText} from '../refusal.js';
import {fetchInfo} from '../session-info.js';
import {TypeAhead} from '../type-ahead.js';
import {WakeLock} from '../wake-lock.js';
import './connection-sign.js';
import './idle-screen.js';
import {playerStyles} from './player-styles.js';
import {MOST} from './toast-stack.js';

/** @import {Connection} from '../../shared/connection/socket.js' */
/** @import {Snapshot, Store} from '../../shared/store.js' */
/** @import {Answer, Ask} from '../../shared/ask.js' */
/** @import {Controller} from '../playback/controller.js' */
/** @import {Act, Action} from '../keys.js' */
/** @import {News} from '../model/news.js' */
/** @import {SessionInfo} from '../session-info.js' */
/** @import {ListPanel, PanelContext} from './list-panel.js' */
/** @import {ToastStack} from './toast-stack.js' */

/** @typedef {{session: string, connection: Connection, store: Store}} Parts */

/** Toasts at once where they lie beside words, not over a picture: one has room above the heading. */
const MOST_IDLE = 1;

export class PlayerApp extends LitElement {
  static properties = {
    snapshot: {state: true},
    info: {state: true},
    needsStart: {state: true},
    listed: {state: true},
    code: {state: true},
    dropping: {state: true},
  };

  static styles = [base, playerStyles];

  constructor() {
    super();
    /** @type {Parts|null} */
    this.parts = null;
    /** Null until the part of the page that plays is loaded. @type {Controller|null} */
    this.controller = null;
    /** @type {Snapshot|null} */
    this.snapshot = null;
    /** @type {SessionInfo|null} */
    this.info = null;
    /** What the list adds with. @type {PanelContext|null} */
    this.panel = null;
    this.loading = false;
    this.needsStart = false;
    /** The list is open beside the stage. */
    this.listed = false;
    /** Something is held over the page. */
    this.dropping = false;
    /** The small code stays on the screen. */
    this.code = keepsCode();
    /** Of the keys, what the field for a link gets that still comes. */
    this.ahead = new TypeAhead();
    this.attention = new Attention(() => this.requestUpdate());
    this.wakeLock = new WakeLock();
    this.dialogs = new Dialogs(this);
    this.captioning = new Captioning(this);
    this.addEventListener('ask', (event) => this.answer(/** @type {CustomEvent<Ask>} */ (event)));
    this.addEventListener('act', (event) => this.act(/** @type {CustomEvent<Act>} */ (event).detail));
  }

  /** @param {Parts} parts */
  connect(parts) {
    this.parts = parts;
    const {connection, store} = parts;
    this.snapshot = store.getState();
    store.subscribe((snapshot) => this.follow(snapshot));
    narrate(connection, store, (news) => this.say(news));
    listenToPeople({
      key: (event) => this.pressed(event),
      gesture: () => this.gesture(),
      move: () => this.attention.serve(QUIET_MS),
      tab: () => this.attention.serve(READING_MS),
    });
    takeDrops(this);
    document.addEventListener('fullscreenchange', () => this.requestUpdate());
    mayPlay().then((may) => (this.needsStart = !may && !navigator.userActivation?.hasBeenActive));
  }

  /** @param {Controller} controller */
  play(controller) {
    this.controller = controller;
    controller.addEventListener('change', () => this.stageChanged());
    this.stageChanged();
  }

  /** @param {Snapshot} snapshot */
  follow(snapshot) {
    const old = this.snapshot;
    this.snapshot = snapshot;
    if (snapshot.status === 'online' && !this.info) this.loadInfo();
    const [was, is] = [old?.state, snapshot.state];
    if (was?.playback !== is?.playback || was?.volume !== is?.volume || was?.muted !== is?.muted) this.attention.tell();
    if (was && is && was.captions !== is.captions) this.captioning.say(is.captions);
    this.stageChanged();
  }

  async loadInfo() {
    if (this.loading || !this.parts) return;
    const {session, store} = this.parts;
    this.loading = true;
    this.info = await fetchInfo(session);
    this.loading = false;
    this.panel = {app: this, latest: store.getState, session, features: this.info?.features ?? NO_FEATURES};
  }

  /** Something about what plays is different: tell the system, and look at the screen again. */
  stageChanged() {
    if (!this.controller) return;
    const {item, status} = this.controller.view;
    const playing = status === 'playing' || status === 'buffering';
    showNowPlaying(item, playing);
    this.wakeLock.set(playing);
    document.title = words.pageTitle(item ? mediaTitle(item.media) : '');
    this.requestUpdate();
  }

  /** @param {News} news */
  say(news) {
    const stack = /** @type {ToastStack|null} */ (this.renderRoot.querySelector('toast-stack'));
    stack?.show(news);
  }

  /** A click or a key. True when the browser waited for it: then it starts what plays, and means nothing else. */
  gesture() {
    const waited = this.controller?.view.status === 'blocked';
    this.needsStart = false;
    this.attention.tell();
    this.controller?.unblock();
    return waited;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (this.ahead.take(event)) return;
    const action = actionFor(event, this.snapshot?.state ?? null);
    if (!action) return;
    event.preventDefault();
    this.carryOut(action);
  }

  /** @param {Action} action */
  carryOut(action) {
    if ('act' in action) this.act(action.act);
    else if ('event' in action) this.ask(action.event);
    else this.ask('command', {name: action.command, ...action.data});
  }

  /** Answers the elements' requests, and says what was refused unless the asker does. @param {CustomEvent<Ask>} event */
  answer({detail}) {
    detail.answer = this.ask(detail.event, detail.data, detail.quiet);
  }

  /**
   * @param {string} event
   * @param {any} [data]
   * @param {boolean} [quiet]
   * @returns {Promise<Answer>}
   */
  async ask(event, data, quiet = false) {
    try {
      return {ok: true, ...(await /** @type {Parts} */ (this.parts).store.request(event, data))};
    } catch (error) {
      const refusal = /** @type {import('../../shared/connection/socket.js').RequestError} */ (error);
      if (!quiet) this.say({text: refusalText(refusal)});
      return {ok: false, error: refusal};
    }
  }

  /** @param {Act} act */
  act(act) {
    switch (act) {
      case 'list':
        return this.listed ? this.closeList() : this.openList();
      case 'add':
        return this.openList(true);
      case 'code':
        keepCode((this.code = !this.code));
        return undefined;
      case 'screen':
        return this.dialogs.toggleSettings();
      case 'captions':
        return this.captioning.next();
      case 'choose-captions':
        return this.dialogs.toggleCaptions();
      case 'help':
        return this.dialogs.toggleHelp();
      case 'close':
        return this.close();
      default:
        return toggleFullscreen();
    }
  }

  /** Closes what is in front. */
  close() {
    if (this.dialogs.closeFront()) return;
    if (this.listed) this.closeList();
    else this.attention.rest();
  }

  /** @param {boolean} [adding]  the caret goes to the field for a link */
  async openList(adding = false) {
    if (!this.snapshot?.state || this.snapshot.status === 'closed') return;
    if (adding) this.ahead.begin();
    if (await onDemand(this, () => import('./list-panel.js'))) await this.showList(adding);
    this.ahead.end();
  }

  /** @param {boolean} adding */
  async showList(adding) {
    this.listed = true;
    await this.updateComplete;
    const panel = /** @type {ListPanel|null} */ (this.renderRoot.querySelector('list-panel'));
    await panel?.updateComplete;
    panel?.take(adding, this.ahead.text);
  }

  closeList() {
    this.listed = false;
  }

  updated() {
    const {documentElement} = document;
    const onStage = this.isPlaying;
    documentElement.toggleAttribute('data-stage', onStage);
    documentElement.toggleAttribute('data-list', this.listed);
    documentElement.toggleAttribute('data-quiet', onStage && !this.listed && this.attention.level === 'quiet');
    if (onStage) documentElement.dataset.theme = 'dark';
    else delete documentElement.dataset.theme;
  }

  /** Whether there is something on the stage, or about to be. */
  get isPlaying() {
    const {state, status} = this.snapshot ?? {};
    return !!this.controller && status !== 'closed' && !!currentItem(state ?? null) && ['playing', 'paused'].includes(state?.playback.status ?? '');
  }

  render() {
    const {parts, snapshot} = this;
    if (!parts || !snapshot) return nothing;
    const closed = snapshot.status === 'closed';
    return html`
      <div class="screen">
        ${closed ? this.renderClosed(snapshot) : this.isPlaying ? this.renderPlaying(parts, snapshot) : this.renderIdle(parts, snapshot)}
        <div class="corner ${this.isPlaying ? '' : 'idle'}">
          ${this.isPlaying || closed ? nothing : html`<header class="brand"><img src="/web/icons/logo.svg" alt="" />${words.product}</header>`}
          <connection-sign .status=${snapshot.status} .known=${snapshot.state !== null}></connection-sign>
          <toast-stack .most=${this.isPlaying ? MOST : MOST_IDLE}></toast-stack>
        </div>
      </div>
      ${this.listed && !closed ? html`<list-panel role="region" aria-label=${words.list.heading} .snapshot=${snapshot} .context=${this.panel}></list-panel>` : nothing}
      <help-dialog></help-dialog>
      ${this.dropping ? html`<drop-zone></drop-zone>` : nothing}
      ${this.controller ? html`<captions-dialog .offered=${this.captioning.offered} .wanted=${snapshot.state?.captions ?? null}></captions-dialog>` : nothing}
      ${this.controller ? html`<screen-dialog .settings=${this.controller.settings} .snapshot=${snapshot} .code=${this.code}></screen-dialog>` : nothing}
    `;
  }

  /** @param {Snapshot} snapshot */
  renderClosed({code, reason}) {
    const cause = code === CLOSE.REPLACED ? 'elsewhere' : code === CLOSE.ENDED || code === 'session_not_found' ? 'unknown' : 'refused';
    return html`<closed-screen .cause=${cause} .reason=${reason} @use-this=${() => this.parts?.connection.open()}></closed-screen>`;
  }

  /** @param {Parts} parts @param {Snapshot} snapshot */
  renderPlaying({session}, snapshot) {
    const {controller} = this;
    return html`<play-screen
      .session=${session}
      .info=${this.info}
      .snapshot=${snapshot}
      .controller=${controller}
      .view=${controller?.view}
      .level=${this.attention.level}
      .code=${this.code}
      .listed=${this.listed}
      .full=${document.fullscreenElement !== null}
    ></play-screen>`;
  }

  /** @param {Parts} parts @param {Snapshot} snapshot */
  renderIdle({session}, {state, clients}) {
    return html`<idle-screen
      .session=${session}
      .info=${this.info}
      .state=${state}
      .names=${clients.filter(({role}) => role === 'remote').map(({name}) => name?.trim() || words.idle.unnamed)}
      .needsStart=${this.needsStart}
      .listed=${this.listed}
      .full=${document.fullscreenElement !== null}
    ></idle-screen>`;
  }
}

customElements.define('player-app', PlayerApp);
