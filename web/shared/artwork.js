// The picture of a media, over a calm tile that shows while there is none.

import {css, html, nothing} from '../vendor/lit.js';
import {icon} from './first-icons.js';
import {hueOf, iconOf, pictureOf} from './model/artwork.js';

/** @import {Media} from './protocol.js' */

/** For a picture's `error`: one that does not load leaves what is behind it in sight. Needs a style for `img.broken`. @param {Event} event */
export const hideBroken = (event) => /** @type {HTMLElement} */ (event.target).classList.add('broken');
/** @param {Event} event */
const show = (event) => /** @type {HTMLElement} */ (event.target).classList.remove('broken');

/**
 * Decoration: the title beside it says what it is. Needs artworkStyles.
 * @param {Media} media
 * @param {{size?: string, over?: unknown}} [options]  `size` of the tile's icon; `over`: what lies on the picture
 */
export function artwork(media, {size = '1.375rem', over = nothing} = {}) {
  const picture = pictureOf(media);
  return html`<span class="art" style="--hue:${hueOf(media)}">
    ${icon(iconOf(media), size)}
    ${picture ? html`<img src=${picture} alt="" loading="lazy" decoding="async" referrerpolicy="strict-origin-when-cross-origin" draggable="false" @error=${hideBroken} @load=${show}>` : nothing}
    ${over}
  </span>`;
}

/** Pictures and their stand-ins. */
export const artworkStyles = css`
  .art {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    opacity: var(--art-shown, 1);
    border-radius: var(--radius-s);
    background: linear-gradient(145deg, oklch(var(--art-from) var(--hue)), oklch(var(--art-to) calc(var(--hue) + 50)));
    color: oklch(var(--art-ink) var(--hue));
  }
  .art > * {
    grid-area: 1 / 1;
  }
  .art img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .art img.broken {
    visibility: hidden;
  }
`;
