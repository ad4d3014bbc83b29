// Icons from the vendored sprite. Decoration only: the control around it carries the words.

import {html} from '../vendor/lit.js';

const SPRITE = '/web/vendor/icons.svg';

/**
 * An icon as tall as the text around it, in the text's colour.
 * @param {string} name  a Lucide name listed in tools/vendor/icons.mjs
 * @param {string} [size]  CSS length, as a rule in em
 */
export function icon(name, size = '1.25em') {
  return html`<svg class="icon" aria-hidden="true" focusable="false" width=${size} height=${size}><use href="${SPRITE}#${name}"></use></svg>`;
}
