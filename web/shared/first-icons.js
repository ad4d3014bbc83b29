// Icons, drawn in the text's colour. Decoration only: the control around it carries the words.
//
// Here are those that the remote shows from the start; everything else takes icons.js, which has them all.

import {html} from '../vendor/lit.js';
import {icons} from '../vendor/icons.js';

/** @import {FirstIcon} from '../vendor/icons.js' */

/**
 * A drawing as an icon. For a filled one, style `.icon {fill: currentColor}`.
 * @param {unknown} shapes  what is inside of the <svg>
 * @param {string} [size]  CSS length, as a rule in em
 */
export function draw(shapes, size = '1.25em') {
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
    ${shapes}
  </svg>`;
}

/**
 * An icon by its Lucide name (tools/vendor/icons.mjs lists them, those of the start first).
 * @param {FirstIcon} name
 * @param {string} [size]
 */
export const icon = (name, size) => draw(icons[name], size);
