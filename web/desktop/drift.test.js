import assert from 'node:assert/strict';
import test from 'node:test';
import {Drift, GRACE_MS, REST_MS, TOLERANCE_MS} from './drift.js';

test('jumps only when off by more than the tolerance, and not during the grace', () => {
  const drift = new Drift();
  drift.jumped(0);
  assert.equal(drift.shouldJump(0, 9000, GRACE_MS - 1), false);
  assert.equal(drift.shouldJump(0, TOLERANCE_MS, GRACE_MS), false);
  assert.equal(drift.shouldJump(0, TOLERANCE_MS + 1, GRACE_MS), true);
  assert.equal(drift.shouldJump(0, -TOLERANCE_MS - 1, 3 * GRACE_MS), true);
});

test('rests after two jumps that did not help', () => {
  const drift = new Drift();
  assert.equal(drift.shouldJump(0, 9000, 0), true);
  assert.equal(drift.shouldJump(0, 9000, GRACE_MS), true);
  assert.equal(drift.shouldJump(0, 9000, 2 * GRACE_MS), false);
  assert.equal(drift.shouldJump(0, 9000, GRACE_MS + REST_MS), true);
});

test('a good look ends the count', () => {
  const drift = new Drift();
  drift.shouldJump(0, 9000, 0);
  assert.equal(drift.shouldJump(0, 0, GRACE_MS), false);
  assert.equal(drift.shouldJump(0, 9000, GRACE_MS), true);
  assert.equal(drift.shouldJump(0, 9000, 2 * GRACE_MS), true);
});
