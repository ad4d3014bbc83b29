// The whole page: decides which screen is up, keeps the things that last across screens.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {currentItem} from '../../shared/reducer.js';
import {mediaTitle} from '../../shared/format.js';
import {CLOSE} from '../../shared/protocol.js';
import {base} from '../../shared/element-styles.js';
import {desktop as words} from '../../shared/strings/desktop.en.js';
import {mayPlay} from '../autoplay.js';
import {actionFor} from '../keys.js';
import {showNowPlaying} from '../media-session.js';
import {fetchInfo} from '../session-info.js';
import {toastFor} from '../toasts.js';
import {WakeLock} from '../wake-lock.js';
import './connection-sign.js';
import './idle-screen.js';
import './toast-stack.js';

/** @import {Connection} from '../../shared/socket.js' */
/** @import {Snapshot, Store} from '../../shared/store.js' */
/** @import {State} from '../../shared/protocol.js' */
/** @import {Controller} from '../controller.js' */
/** @import {Action} from '../keys.js' */
/** @import {SessionInfo} from '../session-info.js' */
/** @import {HelpDialog} from './help-dialog.js' */
/** @import {ToastStack} from './toast-stack.js' */

/** @typedef {{session: string, connection: Connection, store: Store}} Parts */

/** Title and up-next go, and the pointer with them, when nothing happened for this long. */
const QUIET_MS = 4000;

export class PlayerApp extends LitElement {
  static properties = {
    snapshot: {state: true},
    info: {state: true},
    active: {state: true},
    needsStart: {state: true},
  };

  static styles = [
    base,
    css`
      :host {
        display: block;
        color: var(--text);
        font-size: var(--tv-body);
      }
      .corner {
        position: absolute;
        top: 5vh;
        left: 5vw;
        display: grid;
        justify-items: start;
        pointer-events: none;
      }
      @media (max-width: 760px) {
        .corner {
          max-width: 42vw; /* beside the code */
        }
      }
    `,
  ];

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
    this.active = true;
    this.needsStart = false;
    this.wakeLock = new WakeLock();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.quietTimer = undefined;
  }

  /** @param {Parts} parts */
  connect(parts) {
    this.parts = parts;
    const {connection, store} = parts;
    this.snapshot = store.getState();
    let before = /** @type {State|null} */ (null);
    store.subscribe((snapshot) => this.follow(snapshot));
    connection.on('event', (message) => {
      const {clients, client} = store.getState();
      if (!message.replayed) this.toast(toastFor(message, {before, clients, me: client}));
      before = store.getState().state;
    });
    connection.on('state', () => (before = store.getState().state));
    this.listenToPeople();
    mayPlay().then((may) => (this.needsStart = !may && !navigator.userActivation?.hasBeenActive));
  }

  /** @param {Controller} controller */
  play(controller) {
    this.controller = controller;
    controller.addEventListener('change', () => this.stageChanged());
    this.stageChanged();
  }

  listenToPeople() {
    addEventListener('keydown', (event) => this.pressed(event));
    addEventListener('pointerdown', () => this.gesture());
    addEventListener('pointermove', () => this.wake());
  }

  /** @param {Snapshot} snapshot */
  follow(snapshot) {
    const old = this.snapshot;
    this.snapshot = snapshot;
    if (snapshot.status === 'online' && !this.info) this.loadInfo();
    const [was, is] = [old?.state, snapshot.state];
    if (was?.playback !== is?.playback || was?.volume !== is?.volume || was?.muted !== is?.muted) this.wake();
    this.stageChanged();
  }

  async loadInfo() {
    this.info = (this.parts && (await fetchInfo(this.parts.session))) ?? this.info;
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

  /** @param {string|null} text */
  toast(text) {
    const stack = /** @type {ToastStack|null} */ (this.renderRoot.querySelector('toast-stack'));
    if (text) stack?.show(text);
  }

  /** Somebody is here: show the words again. */
  wake() {
    this.active = true;
    clearTimeout(this.quietTimer);
    this.quietTimer = setTimeout(() => (this.active = false), QUIET_MS);
  }

  /** A click or a key: from now on this page may play with sound. */
  gesture() {
    this.needsStart = false;
    this.wake();
    this.controller?.unblock();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const blocked = this.controller?.view.status === 'blocked';
    this.gesture();
    if (event.defaultPrevented || isTyping(event) || blocked) return;
    const action = actionFor(event, this.snapshot?.state ?? null);
    if (!action) return;
    event.preventDefault();
    this.carryOut(action);
  }

  /** @param {Action} action */
  carryOut(action) {
    const help = this.controller && /** @type {HelpDialog} */ (this.renderRoot.querySelector('help-dialog'));
    if ('command' in action) this.parts?.store.command(action.command, action.data).catch(() => {});
    else if (action.act === 'help') help?.toggle();
    else if (action.act === 'close') help?.close();
    else toggleFullscreen();
  }

  updated() {
    const {documentElement} = document;
    const onStage = this.isPlaying;
    documentElement.toggleAttribute('data-stage', onStage);
    documentElement.toggleAttribute('data-quiet', onStage && !this.active);
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
    return html`
      ${snapshot.status === 'closed' ? this.renderClosed(snapshot) : this.isPlaying ? this.renderPlaying(parts, snapshot) : this.renderIdle(parts, snapshot)}
      <div class="corner">
        <connection-sign .status=${snapshot.status} .known=${snapshot.state !== null}></connection-sign>
        <toast-stack></toast-stack>
      </div>
      <help-dialog></help-dialog>
    `;
  }

  /** @param {Snapshot} snapshot */
  renderClosed({code, reason}) {
    const cause = code === CLOSE.REPLACED ? 'elsewhere' : code === CLOSE.ENDED || code === 'session_not_found' ? 'unknown' : 'refused';
    return html`<closed-screen .cause=${cause} .reason=${reason} @use-this=${() => this.parts?.connection.open()}></closed-screen>`;
  }

  /** @param {Parts} parts @param {Snapshot} snapshot */
  renderPlaying({session}, {state}) {
    const {controller} = this;
    return html`<play-screen
      .session=${session}
      .info=${this.info}
      .state=${state}
      .controller=${controller}
      .view=${controller?.view}
      .active=${this.active}
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
    ></idle-screen>`;
  }
}

customElements.define('player-app', PlayerApp);

/** Whether a key belongs to a control that has the focus. @param {KeyboardEvent} event */
function isTyping(event) {
  const target = event.composedPath()[0];
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLButtonElement && [' ', 'Enter'].includes(event.key);
}

function toggleFullscreen() {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => {}); // refused without a fresh gesture; F11 remains
}
