// The words of the player page in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const desktop = await loadStrings('desktop');
