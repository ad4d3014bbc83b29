// The words about whole lists, in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const lists = await loadStrings('lists');
