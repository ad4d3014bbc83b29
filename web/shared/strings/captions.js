// The words of captions in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const captions = await loadStrings('captions');
