// The ways into a session, and what those see who took a wrong turn.

import {HANDHELD, expect, openPage, test} from './support/fixtures.js';
import {NOT_FOUND} from './support/guard.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

test('the code from the screen, typed as people type', async ({server, tv, phone}) => {
  await tv.open();
  const {code} = await server.session(tv.session);
  await phone.open(`${server.url}/join`);
  await phone.page.getByRole('textbox', {name: 'Code'}).fill(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
  await phone.tap('Join');
  await expect(phone.page).toHaveURL(`${server.url}/s/${tv.session}?as=remote`);
  await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
});

test('a wrong code, and the way back', async ({server, guard, phone}) => {
  guard.expect(NOT_FOUND);
  await phone.open(`${server.url}/join`);
  await phone.page.getByRole('textbox', {name: 'Code'}).fill('ZZZ ZZZ');
  await phone.tap('Join');
  await expect(phone.page.getByRole('main')).toContainText('No session has this code');
  await phone.page.getByRole('link', {name: 'Type a code'}).tap();
  await expect(phone.page.getByRole('textbox', {name: 'Code'})).toBeFocused();
});

test('what went wrong is told in the language of the browser', async ({browser, server, guard}) => {
  guard.expect(NOT_FOUND);
  const {page, close} = await openPage(browser, guard, {...HANDHELD, locale: 'de-AT'});
  await page.goto(`${server.url}/j/ZZZZZZ`);
  await expect(page.getByRole('heading')).toHaveText('Keine Sitzung hat diesen Code');
  await expect(page.getByRole('link', {name: 'Code eingeben'})).toBeVisible();
  await expect(page).toHaveTitle(/^Keine Sitzung/);
  await page.goto(`${server.url}/nowhere`);
  await expect(page.getByRole('heading')).toHaveText('Hier ist nichts');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await close();
});

test('an address of no session, and a new one', async ({server, guard, tv}) => {
  guard.expect(NOT_FOUND);
  const response = await tv.page.goto(`${server.url}/s/${NOWHERE}`);
  expect(response?.status()).toBe(404);
  await expect(tv.page.getByRole('heading', {name: 'This session is over'})).toBeVisible();
  await tv.page.getByRole('link', {name: 'New session'}).click();
  await expect(tv.page).toHaveURL(/\/s\/[0-9a-f-]{36}$/);
  await expect(tv.qr).toBeVisible();
});

test('one link: the player on a desktop, the remote on a phone, and the other one on request', async ({tv, phone}) => {
  await tv.open();
  const link = await tv.scan();
  await expect(tv.page.locator('player-app')).toBeVisible();
  await phone.open(link);
  await expect(phone.page.locator('remote-app')).toBeVisible();
  await tv.page.goto(`${link}?as=remote`);
  await expect(tv.page.locator('remote-app')).toBeVisible();
  await phone.open(`${link}?as=player`);
  await expect(phone.page.locator('player-app')).toBeVisible();
});

test('a window too narrow for a screen is a remote, unless it shall be a player', async ({browser, server, guard}) => {
  const {page, close} = await openPage(browser, guard, {viewport: {width: 320, height: 640}, locale: 'en-GB'});
  await page.goto(server.url);
  await expect(page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  await expect(page).toHaveURL(/as=remote/);
  await page.goto(page.url().replace('as=remote', 'as=player'));
  await expect(page.getByRole('img', {name: /QR/})).toBeVisible();
  await close();
});
