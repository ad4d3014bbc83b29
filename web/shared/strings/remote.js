// The words of the remote in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const remote = await loadStrings('remote');
