// Files of this phone: chosen or photographed, looked at, sent, and added when they have arrived. What is on its way goes
// on when the sheet is closed.

import {LitElement, html, nothing, repeat} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {upload as words} from '../../shared/strings/upload.js';
import {ACCEPT, problemOf, sizeText} from '../uploads/chosen.js';
import {clamp, iconButton} from '../styles.js';
import {UploadMemory} from '../uploads/upload-memory.js';
import {uploadsOf} from '../uploads/uploads.js';
import {placeButtons, placeStyles} from './places.js';
import {rowWords} from './row-styles.js';
import {fileFace, transferRow, transferStyles} from './transfer-row.js';
import {panelStyles} from './upload-panel-styles.js';

/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {Kept} from '../uploads/upload-memory.js' */
/** @import {Transfer, Uploads} from '../uploads/uploads.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class UploadPanel extends LitElement {
  static properties = {context: {attribute: false}, chosen: {state: true}, transfers: {state: true}, unfinished: {state: true}, spoken: {state: true}};

  static styles = [base, buttons, clamp, iconButton, rowWords, transferStyles, placeStyles, panelStyles];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** Not sent yet. @type {readonly File[]} */
    this.chosen = [];
    /** @type {readonly Transfer[]} */
    this.transfers = [];
    /** Begun before the page was loaded. @type {readonly Kept[]} */
    this.unfinished = [];
    /** What happened last, for screen readers. */
    this.spoken = '';
    /** @type {Uploads|undefined} */
    this.uploads = undefined;
    /** Addresses of pictures that are shown. @type {Map<File, string>} */
    this.pictures = new Map();
    this.take = () => this.#take();
  }

  connectedCallback() {
    super.connectedCallback();
    const {context} = this;
    if (!context) return;
    this.uploads = uploadsOf({app: context.app, latest: context.latest}, context.session, this.#maxBytes);
    this.uploads.shown += 1;
    this.uploads.addEventListener('change', this.take);
    this.unfinished = new UploadMemory().unfinished(context.session);
    this.#take();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.uploads) this.uploads.shown -= 1;
    this.uploads?.removeEventListener('change', this.take);
    for (const address of this.pictures.values()) URL.revokeObjectURL(address);
    this.pictures.clear();
  }

  get #maxBytes() {
    return this.context?.features.uploads?.maxBytes ?? 0;
  }

  render() {
    const ready = this.chosen.filter((file) => !this.#refusal(file));
    const any = this.chosen.length > 0 || this.transfers.length > 0;
    return html`
      <p class="hint">${words.hint(sizeText(this.#maxBytes))}</p>
      <input class="pick" type="file" multiple accept=${ACCEPT} aria-hidden="true" tabindex="-1" @change=${this.#chose}>
      <input class="shoot" type="file" accept="image/*" capture="environment" aria-hidden="true" tabindex="-1" @change=${this.#chose}>
      <div class="choose">
        <button class="button ${this.chosen.length > 0 ? '' : 'primary'}" @click=${() => this.#open('pick')}>${icon('image')} ${any ? words.chooseMore : words.choose}</button>
        ${hasCamera() ? html`<button class="button" @click=${() => this.#open('shoot')}>${icon('camera')} ${words.photo}</button>` : nothing}
      </div>
      ${ready.length > 0 ? this.#chosenFiles(ready) : nothing}
      ${this.transfers.length > 0 ? html`<ul class="files" aria-label=${words.transfers}>${repeat(this.transfers, ({key}) => key, (one) => this.#row(one))}</ul>` : nothing}
      ${ready.length === 0 && this.chosen.length > 0 ? this.#files() : nothing}
      ${this.#goOn.map((kept) => this.#unfinished(kept))}
      <p class="visually-hidden" role="status">${this.spoken}</p>`;
  }

  /** @param {readonly File[]} ready */
  #chosenFiles(ready) {
    return html`
      <h3 class="hint">${words.chosen(this.chosen.length)}</h3>
      ${this.#files()}
      <div class="places">
        ${placeButtons((place) => this.#send(ready, place), {primary: true})}
      </div>`;
  }

  /** What is chosen; once only what is refused is left, it stands below what is on its way. */
  #files() {
    return html`<ul class="files" aria-label=${words.chosen(this.chosen.length)}>${this.chosen.map((file) => this.#chosenFile(file))}</ul>`;
  }

  /** @param {File} file */
  #chosenFile(file) {
    const why = this.#refusal(file);
    return html`<li class=${why ? 'refused' : ''}>
      ${fileFace(file, this.#picture(file))}
      <span class="about"><span class="name two-lines" dir="auto">${file.name}</span>
        <span class="meta">${why ? html`<span class="bad">${icon('circle-alert', '1em')} ${why}</span>` : sizeText(file.size)}</span></span>
      <span class="do"><button class="icon-button" aria-label=${words.leaveOut(file.name)} title=${words.leaveOut(file.name)} @click=${() => this.#leaveOut(file)}>${icon('x')}</button></span>
    </li>`;
  }

  /** @param {Transfer} transfer */
  #row(transfer) {
    const {key, file} = transfer;
    const actions = {pause: () => this.uploads?.pause(key), resume: () => this.uploads?.resume(key), remove: () => this.uploads?.remove(key)};
    return transferRow(transfer, actions, this.#picture(file));
  }

  /** Those that nobody has chosen again. */
  get #goOn() {
    const names = new Set([...this.chosen, ...this.transfers.map(({file}) => file)].map(({name}) => name));
    return this.unfinished.filter(({metadata}) => !names.has(metadata?.filename ?? ''));
  }

  /** @param {Kept} kept */
  #unfinished({metadata, urlStorageKey}) {
    const name = metadata?.filename ?? '';
    return html`<p class="unfinished">${icon('info')}<span>${words.unfinished(name)}</span>
      <button class="icon-button" aria-label=${words.dismiss(name)} title=${words.dismiss(name)} @click=${() => this.#forget(urlStorageKey)}>${icon('x')}</button></p>`;
  }

  /** Why a file need not be sent, in words. @param {File} file */
  #refusal(file) {
    const problem = problemOf(file, this.#maxBytes);
    if (problem === 'tooLarge') return words.refused.tooLarge(sizeText(this.#maxBytes));
    return problem ? words.refused[problem] : '';
  }

  /** @param {File} file @returns {string|undefined} */
  #picture(file) {
    if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return undefined;
    if (!this.pictures.has(file)) this.pictures.set(file, URL.createObjectURL(file));
    return this.pictures.get(file);
  }

  /** @param {'pick'|'shoot'} which */
  #open(which) {
    /** @type {HTMLInputElement} */ (this.renderRoot.querySelector(`input.${which}`)).click();
  }

  /** @param {Event} event */
  #chose(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    this.chosen = [...this.chosen, ...(input.files ?? [])];
    input.value = ''; // the same file may be chosen again
  }

  /** @param {File} file */
  #leaveOut(file) {
    this.chosen = this.chosen.filter((other) => other !== file);
  }

  /** @param {readonly File[]} ready @param {Place} place */
  #send(ready, place) {
    this.chosen = this.chosen.filter((file) => !ready.includes(file));
    this.uploads?.send(ready, place);
  }

  /** @param {string} key */
  async #forget(key) {
    await new UploadMemory().removeUpload(key);
    this.unfinished = this.unfinished.filter(({urlStorageKey}) => urlStorageKey !== key);
  }

  #take() {
    const before = this.transfers;
    this.transfers = this.uploads?.transfers ?? [];
    for (const {key, file, status, words: said} of this.transfers) {
      if (status === before.find((one) => one.key === key)?.status) continue;
      if (status === 'added' || status === 'refused') this.spoken = `${file.name}: ${said}`;
      if (status === 'lost') this.spoken = words.lost;
    }
  }
}

/** Something that is held in a hand takes photos; other devices have them in files. */
const hasCamera = () => matchMedia('(pointer: coarse)').matches;

customElements.define('upload-panel', UploadPanel);
