// Icons, drawn in the text's colour. Decoration only: the control around it carries the words.

import {html} from '../vendor/lit.js';
import {icons} from '../vendor/icons.js';

/** @import {IconName} from '../vendor/icons.js' */

/**
 * An icon by its Lucide name (tools/vendor/icons.mjs lists them). For a filled one, style `.icon {fill: currentColor}`.
 * @param {string} name
 * @param {string} [size]  CSS length, as a rule in em
 */
export function icon(name, size = '1.25em') {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${icons[/** @type {IconName} */ (name)]}
  </svg>`;
}
