// What the sheet of options leads to. A thing to set has one row here, with how it is set now; its page is loaded when
// somebody opens it.

import {html} from '../../vendor/lit.js';
import {text} from '../more-strings.js';

/** @import {SheetContext, SheetPage} from './sheet-page.js' */

/** In the order of their rows. @type {readonly SheetPage[]} */
export const OPTIONS = [
  {
    name: 'fallback',
    icon: 'moon',
    label: () => text.whenEmpty,
    offered: ({features}) => features.library || features.lists,
    value: fallbackName,
    load: () => import('./fallback-panel.js'),
    show: (context) => html`<fallback-panel .context=${context}></fallback-panel>`,
  },
];

/** What plays while nothing is queued. @param {SheetContext} context */
function fallbackName({snapshot}) {
  const fallback = snapshot.state?.fallback;
  if (!fallback) return text.fallbackNone;
  if (fallback.failed) return text.fallbackStopped;
  return fallback.name || (fallback.list ?? text.fallbackAll);
}
