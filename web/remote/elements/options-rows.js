// What the sheet of options leads to. A thing to set has one row here, with how it is set now; its page is loaded when
// somebody opens it.

/** @import {SheetPage} from './sheet-page.js' */

/** In the order of their rows. @type {readonly SheetPage[]} */
export const OPTIONS = [];
