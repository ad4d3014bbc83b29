// All icons, for the player page and for what the remote loads after its start; see first-icons.js.

import {icons} from '../vendor/icons.js';
import {moreIcons} from '../vendor/more-icons.js';
import {draw} from './first-icons.js';

const ALL = /** @type {Record<string, unknown>} */ ({...icons, ...moreIcons});

/**
 * An icon by its Lucide name (tools/vendor/icons.mjs lists them).
 * @param {string} name
 * @param {string} [size]  CSS length, as a rule in em
 */
export const icon = (name, size) => draw(ALL[name], size);
