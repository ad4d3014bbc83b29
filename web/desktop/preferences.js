// What this browser remembers of how its screen is set up. Storage may be blocked: then it lasts as long as the page.

const CODE_KEY = 'remoted.screen.code';

/** Whether the small QR code stays on the screen. */
export function keepsCode() {
  try {
    return localStorage.getItem(CODE_KEY) === 'on';
  } catch {
    return false;
  }
}

/** @param {boolean} on */
export function keepCode(on) {
  try {
    if (on) localStorage.setItem(CODE_KEY, 'on');
    else localStorage.removeItem(CODE_KEY);
  } catch {
    // it holds for this page all the same
  }
}
