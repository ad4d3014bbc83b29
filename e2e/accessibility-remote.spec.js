// What axe-core finds on the remote, in every state that a guest meets, dark and light.

import AxeBuilder from '@axe-core/playwright';
import {expect, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';
import {sayAs} from './support/guest.js';

/** @import {Page} from '@playwright/test' */

/** All rules in the dark; in the light what a theme can change. @param {Page} page @param {string} state */
async function isAccessible(page, state) {
  for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
    await page.emulateMedia({colorScheme});
    await page.evaluate(async () => { for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame); }); // colours have changed by then
    const builder = new AxeBuilder({page});
    const {violations} = await (colorScheme === 'light' ? builder.withRules('color-contrast') : builder).analyze();
    const found = violations.map(({id, help, nodes}) => ({id, help, where: nodes.map(({target}) => target.join(' '))}));
    expect.soft(found, `axe-core on the remote, ${state}, ${colorScheme}`).toEqual([]);
  }
}

test.beforeEach(({phone}) => phone.page.emulateMedia({reducedMotion: 'reduce'}));

test('axe-core finds nothing while one adds', async ({web, tv, phone, guard}) => {
  guard.expect(/422/);
  await tv.open();
  await phone.open(await tv.scan());
  const {page, sheet} = phone;
  await phone.tap('Find a song or paste a link');
  await expect(sheet.getByRole('button', {name: /^Add /}).first()).toBeVisible();
  await isAccessible(page, 'adding');
  await sheet.getByRole('textbox').fill('clock');
  await sheet.getByRole('button', {name: /^Add Clock/}).first().tap();
  await expect(sheet.getByRole('button', {name: /^Take Clock/})).toBeVisible();
  await sheet.locator('find-results').getByRole('button', {expanded: false}).first().tap();
  await isAccessible(page, 'found and added');
  await sheet.getByRole('textbox').fill(`${web.link('bars.webm')}\nhttp://user:pass@/nowhere`);
  await expect(sheet).toContainText('Cannot be played');
  await isAccessible(page, 'previews');
  await phone.closeSheet();
  await phone.openSource('Lists');
  await expect(sheet.locator('file-panel input')).toHaveCount(1);
  await isAccessible(page, 'lists');
  await sheet.getByRole('button', {name: 'Back'}).tap();
  await sheet.getByRole('button', {name: 'Played', exact: true}).tap();
  await expect(sheet).toContainText('Nothing was played');
  await isAccessible(page, 'played');
  await sheet.getByRole('button', {name: 'Back'}).tap();
  await sheet.getByRole('button', {name: 'Library', exact: true}).tap();
  await sheet.getByRole('button', {name: 'Folders', exact: true}).tap();
  await sheet.locator('library-panel .group').first().tap();
  await expect(sheet.getByRole('navigation', {name: 'Where you are'})).toBeVisible();
  await isAccessible(page, 'a folder');
});

test('axe-core finds nothing on sheets, without a line, and when it is over', async ({server, line, tv, phone, guard}) => {
  guard.expect(LINE_DOWN);
  await tv.open();
  await phone.open(line.through(await tv.scan()));
  const {page} = phone;
  await phone.addFromLibrary('Slow colours, twenty seconds');
  await isAccessible(page, 'playing');
  for (const [name, state] of /** @type {const} */ ([['Speed and captions', 'options'], [/^Who is here/, 'people'], ['Invite others', 'share'], ['Clear the list', 'clear']])) {
    await phone.tap(name);
    await expect(phone.dialog).toBeVisible();
    if (state === 'share') await phone.sheet.getByText('A bookmark that adds').tap();
    await isAccessible(page, state);
    await phone.closeSheet();
  }
  line.cut();
  await expect(phone.banner).toBeVisible();
  await isAccessible(page, 'offline');
  line.mend();
  await expect(phone.banner).toBeHidden();
  const [item] = (await server.session(tv.session)).state.items;
  await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote', client: item.addedBy?.client}, []);
  await expect(page.getByRole('heading', {name: 'Opened in another tab'})).toBeVisible();
  await isAccessible(page, 'closed');
  await phone.open(`${line.url}/join`);
  await expect(page.getByText('You were here before')).toBeVisible();
  await isAccessible(page, 'known sessions');
});
