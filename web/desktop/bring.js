// What somebody drops on the screen or pastes into it: links are added, a list is taken in. Loaded when that happens.

import {addItems} from '../shared/adding/adding.js';
import {MAX_FILE_BYTES, importFile, refusalOf} from '../shared/adding/lists.js';
import {takeList} from '../shared/adding/take-list.js';
import {splitLinks} from '../shared/model/links.js';
import {adding} from '../shared/strings/adding.js';
import {desktop} from '../shared/strings/desktop.js';
import {lists} from '../shared/strings/lists.js';
import {refusalText, sentences} from './refusal.js';

/** @import {PanelContext} from './elements/list-panel.js' */

/** Names of lists that the server reads. */
const LIST_NAME = /\.(?:m3u8?|pls|xspf|jspf|json|txt)$/i;

/** @param {string} name */
export const isListName = (name) => LIST_NAME.test(name);

/**
 * @param {PanelContext} to
 * @param {string} text
 * @returns {Promise<string[]>}  what came of it, in sentences
 */
export async function bringText(to, text) {
  const {links} = splitLinks(text);
  if (links.length === 0) return [adding.onlyLinks];
  const settled = await addItems(to, links.map((url) => ({url})), 'end');
  const refused = settled.flatMap(({url, error}) => (error ? [{url, error}] : []));
  const added = settled.length - refused.length;
  return [...(added > 0 ? [desktop.list.added(added)] : []), ...sentences(refused)];
}

/**
 * @param {PanelContext} to
 * @param {readonly File[]} files
 * @returns {Promise<string[]>}  what came of each list, and of all others
 */
export async function bringFiles(to, files) {
  const said = [];
  for (const file of files) if (isListName(file.name)) said.push(await bringList(to, file));
  if (said.length < files.length) said.push(adding.filesFromPhones);
  return said;
}

/** @param {PanelContext} to @param {File} file */
async function bringList(to, file) {
  if (file.size > MAX_FILE_BYTES) return `${file.name}: ${lists.fileTooLarge}`;
  try {
    const {items} = await takeList(to, 'append', (how) => importFile(to.session, file, how));
    return items > 0 ? `${file.name}: ${desktop.list.added(items)}` : lists.fileEmpty(file.name);
  } catch (error) {
    return `${file.name}: ${refusalOf(error, lists, refusalText)}`;
  }
}
