// Brings third-party browser modules into web/vendor, where the pages import them as plain files.
//
//   node tools/vendor.mjs           rebuild web/vendor from node_modules
//   node tools/vendor.mjs --check   exit 1 if web/vendor differs from what a rebuild gives, or from its manifest
//
// Versions come from package-lock.json (`npm ci --ignore-scripts` first). The output is committed, so nobody who only
// runs the program needs Node. Output is a pure function of the lock file: no dates, no paths.

import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {pathToFileURL, fileURLToPath} from 'node:url';
import path from 'node:path';
import {BUNDLES, buildBundle, bundleTypes} from './vendor/bundled.mjs';
import {buildHls, HLS_TYPES} from './vendor/hls.mjs';
import {buildLit, LIT_TYPES} from './vendor/lit.mjs';
import {buildIcons, ICON_MODULES, iconTypes} from './vendor/icons.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const vendorDir = path.join(root, 'web', 'vendor');

/**
 * @typedef {object} Origin  Where a vendored file comes from.
 * @property {string} name     npm package
 * @property {string} version
 * @property {string} licence  SPDX identifier
 * @property {string} text     full licence text
 */

/** @param {string} name @returns {Promise<Origin>} */
async function origin(name) {
  const dir = path.join(root, 'node_modules', name);
  const meta = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8'));
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const locked = lock.packages[`node_modules/${name}`]?.version;
  if (meta.version !== locked) {
    throw new Error(`${name}: ${meta.version} is installed, ${locked} is locked; run npm ci --ignore-scripts`);
  }
  return {name, version: meta.version, licence: meta.license, text: await licence(dir)};
}

/** A package's licence text: a file, or what its README says. @param {string} dir */
async function licence(dir) {
  const names = await readdir(dir);
  const name = names.find((name) => /^licen[cs]e(\.md|\.txt)?$/i.test(name));
  if (name) return readFile(path.join(dir, name), 'utf8');
  const said = /^## License\n([\s\S]+)$/m.exec(await readFile(path.join(dir, 'README.md'), 'utf8'))?.[1];
  if (!said) throw new Error(`${path.basename(dir)}: no licence text`);
  return said;
}

/** @param {string|Uint8Array} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * Everything that belongs into web/vendor, by file name.
 * @returns {Promise<Map<string, string>>}
 */
export async function build() {
  const lit = await Promise.all(['lit', 'lit-element', 'lit-html', '@lit/reactive-element'].map(origin));
  const lucide = await origin('lucide-static');
  const hls = await origin('hls.js');
  const files = new Map([
    ['lit.js', await buildLit(root)],
    ['lit.d.ts', LIT_TYPES],
    ['hls.js', await buildHls(root)],
    ['hls.d.ts', HLS_TYPES],
  ]);
  const from = new Map([
    ['lit.js', lit], ['lit.d.ts', lit.slice(0, 1)],
    ['hls.js', [hls]], ['hls.d.ts', [hls]],
  ]);
  const all = [...lit, lucide, hls];
  for (const module of ICON_MODULES) {
    files.set(`${module}.js`, await buildIcons(root, module)).set(`${module}.d.ts`, iconTypes(module));
    from.set(`${module}.js`, [lucide]).set(`${module}.d.ts`, [lucide]);
  }
  for (const bundle of BUNDLES) {
    const inside = await Promise.all(bundle.inside.map(origin));
    files.set(`${bundle.file}.js`, await buildBundle(root, bundle)).set(`${bundle.file}.d.ts`, bundleTypes(bundle));
    from.set(`${bundle.file}.js`, inside).set(`${bundle.file}.d.ts`, inside.slice(0, 1));
    all.push(...inside);
  }
  files.set('LICENSES.txt', licences(all));
  files.set('manifest.json', manifest(files, from));
  return files;
}

/** @param {Origin[]} origins */
function licences(origins) {
  return origins.map((o) => `${o.name} ${o.version} (${o.licence})\n\n${o.text.trim()}\n`).join(`\n${'-'.repeat(72)}\n\n`);
}

/**
 * @param {Map<string, string>} files
 * @param {Map<string, Origin[]>} from
 */
function manifest(files, from) {
  const rows = [...files].map(([file, content]) => ({
    file,
    sha256: sha256(content),
    packages: (from.get(file) ?? []).map(({name, version, licence}) => ({name, version, licence})),
  }));
  return JSON.stringify({files: rows}, null, 2) + '\n';
}

/**
 * Names every way in which dir is not what files says: tampering, drift, files that nobody vouches for.
 * @param {string} dir
 * @param {Map<string, string>} files
 * @returns {Promise<string[]>}
 */
export async function differences(dir, files) {
  const found = [];
  for (const [name, want] of files) {
    const got = await readFile(path.join(dir, name), 'utf8').catch(() => null);
    if (got === null) found.push(`${name}: missing`);
    else if (got !== want) found.push(`${name}: sha256 ${sha256(got)}, want ${sha256(want)}`);
  }
  for (const name of await readdir(dir)) {
    if (!files.has(name)) found.push(`${name}: not made by tools/vendor.mjs`);
  }
  return found;
}

async function main() {
  const files = await build();
  if (process.argv.includes('--check')) {
    const found = await differences(vendorDir, files);
    for (const line of found) console.error(`web/vendor/${line}`);
    process.exitCode = found.length > 0 ? 1 : 0;
    return;
  }
  await mkdir(vendorDir, {recursive: true});
  for (const [name, content] of files) await writeFile(path.join(vendorDir, name), content);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
