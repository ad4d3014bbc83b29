import assert from 'node:assert/strict';
import test from 'node:test';
import {backoff, BASE_MS, CAP_MS} from './backoff.js';

test('the pause lies between 0 and a ceiling that doubles up to the cap', () => {
  const ceilings = [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000];
  for (const [attempt, want] of ceilings.entries()) {
    assert.equal(backoff(attempt, () => 0), 0);
    assert.equal(backoff(attempt, () => 1), want, `ceiling of attempt ${attempt}`);
  }
  assert.equal(ceilings[0], BASE_MS);
  assert.equal(backoff(5000, () => 1), CAP_MS, 'no overflow');
});
