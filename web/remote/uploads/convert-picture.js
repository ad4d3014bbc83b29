// HEIC pictures as JPEG, where the phone can read them: Safari can, and hardly another browser shows them.

/** Longer sides are made smaller: a 4K screen shows no more. */
const MAX_SIDE = 4096;

const QUALITY = 0.9;

/**
 * The same picture as JPEG, upright; null when this browser cannot read it.
 * @param {File} file
 * @returns {Promise<File|null>}
 */
export async function asJpeg(file) {
  const blob = await draw(file).catch(() => null);
  return blob && new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', {type: 'image/jpeg', lastModified: file.lastModified});
}

/** @param {File} file @returns {Promise<Blob|null>} */
async function draw(file) {
  const bitmap = await createImageBitmap(file, {imageOrientation: 'from-image'});
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
