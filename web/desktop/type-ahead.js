// What is typed while the field for it still comes: text for that field, not shortcuts. Pure.

/** @typedef {Pick<KeyboardEvent, 'key'|'ctrlKey'|'altKey'|'metaKey'|'preventDefault'>} Key */

export class TypeAhead {
  /** Null: no field comes. @type {string|null} */
  #text = null;

  /** What was typed so far. */
  get text() {
    return this.#text ?? '';
  }

  /** A field comes. */
  begin() {
    this.#text = '';
  }

  /** The field is there, or does not come. */
  end() {
    this.#text = null;
  }

  /** @param {Key} event @returns {boolean}  whether it was a letter for the field */
  take(event) {
    if (this.#text === null || !isLetter(event)) return false;
    event.preventDefault();
    this.#text += event.key;
    return true;
  }
}

/** Whether a key writes something. @param {Key} event */
function isLetter({key, ctrlKey, altKey, metaKey}) {
  return key.length === 1 && !ctrlKey && !altKey && !metaKey;
}
