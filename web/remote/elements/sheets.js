// Everything that opens on a tap; loaded after the page, so that the page stands sooner.

import './add-sheet.js';
import './clear-sheet.js';
import './options-sheet.js';
import './people-sheet.js';
import './share-sheet.js';
