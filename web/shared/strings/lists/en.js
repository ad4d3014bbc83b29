// Words about whole lists in the remote, English. They are loaded with the page of lists.

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @typedef {typeof lists} Lists */

export const lists = {
  // saved by name
  savedLists: 'Saved lists',
  noLists: 'None yet. What is in the list can be saved under a name, for any evening here.',
  listsFailed: 'The saved lists could not be loaded.',
  listName: 'Name for this list',
  savedAs: (/** @type {string} */ name, /** @type {number} */ n) => `Saved as “${name}”: ${count(n, 'item', 'items')}.`,
  listExists: (/** @type {string} */ name) => `There is a list called “${name}”.`,
  overwrite: 'Replace it',
  badListName: (/** @type {number} */ n) => `A name has up to ${n} characters, and no slashes.`,
  listGone: 'There is no such list any more.',
  listChanged: 'The list has changed meanwhile. Try again.',
  removeAsk: (/** @type {string} */ name) => `Remove “${name}” for everyone? This cannot be undone.`,
  removeYes: 'Remove',
  removedList: (/** @type {string} */ name) => `Removed “${name}”.`,
  replaceList: 'Replace the list',
  noAnswer: 'The server did not answer.',

  // from a file
  fromFile: 'From a file',
  fromFileHint: 'A list on this phone: M3U, XSPF, JSPF, JSON, or text with links.',
  openFile: 'Open a list file',
  fileHolds: (/** @type {string} */ name, /** @type {number} */ n) => `${name}: ${count(n, 'item', 'items')}`,
  andMore: (/** @type {number} */ n) => `and ${n} more`,
  fileSkips: (/** @type {number} */ n) => `${count(n, 'entry', 'entries')} cannot be taken`,
  fileEmpty: (/** @type {string} */ name) => `${name} holds no links.`,
  fileTooLarge: 'This file is too large: a list has at most 4 MB.',
  fileIsStream: 'This file describes a stream. Add the link to the stream instead.',
  fileUnreadable: 'This file is no list.',

  // as a file
  takeAlong: 'Take this list along',
  takeAlongHint: 'As a file: M3U and XSPF for other players, TXT to send to somebody, JSON to bring all of it back here.',
  thisList: 'This list',
  asFile: (/** @type {string} */ of) => `${of} as a file`,
  asFormat: (/** @type {string} */ of, /** @type {string} */ format) => `${of} as ${format}`,
};
