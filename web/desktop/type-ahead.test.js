import assert from 'node:assert/strict';
import test from 'node:test';
import {TypeAhead} from './type-ahead.js';

/** @param {string} key @param {object} [held] */
function press(key, held = {}) {
  const event = {key, ctrlKey: false, altKey: false, metaKey: false, prevented: false, preventDefault: () => void (event.prevented = true), ...held};
  return event;
}

test('letters go to the field that comes, and nowhere else', () => {
  const ahead = new TypeAhead();
  ahead.begin();
  const keys = [...'so n'].map((key) => press(key));
  assert.ok(keys.every((key) => ahead.take(key) && key.prevented));
  assert.equal(ahead.text, 'so n');
});

test('what writes nothing keeps its meaning', () => {
  const ahead = new TypeAhead();
  ahead.begin();
  for (const key of [press('Escape'), press('ArrowUp'), press('v', {ctrlKey: true}), press('v', {metaKey: true}), press('v', {altKey: true})]) {
    assert.equal(ahead.take(key), false);
    assert.equal(key.prevented, false);
  }
  assert.equal(ahead.text, '');
});

test('while no field comes, keys are shortcuts', () => {
  const ahead = new TypeAhead();
  assert.equal(ahead.take(press('s')), false);
  ahead.begin();
  ahead.take(press('s'));
  ahead.end();
  assert.equal(ahead.take(press('n')), false);
  assert.equal(ahead.text, '');
  ahead.begin();
  assert.equal(ahead.text, '', 'begins anew');
});
