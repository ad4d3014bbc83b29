import assert from 'node:assert/strict';
import {test} from 'node:test';
import {HeldValue} from './held-value.js';

test('the server moves an untouched slider', () => {
  assert.equal(new HeldValue().read(40), 40);
});

test('the finger wins until it is off and every request is answered', () => {
  const value = new HeldValue();
  value.move(55);
  const first = value.sent();
  value.move(60);
  const second = value.sent();
  assert.equal(value.read(40), 60, 'while dragging');
  value.release();
  first();
  first();
  assert.equal(value.read(55), 60, 'one answer is missing; an answer counts once');
  second();
  assert.equal(value.read(60), 60);
  assert.equal(value.read(10), 10, 'the server again');
});

test('answers that come while the finger is down do not move the thumb', () => {
  const value = new HeldValue();
  value.move(20);
  value.sent()();
  assert.equal(value.read(20.5), 20);
  value.release();
  assert.equal(value.read(20.5), 20.5);
});

test('forget gives the slider back to the server', () => {
  const value = new HeldValue();
  value.move(20);
  value.sent();
  value.forget();
  assert.equal(value.read(70), 70);
});
