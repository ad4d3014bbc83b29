// The files that this phone sends to a session, one after the other in the order of choosing, whether their sheet is open
// or not. What has arrived is added to the list.

import {aheadOf} from '../../shared/model/order.js';
import {upload as words} from '../../shared/strings/upload.js';
import {addAndName} from '../add.js';
import {isHeic, sizeText} from './chosen.js';
import {asJpeg} from './convert-picture.js';
import {text} from '../more-strings.js';
import {Sending} from './sending.js';
import {placeText, sentences} from '../strings.js';

/** @import {Listener, Place} from '../../shared/adding/adding.js' */
/** @import {Why} from './sending.js' */

/** @typedef {'waiting'|'preparing'|'sending'|'paused'|'lost'|'checking'|'added'|'refused'} Status */

/**
 * @typedef {object} Transfer  Immutable: a change makes a new one.
 * @property {number} key
 * @property {File} file
 * @property {number} sent    bytes
 * @property {Status} status
 * @property {string} words   why it was refused, or where it stands in the list
 * @property {Place} place
 * @property {boolean} hopeless  another try would be refused, too
 */

/** ms until another try: soon, as most lines are back soon; later ones spare a server that is down. */
const RETRY_MS = [500, 1000, 2000, 4000, 8000];

/** After these nothing more happens by itself. @type {readonly Status[]} */
const SETTLED = ['added', 'refused'];

/** What another try does not change. @type {readonly Why[]} */
const HOPELESS = ['tooLarge', 'notMedia', 'ended', 'unreadable'];

export class Uploads extends EventTarget {
  /** @type {readonly Transfer[]} */
  transfers = [];
  /** Panels that show them: what is seen need not be said again. */
  shown = 0;
  #to;
  #session;
  #maxBytes;
  #last = 0;
  /** The one that is on its way, by key. @type {{key: number, sending: Sending|null}|null} */
  #current = null;
  /** Those that were begun, to go on with. @type {Map<number, Sending>} */
  #begun = new Map();
  /** Ends a wait for the line. */
  #wake = () => {};

