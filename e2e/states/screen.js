// Every state of the player page, in three sizes and two themes, to be looked at: e2e/.artifacts/states/screen.

import {DESKTOP, HANDHELD, expect, openPage, test} from '../support/fixtures.js';
import {LINE_DOWN, NOT_FOUND} from '../support/guard.js';
import {sayAs} from '../support/guest.js';
import {Phone} from '../support/phone.js';
import {Screen} from '../support/screen.js';
import {Gallery} from './gallery.js';


/** @import {Page} from '@playwright/test' */

/** A narrow window, a laptop, a 4K television. */
const SIZES = [{width: 480, height: 853}, {width: 1280, height: 720}, {width: 3840, height: 2160}];

/** More than fits on any screen. */
const CROWD = 1000;

const PEOPLE = ['Ann', 'Ben', 'Chloé', '大輔', 'Dr. Maximiliane Wolkenstein-Huber'];

/** Seconds at which the next item is announced, in the films of twenty. */
const NEAR_THE_END_S = 12;

/**
 * What can be found beside the stage while it is idle.
 * @param {Page} page @param {Gallery} gallery
 */
async function findInList(page, gallery) {
  const list = page.locator('list-panel');
  await list.getByRole('button', {name: 'Library', exact: true}).click();
  await expect(list.getByRole('listitem')).toHaveCount(8);
  await gallery.take('15-library');
  await list.getByRole('button', {name: 'Folders', exact: true}).click();
  await list.getByRole('listitem').filter({hasText: 'album'}).click();
  await expect(list.locator('.trail')).toContainText('album');
  await gallery.take('16-library-folder');
  await list.getByRole('textbox').fill('o');
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await gallery.take('17-found');
  await list.getByRole('textbox').fill('nothing of the kind');
  await expect(list).toContainText('Nothing called');
  await gallery.take('18-nothing-found');
}

test('the screen', async ({browser, guard, server, web, line}) => {
  test.setTimeout(900_000);
  guard.expect(LINE_DOWN, NOT_FOUND, /422/);
  const desk = await openPage(browser, guard, DESKTOP);
  const {page} = desk;
  const tv = new Screen(page, line.url);
  const gallery = new Gallery(page, 'screen', SIZES);

  await tv.open();
  await expect(tv.qr).toBeVisible();
  await gallery.take('01-idle');
  await page.keyboard.press('q');
  await expect(page.locator('list-panel')).toBeVisible();
  await gallery.take('02-list-empty');
  await findInList(page, gallery);
  await page.keyboard.press('Escape'); // what was looked for
  await page.keyboard.press('Escape');
  await expect(page.locator('list-panel')).toHaveCount(0);

  const guests = await Promise.all(PEOPLE.map(async (name) => {
    const hand = await openPage(browser, guard, HANDHELD);
    await hand.page.addInitScript((name) => localStorage.setItem('remoted.name', name), name);
    await hand.page.goto(`${server.url}/s/${tv.session}`);
    return new Phone(hand.page);
  }));
  await expect(page.getByRole('listitem').filter({hasText: 'Ann'})).toBeVisible();
  await expect(tv.toasts.locator('p')).toHaveCount(0);
  await gallery.take('03-idle-people');

  const say = (/** @type {{event: string, data: object}[]} */ ...requests) => sayAs(guests[0].page, {protocol: 1, session: tv.session, role: 'remote', name: 'Ann'}, requests);
  const add = (/** @type {string[]} */ ...urls) => ({event: 'add', data: {items: urls.map((url) => ({url}))}});
  await say(add(...['clock.mp4', 'bars.webm', 'song.opus', 'tone.mp3'].map((name) => web.link(name))), {event: 'command', data: {name: 'repeat', mode: 'one'}}, {event: 'command', data: {name: 'play'}});
  await tv.plays('clock.mp4');
  await gallery.take('04-playing', () => page.mouse.move(200 + Math.random() * 50, 200));
  await page.keyboard.press('q');
  await gallery.take('05-playing-list');
  const list = page.locator('list-panel');
  await list.getByRole('button', {name: 'Library', exact: true}).click();
  await list.getByRole('listitem').filter({hasText: 'Third'}).click();
  await list.getByRole('listitem').filter({hasText: 'Second, à la carte'}).hover();
  await expect(list.locator('.ok')).toBeVisible();
  await gallery.take('19-library-added');
  await list.getByRole('textbox').fill(`${web.link('clock.mp4')} https://www.youtube.com/feed`);
  await expect(list.locator('link-card .not')).toBeVisible();
  await gallery.take('20-links');
  await list.getByRole('button', {name: 'Saved lists', exact: true}).click();
  for (const name of ['Saturday', 'Songs that everybody knows by heart and nobody admits to']) {
    await list.getByRole('textbox', {name: 'Name for this list'}).fill(name);
    await list.getByRole('button', {name: 'Save', exact: true}).click();
    await expect(list.getByRole('listitem').filter({hasText: name})).toBeVisible();
  }
  await gallery.take('21-saved-lists');
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('list-panel')).toBeHidden({timeout: 1000});
  }).toPass();
  await page.keyboard.press('i');
  await expect(page.locator('html')).toHaveAttribute('data-quiet', {timeout: 30_000});
  await gallery.take('06-quiet-with-code');
  await page.keyboard.press('i');
  await page.keyboard.press('?');
  await gallery.take('07-help');
  await page.keyboard.press('?');
  await page.keyboard.press('k');
  await tv.isPaused();
  await gallery.take('08-paused', () => page.mouse.move(200 + Math.random() * 50, 200));
  await say({event: 'command', data: {name: 'repeat', mode: 'none'}}, {event: 'command', data: {name: 'seek', position: NEAR_THE_END_S * 1000}}, {event: 'command', data: {name: 'play'}});
  await tv.plays('clock.mp4');
  await page.keyboard.press('k');
  await gallery.take('09-next-announced');

  const {items} = (await server.session(tv.session)).state;
  await say({event: 'command', data: {name: 'jump', item: items[2].id}});
  await tv.plays();
  await page.keyboard.press('k');
  await gallery.take('10-audio', () => page.mouse.move(200 + Math.random() * 50, 200));

  await say(...Array.from({length: CROWD / 100}, (_, part) => add(...Array.from({length: 100}, (_, i) => web.link(`bars.webm?${part * 100 + i}`)))));
  await page.keyboard.press('q');
  await gallery.take('11-list-crowded');
  await page.keyboard.press('q');

  await say(add(web.link('gone.mp4')));
  const last = (await server.session(tv.session)).state.items.at(-1);
  line.hold(); // the session's way on to the next one waits
  await say({event: 'command', data: {name: 'jump', item: last?.id}});
  line.release();
  await expect(tv.failure).toBeVisible();
  line.hold();
  await gallery.take('12-failed');
  line.release();

  line.cut();
  await expect(tv.sign).toContainText(/connect/i);
  await gallery.take('13-no-connection');
  line.mend();
  await expect(tv.sign.locator('p')).toHaveCount(0);

  const client = await page.evaluate((session) => sessionStorage.getItem(`remoted.client.${session}.player`), tv.session);
  await sayAs(guests[0].page, {protocol: 1, session: tv.session, role: 'player', client}, []);
  await expect(page.locator('closed-screen')).toBeVisible();
  await gallery.take('14-used-elsewhere');
  await desk.close();
});
