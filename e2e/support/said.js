// What pages say only for a while. A busy machine may look when it has gone already, so what was said is kept.

import {expect} from '@playwright/test';

/** @import {BrowserContext, Page} from '@playwright/test' */

/** Elements whose words go by themselves: notes on the phone; on the screen, what others did and what did not play. */
const SHORT_LIVED = ['toast-note', 'toast-stack', 'failure-card'];

/** Keeps it in every page, from its start. @param {BrowserContext} context */
export const keepWords = (context) => context.addInitScript((names) => {
  const said = /** @type {string[]} */ ([]);
  Object.assign(window, {said});
  for (const name of names) {
    void customElements.whenDefined(name).then(({prototype}) => {
      const {updated} = prototype;
      prototype.updated = function (/** @type {unknown} */ changes) {
        updated.call(this, changes);
        const words = this.renderRoot.textContent.replace(/\s+/g, ' ').trim();
        if (words) said.push(words);
      };
    });
  }
}, SHORT_LIVED);

/** All that a page has said since it was loaded. @param {Page} page @returns {Promise<string[]>} */
export const wordsOf = (page) => page.evaluate(() => /** @type {any} */ (window).said);

/** It is said now, or was said since the page was loaded. @param {Page} page @param {string|RegExp} words */
export const hasSaid = (page, words) =>
  expect.poll(() => wordsOf(page), 'what the page has said').toContainEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words));
