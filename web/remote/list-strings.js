// Words about whole lists, with all others of the remote, and why something about a list did not work.

import {refusalOf} from '../shared/adding/lists.js';
import {lists} from '../shared/strings/lists.js';
import {text as others} from './more-strings.js';
import {refusalText} from './strings.js';

export const text = {...others, ...lists};

/** What went wrong, in a sentence. @param {unknown} error */
export const listRefusal = (error) => refusalOf(error, lists, refusalText);
