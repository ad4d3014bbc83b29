// jsQR as one ES module: reads a QR code from a photo. Nobody loads it before there is a photo to read.

import {build} from 'esbuild';

/** jsQR's own types serve as they are: tsc finds them in node_modules. */
export const JSQR_TYPES = "// Types of jsqr.js for tsc; made by tools/vendor.mjs.\nexport {default} from 'jsqr';\n";

/** @param {string} root  directory that holds node_modules */
export async function buildJsqr(root) {
  const result = await build({
    stdin: {contents: "export {default} from 'jsqr';", resolveDir: root, loader: 'js'},
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    banner: {js: '// jsQR, bundled by tools/vendor.mjs; licence in LICENSES.txt.'},
  });
  return result.outputFiles[0].text;
}
