// The transport's solid shapes. The sprite's icons are outlines; what a thumb aims at reads better filled.

import {html} from '../vendor/lit.js';

const PATHS = {
  play: 'M8 5.14v13.72a1 1 0 0 0 1.52.85l11.1-6.86a1 1 0 0 0 0-1.7L9.52 4.29A1 1 0 0 0 8 5.14Z',
  pause: 'M7 4.5h2.6a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1Zm7.4 0H17a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-2.6a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1Z',
  next: 'M5 5.8v12.4a1 1 0 0 0 1.54.84L16 12.98V18a1.25 1.25 0 0 0 2.5 0V6A1.25 1.25 0 0 0 16 6v5.02L6.54 4.96A1 1 0 0 0 5 5.8Z',
  previous: 'M19 5.8v12.4a1 1 0 0 1-1.54.84L8 12.98V18a1.25 1.25 0 0 1-2.5 0V6A1.25 1.25 0 0 1 8 6v5.02l9.46-6.06A1 1 0 0 1 19 5.8Z',
};

/**
 * @param {keyof typeof PATHS} name
 * @param {string} size  CSS length
 */
export function glyph(name, size) {
  return html`<svg aria-hidden="true" focusable="false" viewBox="0 0 24 24" width=${size} height=${size} fill="currentColor"><path d=${PATHS[name]}></path></svg>`;
}
