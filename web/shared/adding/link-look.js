// What a link leads to, before it is added: picture, title and length, or why it cannot be played. Each page has an element
// of its own for it, with its sizes and its words.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {artwork} from '../artwork.js';
import {formatTime, isList, mediaTitle} from '../format.js';
import {icon} from '../icons.js';
import {Search} from '../model/search.js';
import {said} from '../said.js';
import {adding} from '../strings/adding.js';
import {PREVIEW_PAUSE_MS, fetchPreview} from './preview.js';

/** @import {Media} from '../protocol.js' */
/** @import {List, Preview} from './preview.js' */

/** Tells by `whole-list` that the whole list is wanted, with its address, or that it is not, with none. Needs linkStyles, artworkStyles, busy and clamp. */
export class LinkLook extends LitElement {
  static properties = {session: {}, link: {}, whole: {type: Boolean}};

  constructor() {
    super();
    this.session = '';
    this.link = '';
    /** The whole list is to be added. */
    this.whole = false;
    /** @type {Search<Preview|null>} */
    this.look = new Search(PREVIEW_PAUSE_MS, (link, signal) => fetchPreview(this.session, link, signal), () => this.requestUpdate());
  }

  /** How many items, in words. @param {number} _count @returns {string} */
  counted(_count) {
    throw new Error('each page has words of its own');
  }

  /** Where it is played from, in words. @param {Media} _media @returns {string} */
  source(_media) {
    throw new Error('each page has words of its own');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.look.stop();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('link')) return;
    this.look.found = undefined; // it is of another link
    this.look.look(this.link, changes.get('link') ? PREVIEW_PAUSE_MS : 0);
  }

  render() {
    const preview = this.look.found;
    const media = preview?.media ?? {provider: 'file', ref: this.link, url: this.link, title: ''};
    return html`<div class="what" role="status" aria-busy=${this.look.status === 'looking'}>
        ${artwork(media, {size: '1.3em'})}
        <div class="about"><span class="title two-lines" dir="auto">${mediaTitle(media)}</span>${this.#meta()}</div>
      </div>
      ${preview?.list && !isList(preview.media) ? this.#list(preview.list) : nothing}`;
  }

  #meta() {
    const {found, status} = this.look;
    if (status === 'looking') return html`<span class="meta">${adding.looking}</span>`;
    if (!found) return html`<span class="meta">${adding.notLooked}</span>`;
    const {media, playable, reason, list} = found;
    if (!playable) return html`<span class="meta not">${icon('circle-alert', '1.1em')} ${reason ? said(reason, adding.cannotPlayFor) : adding.cannotPlay}</span>`;
    const count = isList(media) && list?.count ? this.counted(list.count) : '';
    return html`<span class="meta">${[count, media.duration ? formatTime(media.duration) : '', this.source(media)].filter(Boolean).join(' · ')}</span>`;
  }

  /** @param {List} list */
  #list({url, title, count}) {
    if (url === this.link) return nothing; // the link is the list: all of it comes anyway
    const choose = (/** @type {Event} */ {target}) => this.#choose(/** @type {HTMLInputElement} */ (target).checked ? url : '');
    return html`<label><input type="checkbox" .checked=${this.whole} @change=${choose}>
      <span>${title ? adding.wholeListCalled(title) : adding.wholeList} ${count ? html`<span class="meta count">${this.counted(count)}</span>` : nothing}</span></label>`;
  }

  /** @param {string} list */
  #choose(list) {
    this.dispatchEvent(new CustomEvent('whole-list', {detail: list}));
  }
}

/** Lengths hang on `--gap`, the picture on `--art`. */
export const linkStyles = css`
  :host {
    display: block;
    border-radius: var(--radius);
    background: var(--bg);
  }
  .what {
    display: flex;
    align-items: center;
    gap: var(--gap);
  }
  .art {
    width: var(--art);
  }
  .about {
    flex: 1;
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .not {
    color: var(--danger);
  }
  .not .icon {
    display: inline-block;
    vertical-align: -0.2em;
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--gap);
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  input {
    flex: none;
    margin: 0;
    accent-color: var(--text);
  }
`;
