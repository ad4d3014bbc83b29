// Reads a QR code as a phone's camera does: from the picture on the screen.

import jsQR from 'jsqr';
import {PNG} from 'pngjs';

/** @import {Locator} from '@playwright/test' */

/** jsqr is CommonJS: what its types call the default is a property of what Node imports. */
const decode = /** @type {typeof jsQR} */ (/** @type {any} */ (jsQR).default ?? jsQR);

/**
 * @param {Locator} picture
 * @returns {Promise<string|null>}  what it says; null if it cannot be read
 */
export async function scan(picture) {
  const {data, width, height} = PNG.sync.read(await picture.screenshot());
  return decode(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
