// What is not seen at first: loaded after the page, so that the page stands sooner.

import './add-sheet.js';
import './clear-sheet.js';
import './options-sheet.js';
import './people-sheet.js';
import '../elements/session-closed.js';
import './share-sheet.js';
