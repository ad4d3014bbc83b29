import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'node:test';
import {build, differences} from './vendor.mjs';

test('web/vendor is what the lock file gives', async () => {
  const dir = fileURLToPath(new URL('../web/vendor', import.meta.url));
  assert.deepEqual(await differences(dir, await build()), []);
});

test('--check names a changed, a missing and an unknown file', async (t) => {
  const dir = await mkdtemp(path.join(tmpdir(), 'vendor-'));
  t.after(() => rm(dir, {recursive: true}));
  await writeFile(path.join(dir, 'a.js'), 'tampered');
  await writeFile(path.join(dir, 'c.js'), 'unknown');
  const found = await differences(dir, new Map([['a.js', 'good'], ['b.js', 'good']]));
  assert.deepEqual(found.map((line) => line.split(':')[0]), ['a.js', 'b.js', 'c.js']);
});
