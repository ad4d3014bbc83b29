// The words of what opens on a tap in the remote, in the language of this browser, there before anything that shows them.

import {loadStrings} from '../i18n.js';

export const sheets = await loadStrings('sheets');
