import assert from 'node:assert/strict';
import {test} from 'node:test';
import {whenText} from './when.js';

const NOW = new Date(2026, 10, 22, 21, 40).getTime();

/** @type {[string, number, string, string][]} */
const cases = [
  ['today', new Date(2026, 10, 22, 20, 5).getTime(), 'de', '20:05'],
  ['yesterday', new Date(2026, 10, 21, 22, 5).getTime(), 'de', 'Sa., 22:05'],
  ['four days ago', new Date(2026, 10, 18, 9, 0).getTime(), 'en-GB', 'Wed 09:00'],
  ['last month', new Date(2026, 9, 1, 9, 0).getTime(), 'en-GB', '1 Oct 2026'],
];
for (const [name, at, language, want] of cases) {
  test(`when: ${name}`, () => assert.equal(whenText(at, NOW, language).replace(/[\s,]+/g, ' '), want.replace(/[\s,]+/g, ' ')));
}
