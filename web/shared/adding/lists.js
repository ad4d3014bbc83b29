// Whole lists, as the server reads, keeps and writes them: from files, and by name.

/** @typedef {{name: string, items: number, duration?: number, saved: number}} Saved  `duration` in ms; `saved` in Unix ms */

/** @typedef {{line?: number, text: string, why: string}} Skipped */

/** @typedef {{title?: string, items: {url: string, title: string, duration?: number}[], skipped: Skipped[], skippedTotal?: number}} Preview */

/** @typedef {{seq: number, title?: string, items: number, skipped: Skipped[], skippedTotal?: number}} Imported */

/** @typedef {{mode: 'append'|'replace', base?: number, client?: string}} How  `base`: the seq that a replace rests on */

/** What a list may be as a file, in bytes; the server says the same. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Characters of a saved list's name. */
export const MAX_LIST_NAME = 60;

/** Formats of files, by the end of their names, and what people call them. */
export const FORMATS = /** @type {const} */ ([['m3u8', 'M3U'], ['xspf', 'XSPF'], ['jspf', 'JSPF'], ['txt', 'TXT'], ['json', 'JSON']]);

/** The server said no. */
export class ListRefused extends Error {
  /** @param {{code?: string, message?: string, field?: string}} error */
  constructor({code = '', message = '', field = ''}) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** @param {string} session */
const importAt = (session) => `/api/sessions/${encodeURIComponent(session)}/import`;

/** @param {string} name */
const listAt = (name) => `/api/lists/${encodeURIComponent(name)}`;

/** What a file holds, before anything comes of it. @param {string} session @param {File} file @returns {Promise<Preview>} */
export const previewFile = (session, file) => send(`${importAt(session)}?${new URLSearchParams({preview: 'true', name: file.name})}`, 'POST', file);

/** @param {string} session @param {File} file @param {How} how @returns {Promise<Imported>} */
export const importFile = (session, file, how) => send(`${importAt(session)}?${query(how, {name: file.name})}`, 'POST', file);

/** @param {string} session @param {string} name @param {How} how @returns {Promise<Imported>} */
export const importSaved = (session, name, how) => send(`${importAt(session)}?${query(how, {list: name})}`, 'POST');

/** @param {AbortSignal} signal @returns {Promise<Saved[]>} */
export const savedLists = async (signal) => (await send('/api/lists', 'GET', undefined, signal)).lists;

/** @param {string} name @param {string} session @param {boolean} replace @returns {Promise<Saved>} */
export const saveList = (name, session, replace) => send(`${listAt(name)}?${new URLSearchParams({session, replace: String(replace)})}`, 'PUT');

/** @param {string} name */
export const removeList = (name) => send(listAt(name), 'DELETE');

/** Address of a session's list as a file. @param {string} session @param {string} format */
export const fileOfSession = (session, format) => `/s/${encodeURIComponent(session)}/playlist.${format}`;

/** Address of a saved list as a file. @param {string} name @param {string} format */
export const fileOfSaved = (name, format) => `${listAt(name)}.${format}`;

/** @param {How} how @param {Record<string, string>} more */
function query({mode, base, client}, more) {
  return new URLSearchParams({mode, ...(base !== undefined && {base: String(base)}), ...(client && {client}), ...more});
}

/**
 * @param {string} address
 * @param {string} method
 * @param {Blob} [body]
 * @param {AbortSignal} [signal]
 * @throws {ListRefused} what the server says; anything else: it was not reached
 */
async function send(address, method, body, signal) {
  const response = await fetch(address, {method, body, signal});
  if (response.ok) return response.status === 204 ? undefined : response.json();
  const {error} = await response.json().catch(() => ({}));
  throw new ListRefused(error ?? {});
}

/**
 * What went wrong, in a sentence.
 * @param {unknown} error
 * @param {import('../strings/lists/en.js').Lists} words
 * @param {(error: {code: string, message: string}) => string} other  for what is not about lists
 */
export function refusalOf(error, words, other) {
  if (!(error instanceof ListRefused)) return words.noAnswer;
  const {code, field, message} = error;
  if (field === 'stream') return words.fileIsStream;
  if (field === 'file') return code === 'limit_reached' ? words.fileTooLarge : words.fileUnreadable;
  if (field === 'name' && code === 'not_found') return words.listGone;
  if (field === 'name') return words.badListName(MAX_LIST_NAME);
  if (field === 'base') return words.listChanged;
  return other({code, message});
}
