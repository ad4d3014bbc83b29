// Whole lists: from a file of this phone.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {text} from '../more-strings.js';
import './file-panel.js';

/** @import {SheetContext} from './sheet-page.js' */

export class ListsPanel extends LitElement {
  static properties = {context: {attribute: false}};

  static styles = [base, css`
    :host {
      display: grid;
      gap: var(--s3);
    }
    p {
      color: var(--text-dim);
      line-height: 1.4;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
  }

  render() {
    return html`<p>${text.listsHint}</p><file-panel .context=${this.context}></file-panel>`;
  }
}

customElements.define('lists-panel', ListsPanel);
