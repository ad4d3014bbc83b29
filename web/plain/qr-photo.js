// Reads a QR code from a photo, where a page may not use the camera: on plain http in a LAN.

import {sessionAddress} from './session-address.js';

/** Long sides, in px, at which a photo is looked at: small finds codes that fill it, large those that do not. */
const SIZES = [640, 1280];

/** @param {Blob} photo @returns {Promise<{found: boolean, address: string}>}  `address` is empty unless it leads to a session */
export async function addressIn(photo) {
  const text = await read(photo).catch(() => '');
  return {found: text !== '', address: sessionAddress(text)};
}

/** @param {Blob} photo */
async function read(photo) {
  const {default: decode} = await import('../vendor/jsqr.js');
  const bitmap = await createImageBitmap(photo);
  try {
    for (const size of SIZES) {
      const {data, width, height} = pixels(bitmap, size);
      const code = decode(data, width, height);
      if (code?.data) return code.data;
    }
    return '';
  } finally {
    bitmap.close();
  }
}

/** @param {ImageBitmap} bitmap @param {number} size */
function pixels(bitmap, size) {
  const scale = Math.min(1, size / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
