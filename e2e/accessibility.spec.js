// What axe-core finds on the pages, in the states in which people use them.

import AxeBuilder from '@axe-core/playwright';
import {expect, test} from './support/fixtures.js';

/** @import {Page} from '@playwright/test' */

/** @param {Page} page */
async function isAccessible(page) {
  const {violations} = await new AxeBuilder({page}).analyze();
  const found = violations.map(({id, impact, help, nodes}) => ({id, impact, help, where: nodes.map(({target}) => target.join(' '))}));
  expect(found, `axe-core on ${page.url()}`).toEqual([]);
}

test('axe-core finds nothing on either page', async ({server, tv, phone}) => {
  await tv.open();
  await tv.repeats();
  const link = await tv.scan();
  await isAccessible(tv.page);
  await phone.open(link);
  await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  await isAccessible(phone.page);

  await phone.button(/library/i).tap();
  await expect(phone.sheet.getByRole('button', {name: 'Add Song', exact: true})).toBeVisible();
  await isAccessible(phone.page);
  await phone.sheet.getByRole('button', {name: 'Back'}).tap();
  await isAccessible(phone.page);
  await phone.closeSheet();

  await phone.addFromLibrary('Slow colours, twenty seconds', 'Song');
  await tv.plays('bars.webm');
  await isAccessible(tv.page);
  await isAccessible(phone.page);

  await phone.open(`${server.url}/join`);
  await isAccessible(phone.page);
});
