// Keeps the screen on while something plays, where the browser allows it (secure pages only).

export class WakeLock {
  /** @type {WakeLockSentinel|null} */
  #lock = null;
  #wanted = false;

  constructor() {
    // The browser takes the lock back whenever the page is hidden.
    document.addEventListener('visibilitychange', () => this.#apply());
  }

  /** @param {boolean} on */
  set(on) {
    if (this.#wanted === on) return;
    this.#wanted = on;
    this.#apply();
  }

  async #apply() {
    if (!this.#wanted) {
      this.#lock?.release();
      this.#lock = null;
      return;
    }
    if (!navigator.wakeLock || document.visibilityState !== 'visible' || this.#lock?.released === false) return;
    this.#lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (!this.#wanted) this.#apply();
  }
}
