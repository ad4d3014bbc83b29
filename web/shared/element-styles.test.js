// A shadow root sees no style sheet of the page: what both start from stands in base.css and, again, in element-styles.js.

import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';

/** Rules that elements have otherwise: they bring the size and weight of their headings, and no film. */
const THEIR_OWN = ['body, h1, h2, h3, p, ol, ul, figure', 'h1, h2, h3, p, ol, ul, figure', 'img, svg, video', 'img, svg', 'h1, h2, h3', 'html', 'body', 'a'];

/** @param {string} file */
const read = (file) => readFile(new URL(file, import.meta.url), 'utf8');

/** @param {string} css @returns {Map<string, string>} declarations by selector, both in one line */
function rules(css) {
  const flat = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [, selector, body] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) found.set(selector.trim(), `${found.get(selector.trim()) ?? ''}${body}`.trim());
  return found;
}

test('elements start from what the page starts from', async () => {
  const page = rules(await read('base.css'));
  const elements = rules(/export const base = css`([^`]*)`/.exec(await read('element-styles.js'))?.[1] ?? '');
  assert.ok(elements.size > 5, `${elements.size} rules found: the search is broken`);
  for (const name of THEIR_OWN) [page, elements].forEach((one) => one.delete(name));
  assert.deepEqual(Object.fromEntries(elements), Object.fromEntries(page));
});
