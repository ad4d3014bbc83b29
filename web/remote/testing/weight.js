// What a phone fetches until it can steer, in bytes of gzip: node web/remote/testing/weight.js
//
// "stripped" is the same with comments and white space taken out of scripts, one file at a time, as a server may do.

import {readFile} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';
import {transform} from 'esbuild';

const WEB = new URL('../../', import.meta.url);

/** The words of one language come with the page, though no list names them. */
const WORDS = ['shared/strings/remote/en.js'];

const page = await readFile(new URL('remote/index.html', WEB), 'utf8');
const links = [...page.matchAll(/<(?:link rel="(?:modulepreload|stylesheet)" href|script type="module" src)="\/web\/([^"]+)"([^>]*)>/g)];
const first = links.filter(([, , rest]) => !rest.includes('fetchpriority="low"')).map(([, file]) => file);
const list = links.filter(([, , rest]) => rest.includes('fetchpriority="low"')).map(([, file]) => file);

/** @param {string} file @param {boolean} stripped */
async function weigh(file, stripped) {
  const source = await readFile(new URL(file, WEB), 'utf8');
  const loader = /** @type {const} */ ({js: 'js', css: 'css'})[/** @type {'js'} */ (file.split('.').at(-1))];
  const code = stripped && loader ? (await transform(source, {loader, minifyWhitespace: true, legalComments: 'none'})).code : source;
  return gzipSync(code, {level: 9}).length;
}

/** @param {string[]} files @param {boolean} stripped */
async function sum(files, stripped) {
  const sizes = await Promise.all(files.map((file) => weigh(file, stripped)));
  return `${(sizes.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} kB`;
}

for (const [name, files] of Object.entries({'to steer': ['remote/index.html', ...first, ...WORDS], 'with the list': ['remote/index.html', ...first, ...WORDS, ...list]})) {
  console.log(`${name}: ${files.length} files, ${await sum(files, false)} served, ${await sum(files, true)} stripped`);
}
if (process.argv.includes('--files')) {
  for (const file of [...first, ...WORDS, ...list]) console.log(String(await weigh(file, true)).padStart(6), file);
}
