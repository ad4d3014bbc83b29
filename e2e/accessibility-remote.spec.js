// What axe-core finds on the remote, in every state that a guest meets, dark and light.

import {isAccessible} from './support/accessible.js';
import {DESKTOP, expect, openPage, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';
import {sayAs} from './support/guest.js';
import {png} from './support/picture.js';

/** @import {Part} from './support/accessible.js' */

/** A sheet of the page, as axe-core finds it. @param {string} name @returns {Part} */
const sheetOf = (name) => ({fromShadowDom: ['remote-app', name]});

test.beforeEach(({phone}) => phone.page.emulateMedia({reducedMotion: 'reduce'}));

test('axe-core finds nothing while one adds', async ({web, tv, phone, guard}) => {
  guard.expect(/422/);
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  const {page, sheet} = phone;
  await expect(page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  await isAccessible(page, 'the way in');
  await phone.tap('Find a song or paste a link');
  await expect(sheet.getByRole('button', {name: /^Add /}).first()).toBeVisible();
  await isAccessible(page, 'adding');
  await sheet.getByRole('button', {name: 'Played', exact: true}).tap(); // before anything could have come to its end
  await expect(sheet).toContainText('Nothing was played');
  await isAccessible(page, 'played');
  await sheet.getByRole('button', {name: 'Back'}).tap();
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
  await sheet.getByRole('button', {name: 'Library', exact: true}).tap();
  await sheet.getByRole('button', {name: 'Folders', exact: true}).tap();
  await sheet.locator('library-panel .group').first().tap();
  await expect(sheet.getByRole('navigation', {name: 'Where you are'})).toBeVisible();
  await isAccessible(page, 'a folder');
});

test('axe-core finds nothing on pages that are filled', async ({guard, server, web, tv, phone}) => {
  guard.expect(/422/);
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  const {page, sheet} = phone;
  await phone.addFromLibrary('Slow colours, twenty seconds', 'Song');
  await tv.plays('bars.webm');
  await phone.tap('Next');
  await tv.plays('song.opus');

  await phone.openSource('Played');
  await expect(sheet.getByRole('listitem').first()).toBeVisible();
  await isAccessible(page, 'what was played', sheetOf('add-sheet'));
  await sheet.getByRole('button', {name: 'Back'}).tap();
  await fetch(`${server.url}/api/lists/Friday?session=${tv.session}`, {method: 'PUT'});
  await sheet.getByRole('button', {name: 'Lists', exact: true}).tap();
  await sheet.getByRole('button', {name: /^Friday/}).tap();
  const list = `#EXTM3U\n#EXTINF:20,Colours\n${web.link('bars.webm')}\n../home/song.mp3\n`;
  await sheet.locator('file-panel input').setInputFiles({name: 'evening.m3u', mimeType: 'text/plain', buffer: Buffer.from(list)});
  await expect(sheet).toContainText('evening.m3u');
  await isAccessible(page, 'a saved list, and one from a file', sheetOf('add-sheet'));
  await sheet.getByRole('button', {name: 'Back'}).tap();
  await sheet.getByRole('button', {name: 'My files', exact: true}).tap();
  const pick = sheet.locator('input.pick');
  await pick.setInputFiles([{name: 'lake.png', mimeType: 'image/png', buffer: png(64, 64)}, {name: 'lies.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html>')}]);
  await sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(sheet).toContainText('no video, music or picture');
  await expect(sheet.getByRole('listitem').filter({hasText: 'lake.png'})).toContainText(/in line|Comes next|Plays now/);
  await pick.setInputFiles([{name: 'boat.png', mimeType: 'image/png', buffer: png(64, 64)}, {name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('milk')}]);
});

test('axe-core finds nothing where there are captions, several screens, and something for the gaps', async ({browser, guard, server, tv, phone}) => {
  const tracks = ['de', 'pt-BR'].map((language) => ({language, label: language, url: `/subtitles/${language}.vtt`}));
  await tv.page.route(/\/api\/library\/[^/]+\/subtitles$/, (route) => route.fulfill({json: {tracks}}));
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  const {page, sheet} = phone;
  await phone.addFromLibrary('Slow colours, twenty seconds');
  await tv.plays('bars.webm');
  await phone.tap('Speed and captions');
  await expect(sheet.getByText('Deutsch', {exact: true})).toBeVisible();
  await isAccessible(page, 'captions', sheetOf('options-sheet'));
  await phone.closeSheet();

  const wall = await openPage(browser, guard, DESKTOP);
  await wall.page.goto(`${server.url}/s/${tv.session}`);
  await phone.tap(/^Who is here/);
  await sheet.getByRole('button', {name: 'Play on Screen 1 only'}).tap();
  await expect(sheet.getByRole('button', {name: 'Play everywhere'})).toBeVisible();
  await isAccessible(page, 'people and screens', sheetOf('people-sheet'));
  await wall.close();
  await phone.closeSheet();
  await phone.tap('Speed and captions');
  await sheet.getByRole('button', {name: /^When nothing is queued/}).tap();
  await expect(sheet.getByRole('radio', {name: /^album/})).toBeVisible();
  await isAccessible(page, 'what plays in the gaps', sheetOf('options-sheet'));
});

test('axe-core finds nothing on sheets, without a line, and when it is over', async ({server, line, tv, phone, guard}) => {
  guard.expect(LINE_DOWN);
  await tv.open();
  await tv.repeats();
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
