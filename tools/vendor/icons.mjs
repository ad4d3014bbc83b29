// Lucide icons as one sprite: <use href="/web/vendor/icons.svg#play">. One request, cached, no inline SVG in the pages.

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

/** Stroke settings of every Lucide icon; on the symbol, because a <use> inherits from nothing else. */
const STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** @param {string} root  directory that holds node_modules */
export async function buildSprite(root) {
  const symbols = await Promise.all(NAMES.map((name) => symbol(root, name)));
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Lucide, made by tools/vendor.mjs; licence in LICENSES.txt. -->\n${symbols.join('\n')}\n</svg>\n`;
}

/** @param {string} root @param {string} name */
async function symbol(root, name) {
  const source = await readFile(path.join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8');
  const body = source.match(/<svg[^>]*>([\s\S]*)<\/svg>/)?.[1];
  if (!body) throw new Error(`lucide-static/icons/${name}.svg: no <svg> in it`);
  return `<symbol id="${name}" viewBox="0 0 24 24" ${STROKE}>${body.replace(/\s*\n\s*/g, '').trim()}</symbol>`;
}
