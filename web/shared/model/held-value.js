// The value of a slider that a person and the server both move.

/**
 * While a finger is on the slider, and until the server has answered what the finger chose, the slider shows the finger's
 * value; otherwise the server's. So an update from elsewhere never pulls the thumb from under a finger, and the thumb
 * does not jump back between letting go and the answer.
 */
export class HeldValue {
  constructor() {
    /** @type {number|null} */
    this.local = null;
    this.touched = false;
    this.unanswered = 0;
  }

  /** The finger moved. @param {number} value */
  move(value) {
    this.local = value;
    this.touched = true;
  }

  /** The finger left. */
  release() {
    this.touched = false;
    this.#settle();
  }

  /** A request with the finger's value went out; call the result when it is answered, one way or the other. */
  sent() {
    this.unanswered++;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.unanswered--;
      this.#settle();
    };
  }

  /** The finger's value counts for nothing: the item changed, or the gesture was taken away. */
  forget() {
    this.touched = false;
    this.local = null;
  }

  /** @param {number} remote  what the server says */
  read(remote) {
    return this.local ?? remote;
  }

  get held() {
    return this.local !== null;
  }

  #settle() {
    if (!this.touched && this.unanswered === 0) this.local = null;
  }
}
