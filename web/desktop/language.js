// Fetched before the page's modules: the words are on their way while those still come.

import {preloadStrings} from '../shared/i18n.js';

preloadStrings('desktop');
