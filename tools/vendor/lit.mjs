// Lit as one ES module without bare imports, so that a browser loads it without an import map (which would need an
// inline script, which the Content-Security-Policy forbids).

import {build} from 'esbuild';

/** The part of Lit that the pages use; a name added here becomes importable from web/vendor/lit.js. */
const ENTRY = `
export {LitElement, html, svg, css, nothing, noChange, render, unsafeCSS} from 'lit';
export {repeat} from 'lit/directives/repeat.js';
export {guard} from 'lit/directives/guard.js';
export {classMap} from 'lit/directives/class-map.js';
export {styleMap} from 'lit/directives/style-map.js';
export {live} from 'lit/directives/live.js';
export {ref, createRef} from 'lit/directives/ref.js';
export {until} from 'lit/directives/until.js';
export {ifDefined} from 'lit/directives/if-defined.js';
export {keyed} from 'lit/directives/keyed.js';
`;

/** Lit's own types serve as they are: tsc finds them in node_modules. */
export const LIT_TYPES = `// Types of lit.js for tsc; made by tools/vendor.mjs.${ENTRY}`;

/** @param {string} root  directory that holds node_modules */
export async function buildLit(root) {
  const result = await build({
    stdin: {contents: ENTRY, resolveDir: root, loader: 'js'},
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    banner: {js: '// Lit, bundled by tools/vendor.mjs; licence in LICENSES.txt.'},
  });
  return result.outputFiles[0].text;
}
