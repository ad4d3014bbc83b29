// What a server offers beside the contract; a page shows nothing that leads nowhere.

/**
 * As `GET /api/sessions/{session}` has it.
 * @typedef {object} Features
 * @property {boolean} library  there are folders of media
 * @property {boolean} search   videos are found by words
 * @property {{maxBytes: number, maxFiles: number}|null} uploads  what devices may send
 * @property {boolean} lists    lists are saved by name
 */

/** While the server has not said. @type {Readonly<Features>} */
export const NO_FEATURES = Object.freeze({library: false, search: false, uploads: null, lists: false});
