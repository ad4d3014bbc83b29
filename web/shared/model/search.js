// A search while somebody types: it waits for a pause, and only the newest counts. Pure but for its timer.

/** @template T */
export class Search {
  #pause;
  #find;
  #changed;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer = undefined;
  #current = new AbortController();
  /** What the newest answer was; kept in sight while the next one is on its way. @type {T|undefined} */
  found = undefined;
  /** @type {'idle'|'looking'|'ready'|'failed'} */
  status = 'idle';

  /**
   * @param {number} pause  ms
   * @param {(query: string, signal: AbortSignal) => Promise<T>} find
   * @param {() => void} changed
   */
  constructor(pause, find, changed) {
    this.#pause = pause;
    this.#find = find;
    this.#changed = changed;
  }

  /** @param {string} query @param {number} [pause]  ms */
  look(query, pause = this.#pause) {
    this.stop();
    this.status = 'looking';
    this.#timer = setTimeout(() => this.#ask(query), pause);
  }

  /** Forgets what is on its way. */
  stop() {
    clearTimeout(this.#timer);
    this.#current.abort();
  }

  /** @param {string} query */
  async #ask(query) {
    this.#current = new AbortController();
    const {signal} = this.#current;
    try {
      const found = await this.#find(query, signal);
      if (signal.aborted) return;
      this.found = found;
      this.status = 'ready';
    } catch {
      if (signal.aborted) return;
      this.found = undefined;
      this.status = 'failed';
    }
    this.#changed();
  }
}
