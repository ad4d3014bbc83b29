// The page names its modules in its head, so that a phone fetches them side by side and not one import after another.

import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';

const WEB = fileURLToPath(new URL('..', import.meta.url));

/** Static imports and re-exports. Types are imported in comments and do not count. */
const IMPORT = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*'([^']+)';/gm;

/** @param {string} entry  path under web/ @param {string[]} seen */
async function graph(entry, seen) {
  if (seen.includes(entry)) return seen;
  seen.push(entry);
  if (entry.startsWith('vendor/')) return seen;
  const source = await readFile(path.join(WEB, entry), 'utf8');
  for (const [, target] of source.matchAll(IMPORT)) await graph(path.posix.join(path.posix.dirname(entry), target), seen);
  return seen;
}

test('index.html preloads what the page and its list need, and nothing else', async () => {
  /** @type {string[]} */
  const want = [];
  for (const entry of ['remote/main.js', 'remote/elements/remote-app.js', 'remote/elements/up-next.js']) await graph(entry, want);
  const page = await readFile(path.join(WEB, 'remote/index.html'), 'utf8');
  const got = [...page.matchAll(/rel="modulepreload" href="\/web\/([^"]+)"/g)].map(([, href]) => href);
  assert.ok(want.length > 20, `${want.length} modules found: the search is broken`);
  assert.deepEqual(got.toSorted(), want.filter((name) => name !== 'remote/main.js').toSorted());
});

test('the page has no inline script or style, which its Content-Security-Policy forbids', async () => {
  const page = await readFile(path.join(WEB, 'remote/index.html'), 'utf8');
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\son\w+=/);
});
