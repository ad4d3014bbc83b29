// The words for files from the phone, in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const upload = await loadStrings('upload');
