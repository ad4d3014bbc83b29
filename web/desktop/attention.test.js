import assert from 'node:assert/strict';
import test, {mock} from 'node:test';
import {Attention, QUIET_MS, READING_MS} from './attention.js';

/** @param {(attention: Attention, levels: string[]) => void} run */
function withTime(run) {
  mock.timers.enable({apis: ['setTimeout']});
  try {
    /** @type {string[]} */
    const levels = [];
    const attention = new Attention(() => levels.push(attention.level));
    run(attention, levels);
  } finally {
    mock.timers.reset();
  }
}

test('words come with a change and go again', () =>
  withTime((attention, levels) => {
    attention.rest();
    attention.tell();
    mock.timers.tick(QUIET_MS - 1);
    assert.equal(attention.level, 'words');
    mock.timers.tick(1);
    assert.deepEqual(levels, ['quiet', 'words', 'quiet']);
  }));

test('buttons stay while somebody is there, and a change does not take them away', () =>
  withTime((attention, levels) => {
    for (let i = 0; i < 5; i++) {
      attention.serve();
      mock.timers.tick(QUIET_MS - 1);
      attention.tell();
      mock.timers.tick(QUIET_MS - 1);
    }
    assert.deepEqual(levels, ['controls']);
    mock.timers.tick(1);
    assert.equal(attention.level, 'quiet');
  }));

test('who goes by keys has longer to read', () =>
  withTime((attention) => {
    attention.serve(READING_MS);
    mock.timers.tick(READING_MS - 1);
    assert.equal(attention.level, 'controls');
    mock.timers.tick(1);
    assert.equal(attention.level, 'quiet');
  }));
