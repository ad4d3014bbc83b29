// The field for links, and what became of them.

import {LitElement, css, html, live, nothing} from '../../vendor/lit.js';
import {icon} from '../../shared/icons.js';
import {base, buttons} from '../../shared/element-styles.js';
import {desktop} from '../../shared/strings/desktop.js';
import {addLinks, linksIn} from '../adding.js';
import {ask} from '../ask.js';
import {refusalText} from '../refusal.js';

/** @import {State} from '../../shared/protocol.js' */

const words = desktop.list;

/** A link is recognised by its beginning. */
const SHOWN_CHARS = 60;

export class AddField extends LitElement {
  static properties = {
    state: {attribute: false},
    text: {state: true},
    busy: {state: true},
    refusals: {state: true},
    done: {state: true},
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        font-size: var(--tv-small);
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 0.5em;
      }
      input {
        min-width: 0;
        min-height: max(48px, 2.6em);
        padding: 0 0.9em;
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--bg);
        text-overflow: ellipsis;
      }
      input::placeholder {
        color: var(--text-dim);
        opacity: 1;
      }
      input:focus {
        outline: 3px solid var(--focus);
        outline-offset: 1px;
      }
      .button {
        --target: max(48px, 2.6em);
        padding-inline: 1.1em;
        border-radius: var(--radius);
      }
      .button.icon-only {
        padding: 0;
      }
      .result:not(:empty) {
        margin-top: 0.5em;
      }
      .refused {
        display: flex;
        gap: 0.5em;
        color: var(--danger);
        overflow-wrap: anywhere;
      }
      .refused .icon {
        flex: none;
        margin-top: 0.15em;
      }
      .done {
        color: var(--text-dim);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {State|null} */
    this.state = null;
    this.text = '';
    this.busy = false;
    /** Sentences. @type {string[]} */
    this.refusals = [];
    this.done = '';
  }

  /** The caret comes here. */
  take() {
    this.renderRoot.querySelector('input')?.focus();
  }

  render() {
    return html`
      <form @submit=${this.#submit}>
        <input
          type="text"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          aria-label=${words.link}
          aria-describedby="result"
          placeholder=${words.linkHint}
          .value=${live(this.text)}
          @input=${this.#typed}
        />
        <button class="button" type="submit" ?disabled=${this.busy}>${icon('plus', '1.1em')}${words.add}</button>
        <button class="button icon-only" type="button" ?disabled=${this.busy} aria-label=${words.addNext} title=${words.addNext} @click=${() => this.#add('next')}>${icon('list-start')}</button>
      </form>
      <div class="result" id="result" role="status">
        ${this.done ? html`<p class="done">${this.done}</p>` : nothing}
        ${this.refusals.map((text) => html`<p class="refused">${icon('circle-alert', '1.1em')}<span>${text}</span></p>`)}
      </div>
    `;
  }

  /** @param {Event} event */
  #typed(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    this.refusals = [];
    this.done = '';
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#add('end');
  }

  /** @param {'end'|'next'} place */
  async #add(place) {
    const links = linksIn(this.text);
    if (links.length === 0 || this.busy) return this.take();
    this.busy = true;
    const {added, refused} = await addLinks(links, place, this.state, (event, data) => ask(this, event, data, {quiet: true}));
    this.busy = false;
    this.text = refused.map(({url}) => url).join(' ');
    this.done = added > 0 ? words.added(added) : '';
    this.refusals = sentences(refused);
    this.take();
    return undefined;
  }
}

/**
 * Each reason once; with the links when there were several.
 * @param {readonly import('../adding.js').Refusal[]} refused
 */
function sentences(refused) {
  /** @type {Map<string, string[]>} */
  const reasons = new Map();
  for (const {url, error} of refused) {
    const text = refusalText(error);
    reasons.set(text, [...(reasons.get(text) ?? []), url]);
  }
  if (reasons.size <= 1) return [...reasons.keys()];
  return [...reasons].map(([text, urls]) => `${urls[0].slice(0, SHOWN_CHARS)}${urls.length > 1 ? ' …' : ''}: ${text}`);
}

customElements.define('add-field', AddField);
