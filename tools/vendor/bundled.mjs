// Libraries that become one ES module each, with all they need inside. None is loaded before it is used.

import {build} from 'esbuild';

/**
 * @typedef {object} Bundle
 * @property {string} file  its name in web/vendor, without an ending
 * @property {string} from  the npm package
 * @property {string} exports  what the module exports of it, as an export clause
 * @property {string[]} inside  packages whose code comes along
 */

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {file: 'jsqr', from: 'jsqr', exports: '{default}', inside: ['jsqr']}, // reads a QR code from a photo
  {file: 'dash', from: 'dashjs', exports: '{MediaPlayer}', inside: ['dashjs']}, // plays DASH
  {file: 'vimeo', from: '@vimeo/player', exports: '{default}', inside: ['@vimeo/player', 'native-promise-only', 'weakmap-polyfill']}, // talks to Vimeo's frame
  {file: 'tus', from: 'tus-js-client', exports: '{Upload}', inside: ['tus-js-client', 'js-base64', 'url-parse', 'querystringify', 'requires-port']}, // sends a file in pieces
];

/** @param {string} root  directory that holds node_modules @param {Bundle} bundle */
export async function buildBundle(root, {from, exports}) {
  const result = await build({
    stdin: {contents: `export ${exports} from '${from}';`, resolveDir: root, loader: 'js'},
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    banner: {js: `// ${from}, bundled by tools/vendor.mjs; licence in LICENSES.txt.`},
  });
  return result.outputFiles[0].text;
}

/** The packages' own types serve as they are: tsc finds them in node_modules. @param {Bundle} bundle */
export const bundleTypes = ({file, from, exports}) => `// Types of ${file}.js for tsc; made by tools/vendor.mjs.\nexport ${exports} from '${from}';\n`;