  /** @param {Listener} to @param {string} session @param {number} maxBytes */
  constructor(to, session, maxBytes) {
    super();
    this.#to = to;
    this.#session = session;
    this.#maxBytes = maxBytes;
    addEventListener('online', () => this.#wake());
    addEventListener('offline', () => this.#current?.sending?.stop()); // and it tries again, and says so
    document.addEventListener('visibilitychange', () => this.#wake());
  }

  /** @param {readonly File[]} files @param {Place} place  of the first; those that play at once are followed by the others */
  send(files, place) {
    const added = files.map((file, i) => this.#transfer(file, place === 'now' && i > 0 ? 'next' : place));
    this.#show([...this.transfers, ...added]);
    this.#advance();
  }

  /** @param {number} key */
  pause(key) {
    this.#set(key, {status: 'paused'});
    this.#halt(key, (sending) => sending.stop());
  }

  /** Goes on after a pause, or tries again what was refused. @param {number} key */
  resume(key) {
    this.#set(key, {status: 'waiting', words: ''});
    this.#advance();
  }

  /** Takes it off the list here; what the server has of it, it forgets. @param {number} key */
  remove(key) {
    const settled = SETTLED.includes(this.#find(key)?.status ?? 'added');
    if (!settled) this.#begun.get(key)?.drop();
    this.#begun.delete(key);
    this.#show(this.transfers.filter((one) => one.key !== key));
    this.#halt(key, () => {});
  }

  /** @param {File} file @param {Place} place @returns {Transfer} */
  #transfer(file, place) {
    this.#last += 1;
    return {key: this.#last, file, sent: 0, status: 'waiting', words: '', place, hopeless: false};
  }

  /** @param {number} key */
  #find(key) {
    return this.transfers.find((one) => one.key === key);
  }

  /** @param {number} key @param {Partial<Transfer>} change */
  #set(key, change) {
    this.#show(this.transfers.map((one) => (one.key === key ? {...one, ...change} : one)));
  }

  /** @param {readonly Transfer[]} transfers */
  #show(transfers) {
    this.transfers = transfers;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {number} key @param {(sending: Sending) => void} end */
  #halt(key, end) {
    if (this.#current?.key !== key) return;
    if (this.#current.sending) end(this.#current.sending);
    this.#wake();
  }

  /** Begins with the next one that waits, if nothing is on its way. */
  async #advance() {
    const next = this.transfers.find(({status}) => status === 'waiting');
    if (this.#current || !next) return;
    this.#current = {key: next.key, sending: null};
    await this.#carry(next.key);
    this.#current = null;
    this.#advance();
  }

  /** Whether somebody paused it or took it away. @param {number} key */
  #isHalted(key) {
    return (this.#find(key)?.status ?? 'paused') === 'paused';
  }

  /** @param {number} key */
  async #carry(key) {
    this.#set(key, {status: 'preparing'});
    const sending = this.#begun.get(key) ?? (await this.#prepare(key));
    if (!sending || this.#isHalted(key) || !this.#current) return;
    this.#begun.set(key, sending);
    this.#current.sending = sending;
    for (let attempt = 0; !this.#isHalted(key); ) {
      this.#set(key, {status: 'sending'});
      const before = this.#find(key)?.sent ?? 0;
      const end = await sending.run();
      if (end.end === 'done') return this.#arrived(key, end.url);
      if (end.end === 'refused') return this.#refused(key, end.why);
      if (end.end === 'lost' && !this.#isHalted(key)) {
        this.#set(key, {status: 'lost'});
        attempt = (this.#find(key)?.sent ?? 0) > before ? 0 : attempt + 1;
        await this.#pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
      }
    }
    return undefined;
  }

  /** @param {number} ms */
  #pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  /** @param {number} key @returns {Promise<Sending|null>}  null when it cannot be sent */
  async #prepare(key) {
    const {file} = /** @type {Transfer} */ (this.#find(key));
    const ready = isHeic(file) ? await asJpeg(file) : file;
    if (!ready) this.#set(key, {status: 'refused', words: words.refused.heic, hopeless: true});
    else this.#set(key, {file: ready});
    return ready && new Sending(ready, this.#session, (sent) => this.#progress(key, sent));
  }

  /** @param {number} key @param {number} sent */
  #progress(key, sent) {
    const {status, file} = this.#find(key) ?? {};
    if (status !== 'sending' && status !== 'checking') return;
    this.#set(key, {sent, status: sent === file?.size ? 'checking' : 'sending'});
  }

  /** @param {number} key @param {string} url */
  async #arrived(key, url) {
    this.#begun.delete(key);
    const {file, place} = this.#find(key) ?? {};
    if (!file || !place) return; // taken away while the server said that it is there
    this.#set(key, {sent: file.size, status: 'checking'});
    const {results: [{ok, reason}], ids} = await addAndName(this.#to, [{url}], place);
    if (!ok) return this.#set(key, {status: 'refused', words: reason});
    const where = placeText(ids.length > 0 ? aheadOf(this.#to.latest()?.state ?? null, ids[0]) : null);
    this.#set(key, {status: 'added', words: where || words.added});
    if (this.shown === 0) this.#toast(sentences(text.addedTitle(file.name), where));
  }

  /** @param {number} key @param {Why} why */
  #refused(key, why) {
    const said = why === 'tooLarge' ? words.refused.tooLarge(sizeText(this.#maxBytes)) : words.refused[why];
    this.#begun.delete(key);
    this.#set(key, {status: 'refused', words: said, hopeless: HOPELESS.includes(why)});
    if (this.shown === 0) this.#toast(`${this.#find(key)?.file.name}: ${said}`);
  }

  /** @param {string} said */
  #toast(said) {
    this.#to.app.dispatchEvent(new CustomEvent('toast', {detail: {text: said}}));
  }
}

/** One for each page. @type {WeakMap<EventTarget, Uploads>} */
const made = new WeakMap();

/** @param {Listener} to @param {string} session @param {number} maxBytes */
export function uploadsOf(to, session, maxBytes) {
  const uploads = made.get(to.app) ?? new Uploads(to, session, maxBytes);
  made.set(to.app, uploads);
  return uploads;
}
