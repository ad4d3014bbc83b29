// What a link leads to, before it is added: picture, title and length, or why it cannot be played.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {formatTime, isList, mediaTitle} from '../../shared/format.js';
import {icon} from '../../shared/icons.js';
import {artwork, artworkStyles} from '../../shared/artwork.js';
import {PREVIEW_PAUSE_MS, fetchPreview} from '../../shared/adding/preview.js';
import {text} from '../more-strings.js';
import {sourceText} from '../strings.js';
import {clamp} from '../styles.js';

/** @import {List, Preview} from '../../shared/adding/preview.js' */

/** Tells by `whole-list` that the whole list is wanted, with its address, or that it is not, with none. */
export class LinkPreview extends LitElement {
  static properties = {session: {}, link: {}, whole: {type: Boolean}, preview: {state: true}, looking: {state: true}};

  static styles = [base, clamp, artworkStyles, css`
    :host {
      display: block;
      padding: var(--s3);
      border-radius: var(--radius);
      background: var(--bg);
    }
    .what {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-height: 3.5rem;
    }
    .art {
      width: 6rem;
    }
    .about {
      flex: 1;
      min-width: 0;
      display: grid;
      gap: 2px;
    }
    .title {
      font-weight: 600;
      line-height: 1.25;
    }
    .meta {
      color: var(--text-dim);
      font-size: 0.9375rem;
      line-height: 1.35;
    }
    .count {
      display: block;
      font-weight: 400;
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
      gap: var(--s3);
      min-height: var(--target);
      margin-top: var(--s2);
      font-weight: 550;
      overflow-wrap: anywhere;
    }
    input {
      flex: none;
      width: 1.5rem;
      height: 1.5rem;
      margin: 0;
      accent-color: var(--text);
    }
    .looking .art {
      animation: breathe 900ms ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
    @media (max-width: 19rem) {
      .art {
        display: none;
      }
    }
  `];

  constructor() {
    super();
    this.session = '';
    this.link = '';
    /** The whole list is to be added. */
    this.whole = false;
    /** @type {Preview|null} */
    this.preview = null;
    this.looking = true;
    this.loading = new AbortController();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.pause = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('link')) return;
    this.#stop();
    this.preview = null;
    this.looking = true;
    const {link} = this;
    this.pause = setTimeout(() => this.#look(link), changes.get('link') ? PREVIEW_PAUSE_MS : 0);
  }

  render() {
    const {preview, looking} = this;
    const media = preview?.media ?? {provider: 'file', ref: this.link, url: this.link, title: ''};
    return html`<div class="what ${looking ? 'looking' : ''}" role="status">
        ${artwork(media)}
        <div class="about"><span class="title two-lines" dir="auto">${mediaTitle(media)}</span>${this.#meta()}</div>
      </div>
      ${preview?.list && !isList(preview.media) ? this.#list(preview.list) : nothing}`;
  }

  #meta() {
    const {preview, looking} = this;
    if (looking) return html`<span class="meta">${text.looking}</span>`;
    if (!preview) return html`<span class="meta">${text.notLooked}</span>`;
    const {media, playable, reason, list} = preview;
    if (!playable) return html`<span class="meta not">${icon('circle-alert', '1.1em')} ${reason ? text.cannotPlayFor(reason) : text.cannotPlay}</span>`;
    return html`<span class="meta">${[isList(media) && list?.count ? text.items(list.count) : '', media.duration ? formatTime(media.duration) : '', sourceText(media)].filter(Boolean).join(' · ')}</span>`;
  }

  /** @param {List} list */
  #list({url, title, count}) {
    if (url === this.link) return nothing; // the link is the list: all of it comes anyway
    return html`<label><input type="checkbox" .checked=${this.whole} @change=${(/** @type {Event} */ {target}) => this.#choose(/** @type {HTMLInputElement} */ (target).checked ? url : '')}>
      <span>${title ? text.wholeListCalled(title) : text.wholeList}${count ? html`<span class="meta count">${text.items(count)}</span>` : nothing}</span></label>`;
  }

  /** @param {string} list */
  #choose(list) {
    this.dispatchEvent(new CustomEvent('whole-list', {detail: list}));
  }

  #stop() {
    clearTimeout(this.pause);
    this.loading.abort();
  }

  /** @param {string} link */
  async #look(link) {
    this.loading = new AbortController();
    const {signal} = this.loading;
    const preview = await fetchPreview(this.session, link, signal).catch(() => null);
    if (signal.aborted) return;
    this.preview = preview;
    this.looking = false;
  }
}

customElements.define('link-preview', LinkPreview);
