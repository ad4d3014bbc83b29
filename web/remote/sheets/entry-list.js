// A list of things to add, which says of each what became of it and takes it back again: for the library, what was
// found, and what was played.

import {LitElement, html, repeat} from '../../vendor/lit.js';
import {artworkStyles} from '../../shared/artwork.js';
import {base, buttons} from '../../shared/element-styles.js';
import {Outcomes} from '../../shared/adding/outcomes.js';
import {text} from '../more-strings.js';
import {placeText, refusalText} from '../strings.js';
import {busy, clamp, iconButton} from '../styles.js';
import {entryRow, entryStyles} from './entry-row.js';
import {rowFace, rowWords} from './row-styles.js';

/** @import {Place} from '../../shared/adding/adding.js' */
/** @import {Entry} from './entry-row.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class EntryList extends LitElement {
  static properties = {
    entries: {attribute: false}, context: {attribute: false}, label: {}, open: {state: true},
  };

  static styles = [base, buttons, busy, clamp, iconButton, artworkStyles, rowWords, rowFace, entryStyles];

  constructor() {
    super();
    /** @type {readonly Entry[]} */
    this.entries = [];
    /** @type {SheetContext|undefined} */
    this.context = undefined;
    this.label = '';
    this.outcomes = new Outcomes({...text, place: placeText, refusal: refusalText}, () => this.requestUpdate());
    /** Key of the row that shows all ways to add. */
    this.open = '';
  }

  render() {
    return html`<p class="visually-hidden" role="status">${this.outcomes.spoken}</p>
      <ul aria-label=${this.label}>${repeat(this.entries, ({key}) => key, (entry) => this.#row(entry))}</ul>`;
  }

  /** @param {Entry} entry */
  #row(entry) {
    return entryRow(entry, this.outcomes.of(entry.key), this.open === entry.key, {
      add: (place) => this.#add(entry, place),
      takeBack: () => this.#takeBack(entry),
      toggle: () => (this.open = this.open === entry.key ? '' : entry.key),
    });
  }

  /** @param {Entry} entry @param {Place} place */
  #add(entry, place) {
    if (this.open === entry.key) this.#focusRow(entry);
    this.open = '';
    if (this.context) this.outcomes.add(this.context, entry, place);
  }

  /** The button that was tapped goes with the others; the focus goes to the row's own. @param {Entry} entry */
  #focusRow({key}) {
    const at = this.entries.findIndex((entry) => entry.key === key);
    /** @type {HTMLElement|undefined} */ (this.renderRoot.querySelectorAll('.plus')[at])?.focus({preventScroll: true});
  }

  /** @param {Entry} entry */
  #takeBack(entry) {
    if (this.context) this.outcomes.takeBack(this.context, entry);
  }
}

customElements.define('entry-list', EntryList);
