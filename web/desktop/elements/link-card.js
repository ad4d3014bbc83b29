// What a link leads to, before it is added: picture, title and length, or why it cannot be played.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {artwork, artworkStyles} from '../../shared/artwork.js';
import {base, busy, clamp} from '../../shared/element-styles.js';
import {formatTime, isList, mediaTitle} from '../../shared/format.js';
import {icon} from '../../shared/icons.js';
import {Search} from '../../shared/model/search.js';
import {PREVIEW_PAUSE_MS, fetchPreview} from '../../shared/adding/preview.js';
import {adding} from '../../shared/strings/adding.js';
import {desktop} from '../../shared/strings/desktop.js';
import {sourceName} from '../source-name.js';
import {faceStyles} from './list-styles.js';

/** @import {List, Preview} from '../../shared/adding/preview.js' */

/** Tells by `whole-list` that the whole list is wanted, with its address, or that it is not, with none. */
export class LinkCard extends LitElement {
  static properties = {session: {}, link: {}, whole: {type: Boolean}};

  static styles = [base, busy, clamp, artworkStyles, faceStyles, css`
    :host {
      display: block;
      padding: 0.5em;
      border-radius: var(--radius);
      background: var(--bg);
    }
    .what {
      display: flex;
      align-items: center;
      gap: 0.8em;
      min-height: 3.3em;
    }
    .art {
      width: 5.8em;
    }
    .about {
      flex: 1;
    }
    .title,
    .meta {
      white-space: normal;
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
      gap: 0.6em;
      min-height: max(40px, 2.3em);
      font-weight: 550;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 1.4em;
      height: 1.4em;
      margin: 0;
      accent-color: var(--text);
    }
  `];

  constructor() {
    super();
    this.session = '';
    this.link = '';
    /** The whole list is to be added. */
    this.whole = false;
    /** @type {Search<Preview|null>} */
    this.look = new Search(PREVIEW_PAUSE_MS, (link, signal) => fetchPreview(this.session, link, signal), () => this.requestUpdate());
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
      ${preview?.list && !isList(preview.media) && preview.list.url !== this.link ? this.#list(preview.list) : nothing}`;
  }

  #meta() {
    const {found, status} = this.look;
    if (status === 'looking') return html`<span class="meta">${adding.looking}</span>`;
    if (!found) return html`<span class="meta">${adding.notLooked}</span>`;
    const {media, playable, reason, list} = found;
    if (!playable) return html`<span class="meta not">${icon('circle-alert', '1.1em')} ${reason ? adding.cannotPlayFor(reason) : adding.cannotPlay}</span>`;
    return html`<span class="meta">${[isList(media) && list?.count ? desktop.list.summary(list.count) : '', media.duration ? formatTime(media.duration) : '', sourceName(media)].filter(Boolean).join(' · ')}</span>`;
  }

  /** @param {List} list */
  #list({url, title, count}) {
    return html`<label><input type="checkbox" .checked=${this.whole} @change=${(/** @type {Event} */ {target}) => this.#choose(/** @type {HTMLInputElement} */ (target).checked ? url : '')}>
      <span>${title ? adding.wholeListCalled(title) : adding.wholeList}${count ? html` <span class="meta">${desktop.list.summary(count)}</span>` : nothing}</span></label>`;
  }

  /** @param {string} list */
  #choose(list) {
    this.dispatchEvent(new CustomEvent('whole-list', {detail: list}));
  }
}

customElements.define('link-card', LinkCard);
