// The page: shows the store's snapshot, sends what its elements ask for, and says what became of it.

import {LitElement, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/first-icons.js';
import {ask} from '../../shared/ask.js';
import {insist} from '../../shared/insist.js';
import {conditionOf} from '../model/condition.js';
import {aheadOfNew} from '../../shared/model/order.js';
import {currentItem} from '../../shared/reducer.js';
import {mediaTitle} from '../../shared/format.js';
import {conditionText, placeText, refusalText, sentences, text} from '../strings.js';
import {UNTIL_TOLD, fetchSession, mayAskName, rememberSession} from '../session.js';
import {appStyles} from './remote-app-styles.js';
import './now-playing.js';
import './seek-bar.js';
import './top-bar.js';
import './transport-bar.js';
import './volume-bar.js';

/** @import {Connection, RequestError} from '../../shared/connection/socket.js' */
/** @import {Snapshot, Store} from '../../shared/store.js' */
/** @import {Item} from '../../shared/protocol.js' */
/** @import {Answer, Ask} from '../../shared/ask.js' */
/** @import {Links} from '../session.js' */
/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {SheetContext} from '../sheets/sheet-page.js' */
/** @import {ToastNote} from './toast-note.js' */

/** @typedef {{text: string|((snapshot: Snapshot) => string), undo?: boolean}} Note  a text that depends on how it turned out is a function */

/** @typedef {{count: number, place: Place, undo: boolean, note?: string}} Added  `undo`: it was one step; `note`: what else is to be said of it */

/** @typedef {'link'|'library'|'played'|'options'|'people'|'share'|'screen'|'clear'} Sheet  the first three are pages of one */

/** ms that the line may be down before the page says so: a blink of the network is not worth a banner. */
const OFFLINE_AFTER_MS = 700;

/** ms that the question for a name stands in place of the session's code, which somebody may want to read out. */
const ASK_NAME_FOR_MS = 60_000;

/** Requests that come in streams while a finger slides: buzzing along would be a nuisance. */
const isStream = (/** @type {Ask} */ {event, data}) => event === 'command' && data.name === 'volume';

/** ms of a tap that the phone lets the thumb feel. */
const HAPTIC_MS = 8;

export class RemoteApp extends LitElement {
  static properties = {
    store: {attribute: false}, connection: {attribute: false}, session: {}, name: {}, link: {}, features: {state: true}, snapshot: {state: true},
    sheet: {state: true}, code: {state: true}, links: {state: true}, scrolledPast: {state: true}, offline: {state: true}, spoken: {state: true}, asking: {state: true},
  };

  static styles = [base, appStyles];

  constructor() {
    super();
    /** @type {Store|undefined} */
    this.store = undefined;
    /** @type {Connection|undefined} */
    this.connection = undefined;
    this.session = '';
    this.name = '';
    /** @type {Snapshot|undefined} */
    this.snapshot = undefined;
    /** @type {Sheet|null} */
    this.sheet = null;
    /** What the page was opened to add. */
    this.link = '';
    this.code = '';
    /** @type {Links|undefined} */
    this.links = undefined;
    /** What the server offers. */
    this.features = UNTIL_TOLD;
    /** The current title has scrolled out of sight. */
    this.scrolledPast = false;
    this.offline = false;
    /** For screen readers: the item and how it goes, when one of them changes. */
    this.spoken = '';
    /** The phone is asked for a name: once, where it covers nothing and moves nothing. */
    this.asking = false;
    /** @type {(() => void)|undefined} */
    this.unsubscribe = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.offlineTimer = undefined;
    /** The list that the offered undo would take back; another change since, and undo would mean another thing. @type {readonly Item[]|undefined} */
    this.undoable = undefined;
    this.look = () => this.#look();
    this.edges = () => this.#edges();
    this.addEventListener('ask', (event) => this.#ask(/** @type {CustomEvent<Ask>} */ (event).detail));
    this.addEventListener('sheet', (event) => this.#open(/** @type {CustomEvent<Sheet>} */ (event).detail));
    this.addEventListener('sheet-close', () => this.#closeSheet());
    this.addEventListener('toast', (event) => this.#toast(/** @type {CustomEvent<Note>} */ (event).detail));
    this.addEventListener('added', (event) => this.#added(/** @type {CustomEvent<Added>} */ (event)));
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.look, {passive: true});
    insist(() => import('../long-lists.js')).then(({tellOfLongLists}) => tellOfLongLists(this));
    this.unsubscribe = this.store?.subscribe((snapshot) => this.#take(snapshot));
    this.snapshot = this.store?.getState();
    if (this.snapshot?.status === 'online') this.#learnSession();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.look);
    this.unsubscribe?.();
    clearTimeout(this.offlineTimer);
  }

  /** @param {Snapshot} snapshot */
  #take(snapshot) {
    const before = this.snapshot;
    this.snapshot = snapshot;
    if (before?.status !== snapshot.status) this.#statusChanged(snapshot);
    this.spoken = spokenFor(snapshot);
    if (this.undoable && !sameOrder(this.undoable, snapshot.state?.items ?? [])) {
      this.undoable = undefined;
      this.#note?.withdraw?.();
    }
  }

  /** @param {Snapshot} snapshot */
  #statusChanged({status}) {
    if (status === 'online') {
      clearTimeout(this.offlineTimer);
      this.offlineTimer = undefined;
      if (this.offline) this.#toast({text: text.online});
      this.offline = false;
      if (!this.code) this.#learnSession();
    } else if (status !== 'closed') {
      this.offlineTimer ??= setTimeout(() => (this.offline = true), OFFLINE_AFTER_MS);
    }
  }

  async #learnSession() {
    const {code, links, features} = await fetchSession(this.session);
    this.code = code;
    this.links = links;
    this.features = features;
    if (code) rememberSession({session: this.session, code, at: Date.now(), screen: screenName(this.snapshot)});
  }

  render() {
    const {snapshot} = this;
    if (!snapshot) return nothing;
    if (snapshot.status === 'closed') return html`<session-closed .snapshot=${snapshot} @reopen=${() => this.connection?.open()}></session-closed>`;
    const empty = snapshot.state?.items.length === 0;
    return html`
      <main class="page ${empty ? 'empty' : ''} ${this.offline ? 'offline' : ''}">
        <div class="top">
          <top-bar .snapshot=${snapshot} .code=${this.code} .showTitle=${this.scrolledPast} .asking=${this.asking && !this.name}></top-bar>
          <div role="status"><p class="banner" ?hidden=${!this.offline}>${icon('wifi-off')}<span>${this.offline ? text.offline : ''}</span></p></div>
        </div>
        <div class="side">
          <section class="now" aria-label=${text.nowPlaying}><now-playing .snapshot=${snapshot} .library=${this.features.library}></now-playing></section>
          <section class="dock" aria-label=${text.controls}>
            <toast-note></toast-note>
            ${empty ? nothing : this.#addBar()}
            <seek-bar .snapshot=${snapshot}></seek-bar>
            <transport-bar .snapshot=${snapshot}></transport-bar>
            <volume-bar .snapshot=${snapshot}></volume-bar>
          </section>
        </div>
        <section class="list" aria-label=${text.upNext}><up-next .snapshot=${snapshot} .edges=${this.edges}></up-next></section>
      </main>
      <p class="visually-hidden" role="status">${this.spoken}</p>
      ${this.#sheet(snapshot)}`;
  }

  /** Something to add was brought along. @param {string} link */
  offer(link) {
    this.link = link;
    this.sheet = 'link';
  }

  /** @param {Sheet} sheet */
  #open(sheet) {
    this.sheet = sheet;
    if (sheet === 'people') this.asking = false; // the question stands there, too
  }

  #closeSheet() {
    this.sheet = null;
    this.link = '';
  }

  #addBar() {
    return html`<div class="add-bar">
      <button class="add" aria-haspopup="dialog" @click=${() => (this.sheet = 'link')}>${icon('plus', '1.375em')}<span>${text.addBar}</span></button>
      ${this.features.library ? html`<button class="add from-library" aria-haspopup="dialog" aria-label=${text.library} @click=${() => (this.sheet = 'library')}>${icon('library')}<span>${text.library}</span></button>` : nothing}
    </div>`;
  }

  /** What pages of sheets are made from. @param {Snapshot} snapshot @returns {SheetContext} */
  #context(snapshot) {
    return {snapshot, session: this.session, features: this.features, app: this, latest: () => /** @type {Store} */ (this.store).getState()};
  }

  /** @param {Snapshot} snapshot */
  #sheet(snapshot) {
    switch (this.sheet) {
      case null: return nothing;
      case 'options': return html`<options-sheet .context=${this.#context(snapshot)}></options-sheet>`;
      case 'people': return html`<people-sheet .snapshot=${snapshot} .name=${this.name}></people-sheet>`;
      case 'share':
      case 'screen': return html`<share-sheet .session=${this.session} .links=${this.links} .code=${this.code} .screen=${this.sheet === 'screen'}></share-sheet>`;
      case 'clear': return html`<clear-sheet .snapshot=${snapshot}></clear-sheet>`;
      default: return html`<add-sheet .context=${this.#context(snapshot)} .tab=${this.sheet} .link=${this.link}></add-sheet>`;
    }
  }

  /** @param {Ask} detail */
  #ask(detail) {
    if (!isStream(detail)) navigator.vibrate?.(HAPTIC_MS);
    detail.answer = this.#send(detail);
  }

  /** @param {Ask} detail @returns {Promise<Answer>} */
  async #send({event, data, quiet}) {
    try {
      const {seq} = await /** @type {Store} */ (this.store).request(event, data);
      if (event === 'add' || event === 'upload') this.#askName();
      return {ok: true, seq};
    } catch (error) {
      const refusal = /** @type {RequestError} */ (error);
      if (!quiet) this.#toast({text: refusalText(refusal)});
      return {ok: false, error: refusal};
    }
  }

  /** @param {Note} note */
  #toast({text: note, undo}) {
    const words = typeof note === 'function' ? note(/** @type {Store} */ (this.store).getState()) : note;
    this.undoable = undo ? this.store?.getState().state?.items ?? [] : undefined;
    const action = undo ? {label: text.undo, run: () => this.#undo()} : undefined;
    customElements.whenDefined('toast-note').then(() => this.#note?.show({text: words, action})); // it is loaded after what steers
  }

  /** @returns {ToastNote|null} */
  get #note() {
    return this.renderRoot.querySelector('toast-note');
  }

  #askName() {
    if (this.name || !mayAskName()) return;
    this.asking = true;
    setTimeout(() => (this.asking = false), ASK_NAME_FOR_MS);
  }

  async #undo() {
    const before = this.store?.getState().seq;
    const answer = await ask(this, 'undo');
    if (answer.ok) this.#toast({text: answer.seq === before ? text.nothingToUndo : text.undone});
  }

  /** All of it was taken: the sheet has done its work, unless it is another one by now. @param {CustomEvent<Added>} event */
  #added(event) {
    const {count, place, undo, note = ''} = event.detail;
    if (event.composedPath()[0] !== this) this.#closeSheet();
    this.#toast({text: ({state}) => sentences(text.added(count), note, placeText(aheadOfNew(state, count, place))), undo});
  }

  #look() {
    const now = this.renderRoot.querySelector('.now')?.getBoundingClientRect();
    const top = this.renderRoot.querySelector('.top')?.getBoundingClientRect();
    this.scrolledPast = Boolean(now && top && now.bottom - 48 < top.bottom);
  }

  /** What is visible of the list between the bar above and, where it lies over the list, the one below. */
  #edges() {
    const box = (/** @type {string} */ selector) => this.renderRoot.querySelector(selector)?.getBoundingClientRect();
    const [top, dock, list] = [box('.top'), box('.dock'), box('.list')];
    const covers = dock && list && dock.left < list.right && dock.right > list.left;
    return {top: top?.bottom ?? 0, bottom: covers ? dock.top : innerHeight};
  }
}

/** @param {readonly Item[]} a @param {readonly Item[]} b */
function sameOrder(a, b) {
  return a === b || (a.length === b.length && a.every(({id}, i) => id === b[i].id));
}

/** What the first screen is called, for those who come back another day. @param {Snapshot|undefined} snapshot */
function screenName(snapshot) {
  return snapshot?.clients.find(({role}) => role === 'player')?.name ?? '';
}

/** @param {Snapshot} snapshot */
function spokenFor(snapshot) {
  const item = currentItem(snapshot.state);
  const condition = conditionText(conditionOf(snapshot));
  return item ? sentences(mediaTitle(item.media), condition) : condition;
}

customElements.define('remote-app', RemoteApp);

