// Lucide icons as a module of Lit templates. Not a sprite: a <use> of another file is fetched when it is shown, and the
// icons that matter most are those of a page without a connection.

import {readFile} from 'node:fs/promises';
import path from 'node:path';

/**
 * Those that the remote shows from the start, its list included: they are bytes that a guest waits for, so anything else
 * belongs below. web/shared/first-icons.js takes these names only.
 */
const FIRST = [
  'arrow-down', 'arrow-down-to-line', 'arrow-up', 'arrow-up-to-line', 'check', 'chevron-down', 'chevron-up', 'film',
  'grip-vertical', 'history', 'image', 'library', 'list-start', 'list-x', 'loader-circle', 'monitor-off', 'monitor-play', 'music',
  'pause', 'play', 'plus', 'qr-code', 'repeat', 'repeat-1', 'rotate-ccw', 'rotate-cw', 'settings', 'shuffle', 'trash-2',
  'triangle-alert', 'users', 'volume-1', 'volume-2', 'volume-x', 'wifi-off', 'x',
];

/** All others, for what opens on a tap and for the player page. web/shared/icons.js takes names of both. */
const MORE = [
  'arrow-left', 'arrow-right', 'bookmark', 'camera', 'captions', 'captions-off', 'chevron-left', 'chevron-right', 'circle-alert',
  'circle-question-mark', 'clipboard-paste', 'clock', 'copy', 'download', 'ellipsis', 'ellipsis-vertical', 'external-link', 'eye',
  'eye-off', 'fast-forward', 'file-text', 'folder', 'folder-open', 'gauge', 'globe', 'house', 'info', 'keyboard',
  'languages', 'link', 'list-end', 'list-music', 'list-plus', 'list-video', 'lock', 'log-out', 'maximize', 'minimize', 'minus', 'monitor',
  'moon', 'panel-right', 'pencil', 'power', 'redo-2', 'refresh-cw', 'rewind', 'search', 'share-2', 'skip-back', 'skip-forward',
  'smartphone', 'square', 'sun', 'undo-2', 'upload', 'user', 'volume', 'wifi',
];

const HEAD = "// Lucide, made by tools/vendor.mjs; licence in LICENSES.txt.\nimport {svg} from './lit.js';\n";

/** The modules, by file name without its ending; the constant of each, and the icons in it. */
const MODULES = /** @type {const} */ ({icons: {constant: 'icons', names: FIRST}, 'more-icons': {constant: 'moreIcons', names: MORE}});

/** @typedef {keyof typeof MODULES} IconModule */

/** @type {readonly IconModule[]} */
export const ICON_MODULES = ['icons', 'more-icons'];

/** Types of a module of icons for tsc. @param {IconModule} module */
export function iconTypes(module) {
  const {constant, names} = MODULES[module];
  const type = constant === 'icons' ? 'FirstIcon' : 'MoreIcon';
  return `// Types of ${module}.js for tsc; made by tools/vendor.mjs.
import {SVGTemplateResult} from 'lit';
export type ${type} = ${names.map((name) => `'${name}'`).join(' | ')};
export const ${constant}: Record<${type}, SVGTemplateResult>;
`;
}

/** @param {string} root  directory that holds node_modules @param {IconModule} module */
export async function buildIcons(root, module) {
  const {constant, names} = MODULES[module];
  const rows = await Promise.all(names.map(async (name) => `  '${name}': svg\`${await shapes(root, name)}\`,\n`));
  return `${HEAD}export const ${constant} = {\n${rows.join('')}};\n`;
}

/**
 * What is inside an icon's <svg>.
 * @param {string} root
 * @param {string} name
 */
async function shapes(root, name) {
  const source = await readFile(path.join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8');
  const body = source.match(/<svg[^>]*>([\s\S]*)<\/svg>/)?.[1];
  if (!body || /[`$\\]/.test(body)) throw new Error(`lucide-static/icons/${name}.svg: not what a template can hold`);
  return body.replace(/\s*\n\s*/g, '').trim();
}
