// Where one can add from, beside the field for links and words. A way to add has one row here; its page is loaded when
// somebody opens it.

import {html} from '../../vendor/lit.js';
import {text} from '../more-strings.js';

/** @import {SheetPage} from './sheet-page.js' */

/** In the order of their buttons; five fit side by side on a small phone. @type {readonly SheetPage[]} */
export const SOURCES = [
  {
    name: 'library',
    icon: 'library',
    label: () => text.library,
    offered: ({features}) => features.library,
    load: () => import('./library-panel.js'),
    show: (context) => html`<library-panel .context=${context} .query=${context.query ?? ''}></library-panel>`,
  },
  {
    name: 'files',
    icon: 'upload',
    label: () => text.myFiles,
    offered: ({features}) => features.uploads !== null,
    load: () => import('./upload-panel.js'),
    show: (context) => html`<upload-panel .context=${context}></upload-panel>`,
  },
  {
    name: 'played',
    icon: 'history',
    label: () => text.played,
    load: () => import('./played-panel.js'),
    show: (context) => html`<played-panel .context=${context}></played-panel>`,
  },
  {
    name: 'lists',
    icon: 'list-music',
    label: () => text.lists,
    load: () => import('./lists-panel.js'),
    show: (context) => html`<lists-panel .context=${context}></lists-panel>`,
  },
];
