// Where things are.

import {fileURLToPath} from 'node:url';

/** @param {string} path  in the repository */
const inRepository = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const ROOT = inRepository('');
export const BINARY = inRepository('e2e/.artifacts/remoted');
export const MEDIA = inRepository('testdata/media');
export const PICTURES = inRepository('docs/images');
