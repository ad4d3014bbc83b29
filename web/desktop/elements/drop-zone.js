// Shown while something is held over the page: let go, and it is added.

import {LitElement, css, html} from '../../vendor/lit.js';
import {base} from '../../shared/element-styles.js';
import {icon} from '../../shared/icons.js';
import {adding} from '../../shared/strings/adding.js';

export class DropZone extends LitElement {
  static styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding: 5cqh 5cqw;
        background: rgb(6 7 9 / 90%);
        color: #f4f2ee;
        pointer-events: none;
      }
      div {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5em;
        width: 100%;
        height: 100%;
        padding: 1em;
        border: max(3px, 0.12em) dashed currentColor;
        border-radius: var(--radius-l);
        font-size: var(--tv-large);
        font-weight: 650;
        text-align: center;
        text-wrap: balance;
      }
    `,
  ];

  render() {
    return html`<div>${icon('list-plus', '2em')}<p>${adding.dropHere}</p></div>`;
  }
}

customElements.define('drop-zone', DropZone);
