// Words about whole lists, with all others of the remote, and why something about a list did not work.

import {lists} from '../shared/strings/lists.js';
import {ListRefused} from './lists.js';
import {text as others} from './more-strings.js';
import {refusalText} from './strings.js';

export const text = {...others, ...lists};

/** What went wrong, in a sentence. @param {unknown} error */
export function listRefusal(error) {
  if (!(error instanceof ListRefused)) return text.noAnswer;
  const {code, field, message} = error;
  if (field === 'stream') return text.fileIsStream;
  if (field === 'file') return code === 'limit_reached' ? text.fileTooLarge : text.fileUnreadable;
  if (field === 'name' && code === 'not_found') return text.listGone;
  if (field === 'base') return text.listChanged;
  return refusalText({code, message});
}
