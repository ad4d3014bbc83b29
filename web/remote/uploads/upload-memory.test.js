import assert from 'node:assert/strict';
import test from 'node:test';
import {UploadMemory} from './upload-memory.js';

/** @param {string|null} [text] */
function storage(text = null) {
  return {getItem: () => text, setItem: (/** @type {string} */ _key, /** @type {string} */ value) => void (text = value)};
}

const upload = (/** @type {string} */ session) => ({
  size: 3, metadata: {filename: 'a.mp4'}, creationTime: '', urlStorageKey: '', uploadUrl: `http://tv/api/sessions/${session}/uploads/x`, parallelUploadUrls: null,
});

test('a file is found again by what it is, in its session, until it is removed', async () => {
  const disk = storage();
  const key = await new UploadMemory(disk).addUpload('film', upload('s1'));
  await new UploadMemory(disk).addUpload('song', upload('s2'));
  const memory = new UploadMemory(disk); // after a reload
  assert.deepEqual((await memory.findUploadsByFingerprint('film')).map(({uploadUrl}) => uploadUrl), [upload('s1').uploadUrl]);
  assert.deepEqual(memory.unfinished('s1').map(({metadata}) => metadata.filename), ['a.mp4']);
  assert.deepEqual(memory.unfinished('s'), []);
  await memory.removeUpload(key);
  assert.deepEqual(await memory.findUploadsByFingerprint('film'), []);
  assert.equal((await memory.findAllUploads()).length, 1);
});

test('begun anew, it is kept once; after a day, no more', async () => {
  let now = Date.now();
  const memory = new UploadMemory(storage(), () => now);
  await memory.addUpload('film', upload('s1'));
  await memory.addUpload('film', upload('s1'));
  assert.equal(memory.all().length, 1);
  now += 25 * 60 * 60 * 1000;
  assert.equal(memory.all().length, 0);
});

for (const text of ['', 'x', '{}', '[null, 3, {"fingerprint": 1}]', '{"length": 1}']) {
  test(`a memory that holds ${text || 'nothing'} is empty`, () => assert.deepEqual(new UploadMemory(storage(text)).all(), []));
}

test('blocked storage forgets, and breaks nothing', async () => {
  const blocked = {getItem() { throw new Error('blocked'); }, setItem() { throw new Error('blocked'); }};
  const memory = new UploadMemory(blocked);
  await memory.addUpload('film', upload('s1'));
  assert.deepEqual(memory.all(), []);
});
