// hls.js as one ES module. The whole of it: its light build plays no stream whose sound lies apart from its picture, and
// many have it so. Nobody loads it before a stream needs it.

import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** hls.js's own types serve as they are: tsc finds them in node_modules. */
export const HLS_TYPES = "// Types of hls.js for tsc; made by tools/vendor.mjs.\nexport {default} from 'hls.js';\n";

/** @param {string} root  directory that holds node_modules */
export async function buildHls(root) {
  const source = await readFile(path.join(root, 'node_modules/hls.js/dist/hls.min.mjs'), 'utf8');
  const code = source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, ''); // the map is not served
  return `// hls.js, copied by tools/vendor.mjs; licence in LICENSES.txt.\n${code}\n`;
}
