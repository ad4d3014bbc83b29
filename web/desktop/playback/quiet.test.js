import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Quiet, QUIET_SHARE, RISE_MS} from './quiet.js';

/** @param {string} id @param {boolean} [fallback] */
const item = (id, fallback) => ({id, media: {provider: 'file', url: id}, fallback});

test('what people queued plays at full volume, from its first moment', () => {
  const quiet = new Quiet(() => 0);
  assert.equal(quiet.share(item('a')), 1);
  quiet.begins(item('a'));
  assert.equal(quiet.share(item('a')), 1);
  assert.equal(quiet.isRising, false);
});

test('what nobody queued comes up to half of it', () => {
  let now = 100;
  const quiet = new Quiet(() => now);
  const song = item('f', true);
  assert.equal(quiet.share(song), 0, 'before it plays');
  quiet.begins(song);
  assert.equal(quiet.share(song), 0);
  now += RISE_MS / 2;
  assert.equal(quiet.share(song), QUIET_SHARE / 2);
  assert.equal(quiet.isRising, true);
  quiet.begins(song);
  assert.equal(quiet.share(song), QUIET_SHARE / 2, 'a pause for data does not begin it again');
  now += RISE_MS;
  assert.equal(quiet.share(song), QUIET_SHARE);
  now += 60_000;
  assert.equal(quiet.isRising, false);
  assert.equal(quiet.share(item('g', true)), 0, 'the next one');
});
