// A list to take along: as a file in each format, handed to another app where the phone can, else saved.

import {css, html} from '../../vendor/lit.js';
import {text} from '../list-strings.js';
import {FORMATS} from '../../shared/adding/lists.js';

/**
 * Needs listFileStyles and buttons.
 * @param {(format: string) => string} address
 * @param {string} of  what the list is called
 */
export function listFiles(address, of) {
  return html`<div class="files" role="group" aria-label=${text.asFile(of)}>
    ${FORMATS.map(([format, name]) => html`<a class="button" href=${address(format)} download aria-label=${text.asFormat(of, name)} @click=${share}>${name}</a>`)}
  </div>`;
}

/**
 * Hands the file to the phone's own sheet, in secure pages of browsers that can; in all others the link saves it.
 * @param {MouseEvent} event
 */
async function share(event) {
  const link = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  if (!navigator.canShare?.({files: [new File([], 'list.txt', {type: 'text/plain'})]})) return;
  event.preventDefault();
  try {
    const response = await fetch(link.href);
    const name = decodeURIComponent(new URL(link.href).pathname.split('/').at(-1) ?? 'list');
    const file = new File([await response.blob()], name, {type: 'text/plain'}); // a type that every phone takes
    await navigator.share({files: [file]});
  } catch (error) {
    if (/** @type {Error} */ (error).name !== 'AbortError') location.assign(link.href);
  }
}

export const listFileStyles = css`
  .files {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(3.25rem, 1fr));
    gap: var(--s1);
  }
  .files .button {
    padding-inline: 0;
    font-size: 0.875rem;
  }
`;
