// The pictures of docs/images.

import {mkdir} from 'node:fs/promises';
import {album} from './support/album.js';
import {DESKTOP, expect, HANDHELD, openPage, test} from './support/fixtures.js';
import {PICTURES} from './support/paths.js';
import {Phone} from './support/phone.js';
import {Screen} from './support/screen.js';

/** @import {Page} from '@playwright/test' */

/** What the pictures tell people to open: an address as at home, in place of this machine's. */
const ADDRESS = 'http://tv.local:8080';

const DARK = /** @type {const} */ ({colorScheme: 'dark'});
const COLOURS = 'Slow colours, twenty seconds';

test.use({flags: ['--public-url', ADDRESS]});

test.beforeAll(() => mkdir(PICTURES, {recursive: true}));

/** @param {string} name */
const picture = (name) => `${PICTURES}/${name}.png`;

/** Gives this phone's owner a name, as the page keeps it. @param {Page} page @param {string} name */
const belongsTo = (page, name) => page.addInitScript((name) => localStorage.setItem('remoted.name', name), name);

test('the pages, playing a real file', async ({browser, guard, server, web}) => {
  const desk = await openPage(browser, guard, {...DESKTOP, ...DARK});
  const hand = await openPage(browser, guard, {...HANDHELD, ...DARK, deviceScaleFactor: 2});
  const other = await openPage(browser, guard, {...HANDHELD, ...DARK});
  const [tv, phone, guest] = [new Screen(desk.page, server.url), new Phone(hand.page), new Phone(other.page)];
  await belongsTo(phone.page, 'Ann');
  await belongsTo(guest.page, 'Ben');

  await tv.open();
  const link = `${server.url}/s/${tv.session}`;
  await phone.open(link);
  await guest.open(link);
  await expect(tv.page.getByText(new URL(ADDRESS).host)).toBeVisible();
  await expect(tv.page.getByRole('listitem').filter({hasText: /Ann|Ben/})).toHaveCount(2);
  await expect(tv.toasts.locator('p')).toHaveCount(0);
  await tv.page.screenshot({path: picture('idle')});

  await phone.addFromLibrary(COLOURS);
  await tv.plays('bars.webm');
  await phone.tap('Pause');
  await guest.addFromLibrary('Clock, twenty seconds', 'Song');
  await phone.addLink(web.link('tone.mp3'));
  await expect(phone.rows).toHaveCount(4);
  await phone.slide(phone.position, 0.35);
  await tv.near(7);
  await expect(tv.toasts.locator('p')).toHaveCount(0);
  await expect(phone.note.getByRole('button')).toHaveCount(0);
  await phone.tap('Play');
  await tv.plays('bars.webm');
  await expect(tv.condition).toHaveText('Now playing');

  await tv.page.mouse.move(640, 200); // brings the words back
  const pictures = {
    screen: await tv.page.screenshot({path: picture('player')}),
    phone: await phone.page.screenshot({path: picture('remote')}),
  };
  const both = await openPage(browser, guard, {viewport: {width: 1400, height: 700}});
  await both.page.setContent(album(pictures));
  await both.page.locator('#album').screenshot({path: picture('remoted'), omitBackground: true});
  for (const {close} of [desk, hand, other, both]) await close();
});
