import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Aim, REACTION_MS} from './aim.js';

test('a tap just after somebody changed the item is meant for the one that was seen', () => {
  const aim = new Aim();
  aim.show('a', false, 0);
  assert.equal(aim.at(0), 'a', 'the first one: nothing was seen before');
  aim.show('b', false, 10_000);
  aim.show('b', false, 10_050); // an update that is not about it
  assert.equal(aim.at(10_000 + REACTION_MS - 1), 'a');
  assert.equal(aim.at(10_000 + REACTION_MS), 'b');
});

test('who changed it taps on at once', () => {
  const aim = new Aim();
  aim.show('a', false, 0);
  aim.show('b', true, 10_000);
  assert.equal(aim.at(10_001), 'b');
});

test('nothing is current', () => {
  const aim = new Aim();
  assert.equal(aim.at(0), undefined);
  aim.show('a', false, 0);
  aim.show(null, false, 10_000);
  assert.equal(aim.at(10_001 + REACTION_MS), undefined);
});
