// The words of adding in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const adding = await loadStrings('adding');
