import assert from 'node:assert/strict';
import test from 'node:test';

import {insist} from './insist.js';

test('what does not come is asked for again, until it comes', async (t) => {
  t.mock.timers.enable({apis: ['setTimeout']});
  let tries = 0;
  const part = insist(async () => {
    tries += 1;
    if (tries < 3) throw new TypeError('Failed to fetch');
    return 'part';
  });
  for (let i = 0; i < 2; i += 1) {
    await new Promise(setImmediate);
    t.mock.timers.tick(2000);
  }
  assert.equal(await part, 'part');
  assert.equal(tries, 3);
});
