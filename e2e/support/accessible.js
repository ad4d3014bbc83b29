// What axe-core finds on a page, as people see it: dark and light.

import AxeBuilder from '@axe-core/playwright';
import {expect} from '@playwright/test';

/** @import {Page} from '@playwright/test' */

/** An element inside of others, from outside to inside. @typedef {{fromShadowDom: [string, string, ...string[]]}} Part */

/**
 * Nothing that axe-core knows is wrong with the page: by all its rules in the dark, in the light by what a theme can change.
 * Nothing may move meanwhile.
 * @param {Page} page
 * @param {string} state  what it shows, for the message
 * @param {Part} [part]  all that is new in that state: the rest was looked at before
 */
export async function isAccessible(page, state, part) {
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    await page.evaluate(async () => { for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame); }); // colours have changed by then
    const builder = new AxeBuilder({page});
    if (part) builder.include(part);
    const {violations} = await (colorScheme === 'light' ? builder.withRules('color-contrast') : builder).analyze();
    const found = violations.map(({id, help, nodes}) => ({id, help, where: nodes.map(({target}) => target.join(' '))}));
    expect.soft(found, `axe-core on ${state}, ${colorScheme}`).toEqual([]);
  }
}
