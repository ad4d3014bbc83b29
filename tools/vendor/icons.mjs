// Lucide icons as a module of Lit templates. Not a sprite: a <use> of another file is fetched when it is shown, and the
// icons that matter most are those of a page without a connection.

import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** The icons that the pages use, by Lucide name. web/shared/icons.js takes the same names. */
const NAMES = [
  'arrow-down', 'arrow-down-to-line', 'arrow-left', 'arrow-right', 'arrow-up', 'arrow-up-to-line', 'bookmark', 'camera', 'captions',
  'captions-off', 'check', 'chevron-down', 'chevron-left', 'chevron-right', 'chevron-up', 'circle-alert', 'circle-question-mark', 'clipboard-paste',
  'clock', 'copy', 'download', 'ellipsis', 'ellipsis-vertical', 'external-link', 'eye', 'eye-off', 'fast-forward', 'file-text', 'film', 'folder',
  'folder-open', 'gauge', 'globe', 'grip-vertical', 'history', 'house', 'image', 'info', 'keyboard', 'languages', 'library', 'link', 'list-end',
  'list-music', 'list-plus', 'list-start', 'list-video', 'list-x', 'loader-circle', 'lock', 'log-out', 'maximize', 'minimize', 'minus', 'monitor',
  'monitor-off', 'monitor-play', 'moon', 'music', 'panel-right', 'pause', 'pencil', 'play', 'plus', 'power', 'qr-code', 'redo-2', 'refresh-cw',
  'repeat', 'repeat-1', 'rewind', 'rotate-ccw', 'rotate-cw', 'search', 'settings', 'share-2', 'shuffle', 'skip-back', 'skip-forward',
  'smartphone', 'square', 'sun', 'trash-2', 'triangle-alert', 'undo-2', 'upload', 'user', 'users', 'volume', 'volume-1', 'volume-2', 'volume-x',
  'wifi', 'wifi-off', 'x',
];

const HEAD = "// Lucide, made by tools/vendor.mjs; licence in LICENSES.txt.\nimport {svg} from './lit.js';\n";

/** Types of icons.js for tsc. */
export const ICON_TYPES = `// Types of icons.js for tsc; made by tools/vendor.mjs.
import {SVGTemplateResult} from 'lit';
export type IconName = ${NAMES.map((name) => `'${name}'`).join(' | ')};
export const icons: Record<IconName, SVGTemplateResult>;
`;

/** @param {string} root  directory that holds node_modules */
export async function buildIcons(root) {
  const rows = await Promise.all(NAMES.map(async (name) => `  '${name}': svg\`${await shapes(root, name)}\`,\n`));
  return `${HEAD}export const icons = {\n${rows.join('')}};\n`;
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
