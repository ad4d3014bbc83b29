// Copying, also where the page is plain http and the Clipboard API is missing.

/**
 * @param {string} value
 * @param {DocumentFragment|HTMLElement} within  inside the open dialog, where a field may take the focus
 * @returns {Promise<boolean>} whether it worked
 */
export async function copyText(value, within) {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return copyByField(value, within);
  }
}

/** @param {string} value @param {DocumentFragment|HTMLElement} within */
function copyByField(value, within) {
  const before = /** @type {HTMLElement|null} */ (/** @type {ShadowRoot} */ (within).activeElement ?? document.activeElement);
  const field = document.createElement('textarea');
  field.value = value;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;top:0;opacity:0;font-size:16px';
  (within.querySelector('bottom-sheet') ?? within).append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    before?.focus();
  }
}
