// Whole lists: those that the server keeps, one from a file, and this one to keep or to take along.

import {LitElement, css, html, nothing} from '../../vendor/lit.js';
import {base, buttons} from '../../shared/element-styles.js';
import {text} from '../list-strings.js';
import {fileOfSession} from '../../shared/adding/lists.js';
import './file-panel.js';
import {listFileStyles, listFiles} from './list-files.js';
import './save-list.js';
import './saved-lists.js';

/** @import {SavedLists} from './saved-lists.js' */
/** @import {SheetContext} from './sheet-page.js' */

export class ListsPanel extends LitElement {
  static properties = {context: {attribute: false}};

  static styles = [base, buttons, listFileStyles, css`
    :host {
      display: grid;
      gap: var(--s5);
    }
    section {
      display: grid;
      gap: var(--s2);
    }
    h3 {
      font-weight: 650;
    }
    p {
      color: var(--text-dim);
      font-size: var(--t-small);
      line-height: 1.4;
    }
  `];

  constructor() {
    super();
    /** @type {SheetContext|undefined} */
    this.context = undefined;
  }

  render() {
    const {context} = this;
    if (!context) return nothing;
    const holds = (context.snapshot.state?.items.length ?? 0) > 0;
    return html`
      ${context.features.lists ? html`<section @list-saved=${this.#again}>
        <h3>${text.savedLists}</h3>
        <saved-lists .context=${context}></saved-lists>
        ${holds ? html`<save-list .context=${context}></save-list>` : nothing}
      </section>` : nothing}
      <section>
        <h3>${text.fromFile}</h3>
        <p>${text.fromFileHint}</p>
        <file-panel .context=${context}></file-panel>
      </section>
      ${holds ? html`<section>
        <h3>${text.takeAlong}</h3>
        <p>${text.takeAlongHint}</p>
        ${listFiles((format) => fileOfSession(context.session, format), text.thisList)}
      </section>` : nothing}`;
  }

  #again() {
    /** @type {SavedLists|null} */ (this.renderRoot.querySelector('saved-lists'))?.load();
  }
}

customElements.define('lists-panel', ListsPanel);
