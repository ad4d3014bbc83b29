// What axe-core finds on the screen, in the states in which people look at it, dark and light.

import {isAccessible} from './support/accessible.js';
import {expect, test} from './support/fixtures.js';
import {NOT_FOUND} from './support/guard.js';
import {sayAs} from './support/guest.js';

/** @import {Part} from './support/accessible.js' */

/** The list beside the stage, as axe-core finds it. @type {Part} */
const LIST = {fromShadowDom: ['player-app', 'list-panel']};

test('axe-core finds nothing on the screen, whatever it shows', async ({guard, tv, web}) => {
  guard.expect(NOT_FOUND);
  await tv.open();
  const {page} = tv;
  const say = (/** @type {{event: string, data: object}[]} */ ...requests) => sayAs(page, {protocol: 1, session: tv.session, role: 'remote', name: 'Ann'}, requests);
  await expect(tv.qr).toBeVisible();
  await isAccessible(page, 'idle');

  await say({event: 'add', data: {items: ['song.opus', 'bars.webm', 'gone.mp4'].map((name) => ({url: web.link(name)}))}}, {event: 'command', data: {name: 'play'}});
  await tv.plays('song.opus');
  await page.keyboard.press('k');
  await tv.isPaused();
  await isAccessible(page, 'a song paused');
  await page.keyboard.press('q');
  await expect(page.locator('list-panel')).toBeVisible();
  await isAccessible(page, 'the list');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', {name: 'Keys'})).toBeVisible();
  await isAccessible(page, 'the keys');
  await page.keyboard.press('Escape');

  const [, {data}] = await say({event: 'sync', data: {epoch: '00000000-0000-4000-8000-000000000000', seq: 0}});
  await say({event: 'command', data: {name: 'jump', item: data.state.items[2].id}});
  await expect(page.getByRole('heading', {name: '“gone” did not play'})).toBeVisible();
  await isAccessible(page, 'after a failure');

  const client = await page.evaluate((session) => sessionStorage.getItem(`remoted.client.${session}.player`), tv.session);
  await sayAs(page, {protocol: 1, session: tv.session, role: 'player', client}, []);
  await expect(page.locator('closed-screen')).toBeVisible();
  await isAccessible(page, 'used elsewhere');
});

test('axe-core finds nothing in what can be found beside the stage', async ({tv, web}) => {
  await tv.open();
  const {page} = tv;
  await expect(tv.qr).toBeVisible();
  const list = page.locator('list-panel');
  const field = list.getByRole('textbox', {name: 'Title, artist or link'});
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused({timeout: 1000});
  }).toPass();
  await field.fill(''); // the first key may have come twice, while the list was being loaded
  await list.getByRole('button', {name: 'Library', exact: true}).click();
  await list.getByRole('button', {name: 'Folders', exact: true}).click();
  await list.getByRole('listitem').filter({hasText: 'album'}).click();
  await list.getByRole('listitem').filter({hasText: 'Second'}).getByRole('button', {name: /^Add Second/}).click();
  await expect(list.locator('.ok')).toBeVisible();
  await isAccessible(page, 'a folder of the library', LIST);
  await field.fill('twenty');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await isAccessible(page, 'what words find', LIST);
  await field.fill(web.link('bars.webm'));
  await expect(list.locator('link-card')).toContainText('127.0.0.1');
  await isAccessible(page, 'a look at a link', LIST);
  await list.getByRole('button', {name: 'Saved lists', exact: true}).click();
  await list.getByRole('textbox', {name: 'Name for this list'}).fill('Tonight');
  await list.getByRole('button', {name: 'Save', exact: true}).click();
  await expect(list.getByRole('listitem')).toContainText('Tonight');
  await isAccessible(page, 'the saved lists', LIST);
});
