import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sharedText} from './shared-link.js';

/** @type {[string, string][]} */
const cases = [
  ['', ''],
  ['add=https%3A%2F%2Fx.example%2Fa', 'https://x.example/a'],
  ['title=A+song&text=Look+https%3A%2F%2Fx.example%2Fa', 'Look https://x.example/a\nA song'],
  ['url=https%3A%2F%2Fx.example%2Fa&text=https%3A%2F%2Fx.example%2Fa', 'https://x.example/a'],
  ['code=ABC123&url=+', ''],
];
for (const [query, want] of cases) {
  test(`shared by ?${query}`, () => assert.equal(sharedText(new URLSearchParams(query)), want));
}

test('what is shared is bounded', () => assert.equal(sharedText(new URLSearchParams({text: 'a'.repeat(10_000)})).length, 4096));
