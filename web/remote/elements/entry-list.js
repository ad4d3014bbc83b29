// A list of things to add, which says of each what became of it and takes it back again: for the library, what was
// found, and what was played.

import {LitElement, html, repeat} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {aheadOf} from '../../shared/model/order.js';
import {addAndName, takeBack} from '../add.js';
import {text} from '../more-strings.js';
import {placeText} from '../strings.js';
import {artworkStyles, busy, clamp, iconButton} from '../styles.js';
import {entryRow, entryStyles} from './entry-row.js';

/** @import {Place} from '../add.js' */
/** @import {Entry, Outcome} from './entry-row.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class EntryList extends LitElement {
  static properties = {
    entries: {attribute: false}, context: {attribute: false}, label: {}, outcomes: {state: true}, open: {state: true}, spoken: {state: true},
  };

  static styles = [base, buttons, busy, clamp, iconButton, artworkStyles, entryStyles];

  constructor() {
    super();
    /** @type {readonly Entry[]} */
    this.entries = [];
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.label = '';
    /** By key. @type {ReadonlyMap<string, Outcome>} */
    this.outcomes = new Map();
    /** Key of the row that shows all ways to add. */
    this.open = '';
    this.spoken = '';
  }

  render() {
    return html`<p class="visually-hidden" role="status">${this.spoken}</p>
      <ul aria-label=${this.label}>${repeat(this.entries, ({key}) => key, (entry) => this.#row(entry))}</ul>`;
  }

  /** @param {Entry} entry */
  #row(entry) {
    return entryRow(entry, this.outcomes.get(entry.key), this.open === entry.key, {
      add: (place) => this.#add(entry, place),
      takeBack: () => this.#takeBack(entry),
      toggle: () => (this.open = this.open === entry.key ? '' : entry.key),
    });
  }

  /** @param {Entry} entry @param {Place} place */
  async #add({key, title, item}, place) {
    const {context} = this;
    if (!context || this.outcomes.get(key)?.status === 'sending') return;
    this.open = '';
    this.#note(key, {status: 'sending', words: '', ids: []}, context.snapshot.status === 'online' ? '' : text.kept);
    const {results: [{ok, reason}], ids} = await addAndName(context, [item], place);
    if (!ok) return this.#note(key, {status: 'refused', words: reason, ids: []}, reason);
    const where = placeText(ids.length > 0 ? aheadOf(context.latest().state, ids[0]) : null); // nothing where it is not known
    this.#note(key, {status: 'added', words: where || text.added(1), ids}, `${text.addedTitle(title)}. ${where}`);
  }

  /** Removes what the tap added, and nothing that came since. @param {Entry} entry */
  async #takeBack({key}) {
    const {ids = []} = this.outcomes.get(key) ?? {};
    if (this.context) await takeBack(this.context, ids);
    const rest = new Map(this.outcomes);
    rest.delete(key);
    this.outcomes = rest;
    this.spoken = text.undone;
  }

  /** @param {string} key @param {Outcome} outcome @param {string} spoken */
  #note(key, outcome, spoken) {
    this.outcomes = new Map(this.outcomes).set(key, outcome);
    this.spoken = spoken;
  }
}

customElements.define('entry-list', EntryList);
