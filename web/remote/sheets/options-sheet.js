// What one sets once an evening: speed and captions at once, and rows that lead to everything else.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {command} from '../../shared/ask.js';
import {captionNames, pickCaptions} from '../../shared/model/captions.js';
import {captions as captionWords} from '../../shared/strings/captions.js';
import {captionsOffered} from '../model/captions.js';
import {waitingFor} from '../model/pending.js';
import {canDo} from '../model/timeline.js';
import {text} from '../more-strings.js';
import {busy, clamp} from '../styles.js';
import './bottom-sheet.js';
import {OPTIONS} from './options-rows.js';
import {offeredPages} from './sheet-page.js';

/** @import {Captions} from '../../shared/model/captions.js' */
/** @import {State} from '../../shared/protocol.js' */
/** @import {SheetContext, SheetPage} from './sheet-page.js' */

/** Speeds on offer: those that people use for talks and lessons. */
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2];

export class OptionsSheet extends LitElement {
  static properties = {context: {attribute: false}, page: {state: true}};

  static styles = [base, busy, clamp, css`
    fieldset {
      min-width: 0;
      margin: 0 0 var(--s5);
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--s2);
      font-weight: 650;
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--s2);
    }
    /* Six speeds: in one row, in two or, with large text, in three; never five and one. */
    @media (min-width: 34rem) {
      .choices {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
    }
    @media (max-width: 17rem) {
      .choices {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    /* Names of languages are of any length: none is broken. */
    [name='captions'] .choices {
      display: flex;
      flex-wrap: wrap;
    }
    [name='captions'] label {
      flex: 1 0 auto;
      min-width: 5.5rem;
      max-width: 100%;
      padding-inline: var(--s3);
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      min-height: var(--target);
      padding: var(--s2) var(--s1);
      border-radius: var(--radius);
      background: var(--surface-raised);
      font-weight: 550;
      text-align: center;
      cursor: pointer;
      overflow-wrap: anywhere;
    }
    label:has(:checked) {
      background: var(--text);
      color: var(--text-inverse);
      font-weight: 700;
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--focus);
      outline-offset: 3px;
    }
    label:has(:disabled) {
      color: var(--control);
      background: var(--surface-raised);
      cursor: default;
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: inherit;
    }
    .row {
      display: flex;
      align-items: center;
      gap: var(--s3);
      width: 100%;
      min-height: 3.5rem;
      padding: 0;
      border: 0;
      border-top: 1px solid var(--line);
      background: none;
      text-align: start;
    }
    .row .icon {
      flex: none;
      color: var(--text-dim);
    }
    .set {
      flex: 1;
      min-width: 0;
      display: flex;
      flex-wrap: wrap; /* no room beside it: how it is set stands below */
      justify-content: space-between;
      column-gap: var(--s3);
    }
    .name {
      font-weight: 550;
    }
    .value {
      max-width: 100%;
      color: var(--text-dim);
    }
    .why {
      padding-top: var(--s2);
      color: var(--text-dim);
      font-size: 0.9375rem;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    /** Name of the row that is open. */
    this.page = '';
  }

  render() {
    const {context} = this;
    if (!context?.snapshot.state) return undefined;
    const page = OPTIONS.find(({name}) => name === this.page);
    return html`<bottom-sheet .heading=${page ? page.label() : text.options} .back=${Boolean(page)} @sheet-back=${() => (this.page = '')}>
      ${page ? html`<sheet-page .page=${page} .context=${context}></sheet-page>` : this.#all(context, context.snapshot.state)}
    </bottom-sheet>`;
  }

  /** @param {SheetContext} context @param {State} state */
  #all(context, state) {
    const {snapshot} = context;
    const {commands} = waitingFor(snapshot.pending);
    const rates = RATES.map((rate) => ({value: rate, label: rate === 1 ? text.normal : `${rate}×`}));
    const offered = captionsOffered(snapshot);
    const languages = [{value: /** @type {string|null} */ (null), label: captionWords.off}, ...languageChoices(offered ?? likely(state.captions))];
    const shown = offered ? pickCaptions(state.captions, offered.map(({language}) => language)) : state.captions;
    return html`
      ${choices('rate', text.speed, rates, state.playback.rate, canDo(snapshot, 'rate'), commands.has('rate'), text.noRate, (rate) => command(this, 'rate', {rate}))}
      ${choices('captions', captionWords.heading, languages, shown, canDo(snapshot, 'captions'), commands.has('captions'), captionWords.none, (language) => command(this, 'captions', {language}))}
      ${offeredPages(OPTIONS, context).map((row) => this.#row(row, context))}`;
  }

  /** @param {SheetPage} row @param {SheetContext} context */
  #row({name, icon: symbol, label, value}, context) {
    return html`<button class="row" @click=${() => (this.page = name)}>${icon(symbol)}<span class="set"><span class="name">${label()}</span><span class="value one-line" dir="auto">${value?.(context) ?? ''}</span></span>${icon('chevron-right')}</button>`;
  }
}

/**
 * A row of choices, with the reason where the screen cannot follow.
 * @template T
 * @param {string} name
 * @param {string} legend
 * @param {{value: T, label: string}[]} options
 * @param {T} chosen
 * @param {boolean} enabled
 * @param {boolean} waiting
 * @param {string} why
 * @param {(value: T) => void} choose
 */
function choices(name, legend, options, chosen, enabled, waiting, why, choose) {
  return html`<fieldset name=${name} ?disabled=${!enabled} aria-busy=${waiting}>
    <legend>${legend}</legend>
    <div class="choices">${options.map(({value, label}) => html`
      <label><input type="radio" name=${name} .checked=${value === chosen} @change=${() => choose(value)}>${label}</label>`)}
    </div>
    ${enabled ? '' : html`<p class="why">${why}</p>`}
  </fieldset>`;
}

/**
 * What is on offer where no screen says: the phone's own languages, English, and the one chosen already.
 * @param {string|null} chosen
 */
function likely(chosen) {
  const tags = new Set([...navigator.languages.map((tag) => tag.split('-')[0]), 'en', ...(chosen ? [chosen] : [])]);
  return [...tags].map((language) => ({language}));
}

/** @param {Captions[]} offered @returns {{value: string|null, label: string}[]} */
function languageChoices(offered) {
  return captionNames(offered, captionWords).map(({language, name}) => ({value: language, label: name}));
}

customElements.define('options-sheet', OptionsSheet);
