// Time for what has none of its own: a picture is shown for so long, and can be paused, wound and hurried like a film.

/** Times are seconds, as HTMLMediaElement has them. */
export class PictureTime {
  #ended;
  #now;
  #duration = 0;
  #rate = 1;
  /** Where it stood when it last began to run, or stands. */
  #from = 0;
  /** When it began to run, by #now; null while it stands. @type {number|null} */
  #since = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /**
   * @param {() => void} ended  it has come to its end by itself
   * @param {() => number} [now]  steady local clock, ms
   */
  constructor(ended, now = () => performance.now()) {
    this.#ended = ended;
    this.#now = now;
  }

  /** Stands at a place of a new picture. @param {number} duration @param {number} position */
  reset(duration, position) {
    this.pause();
    this.#duration = duration;
    this.#from = this.#clamp(position);
  }

  /** From the start again, if it is at its end. */
  play() {
    if (!this.paused) return;
    if (this.ended) this.#from = 0;
    this.#run();
  }

  pause() {
    this.#from = this.current;
    this.#since = null;
    clearTimeout(this.#timer);
  }

  get paused() {
    return this.#since === null;
  }

  get ended() {
    return this.#duration > 0 && this.current >= this.#duration;
  }

  get duration() {
    return this.#duration;
  }

  get current() {
    const ran = this.#since === null ? 0 : ((this.#now() - this.#since) / 1000) * this.#rate;
    return this.#clamp(this.#from + ran);
  }

  set current(seconds) {
    this.#change(() => (this.#from = this.#clamp(seconds)));
  }

  get rate() {
    return this.#rate;
  }

  set rate(rate) {
    this.#change(() => (this.#rate = rate));
  }

  /** @param {() => void} change  of what time is counted from */
  #change(change) {
    const running = !this.paused;
    this.pause();
    change();
    if (running) this.#run();
  }

  #run() {
    this.#since = this.#now();
    const left = ((this.#duration - this.#from) / this.#rate) * 1000;
    this.#timer = setTimeout(() => this.#end(), left);
  }

  /** Timers come early by a fraction, too. */
  #end() {
    this.#from = this.#duration;
    this.#since = null;
    this.#ended();
  }

  /** @param {number} seconds */
  #clamp(seconds) {
    return Math.min(Math.max(seconds, 0), this.#duration);
  }
}
