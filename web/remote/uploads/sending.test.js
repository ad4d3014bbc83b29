import assert from 'node:assert/strict';
import test from 'node:test';
import {endOf} from './sending.js';

/** @param {number} status @returns {any} */
const answered = (status) => Object.assign(new Error('x'), {originalRequest: {}, originalResponse: {getStatus: () => status}});

/** @type {[number, string][]} */
const STATUSES = [
  [0, 'lost'], [400, 'lost'], [409, 'lost'], [423, 'lost'], [500, 'lost'], [502, 'lost'], [503, 'lost'],
  [403, 'other'], [404, 'ended'], [412, 'other'], [413, 'tooLarge'], [415, 'notMedia'], [422, 'notMedia'], [507, 'full'],
];
for (const [status, want] of STATUSES) {
  test(`answered with ${status}: ${want}`, () => {
    const end = endOf(answered(status));
    assert.equal(end.end === 'refused' ? end.why : end.end, want);
  });
}

test('no answer is a lost line; an error before anything was asked, a file that cannot be read', () => {
  assert.deepEqual(endOf(Object.assign(new Error('x'), {originalRequest: {}, originalResponse: null})), {end: 'lost'});
  assert.deepEqual(endOf(new Error('NotReadableError')), {end: 'refused', why: 'unreadable'});
});
