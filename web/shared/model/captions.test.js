import assert from 'node:assert/strict';
import test from 'node:test';
import {pickCaptions} from './captions.js';

test('captions: exactly those, else those of the same language, else none', () => {
  const offered = ['en-x-forced', 'en-GB', 'de', 'pt-BR', 'und'];
  /** @type {[string|null, string|null][]} */
  const table = [
    ['de', 'de'], ['DE', 'de'], ['de-AT', 'de'], ['pt', 'pt-BR'], ['pt-PT', 'pt-BR'], ['und', 'und'],
    ['en', 'en-GB'], ['en-x-forced', 'en-x-forced'], ['en-x-sdh', 'en-GB'],
    ['fr', null], ['', null], [null, null], ['d', null],
  ];
  for (const [wanted, shown] of table) assert.equal(pickCaptions(wanted, offered), shown, `${wanted}`);
  assert.equal(pickCaptions('en', ['en-x-forced']), 'en-x-forced', 'better than nothing');
  assert.equal(pickCaptions('en', []), null);
});
