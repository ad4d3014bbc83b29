// The ways to add from a phone: links, list files, what was played, what another page or app hands over.

import {writeFile} from 'node:fs/promises';
import {HANDHELD, expect, openPage, test} from './support/fixtures.js';
import {sayAs} from './support/guest.js';
import {Phone} from './support/phone.js';

/** @import {TestInfo} from '@playwright/test' */

const COLOURS = 'Slow colours, twenty seconds';
const CLOCK = /Clock, twenty seconds/;

test.beforeEach(async ({tv}) => {
  await tv.open();
  await tv.repeats();
});

/** A picture of a state, for people to look at. @param {Phone} phone @param {TestInfo} info @param {string} name */
const look = (phone, info, name) => phone.page.screenshot({path: info.outputPath(`${name}.png`)});

/** @param {Phone} phone @param {string} name @param {string} text */
async function chooseFile(phone, name, text) {
  await phone.openSource('Lists');
  await phone.sheet.locator('file-panel input').setInputFiles({name, mimeType: 'text/plain', buffer: Buffer.from(text)});
}

test('several links at once, one of them refused, and why', async ({guard, web, tv, phone}, info) => {
  guard.expect(/422/);
  await phone.open(await tv.scan());
  await phone.tap('Find a song or paste a link');
  await phone.sheet.getByRole('textbox').fill(`${web.link('bars.webm')}\nhttp://user:pass@/nowhere\n${web.link('tone.mp3')}`);
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(phone.sheet.locator('.results li')).toHaveCount(3);
  await expect(phone.sheet.locator('.results .refused')).toContainText('nowhere');
  await look(phone, info, 'refused');
  await phone.closeSheet();
  await phone.lists(/bars/, /tone/);
  await tv.plays('bars.webm');
});

test('an M3U file from the phone, with what it holds shown before', async ({web, tv, phone}, info) => {
  await phone.open(await tv.scan());
  const list = `#EXTM3U\n#EXTINF:20,Colours\n${web.link('bars.webm')}\n#EXTINF:15,Chord\n${web.link('tone.mp3')}\n../home/song.mp3\n`;
  await chooseFile(phone, 'evening.m3u', list);
  await expect(phone.sheet).toContainText('evening.m3u: 2 items');
  await expect(phone.sheet).toContainText('1 entry cannot be taken');
  await look(phone, info, 'file');
  await phone.sheet.getByRole('button', {name: 'Add all 2'}).tap();
  await expect(phone.dialog).toBeHidden();
  await phone.lists('Colours', 'Chord');
  await tv.plays('bars.webm');
});

test('a file of a thousand links goes up whole, and is one step to undo', async ({web, server, tv, phone}) => {
  const length = async () => (await server.session(tv.session)).state.items.length;
  await phone.open(await tv.scan());
  await phone.addLink(web.link('bars.webm'));
  await tv.plays('bars.webm');
  const items = Array.from({length: 1000}, (_, i) => ({url: web.link('tone.mp3'), title: `Number ${i + 1}`}));
  await chooseFile(phone, 'list.json', JSON.stringify({items}));
  await phone.sheet.getByRole('button', {name: 'Add all 1000'}).tap();
  await phone.says('1000 added');
  expect(await length()).toBe(1001);
  await phone.tap('Undo');
  await expect.poll(length).toBe(1);
});

test('a file that is no list says so', async ({guard, tv, phone}) => {
  guard.expect(/422/);
  await phone.open(await tv.scan());
  await chooseFile(phone, 'stream.m3u8', '#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na.ts\n');
  await expect(phone.sheet).toContainText('This file describes a stream');
  await phone.sheet.locator('file-panel input').setInputFiles({name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing here')});
  await expect(phone.sheet).toContainText('x.txt holds no links');
  await phone.sheet.locator('file-panel input').setInputFiles({name: 'big.txt', mimeType: 'text/plain', buffer: Buffer.alloc(4 * 1024 * 1024 + 1, 'a')});
  await expect(phone.sheet).toContainText('at most 4 MB');
});

test('what was played is listed when the next one begins, and can be had again', async ({tv, phone}, info) => {
  await phone.open(await tv.scan());
  await phone.addFromLibrary(COLOURS, 'Clock, twenty seconds');
  await tv.plays('bars.webm');
  await phone.tap('What was played');
  await expect(phone.sheet).toContainText('Nothing was played here yet');
  await tv.page.keyboard.press('n');
  const played = phone.sheet.getByRole('list', {name: 'What was played'}).getByRole('listitem');
  await expect(played).toHaveCount(1);
  await expect(played).toContainText(COLOURS);
  await look(phone, info, 'played');
  await played.getByRole('button', {name: new RegExp(`^${COLOURS}`)}).tap();
  await played.getByRole('button', {name: 'Play next', exact: true}).tap();
  await expect(phone.sheet.getByRole('status').filter({hasText: `Added “${COLOURS}”`})).toBeVisible();
  await phone.closeSheet();
  await phone.lists(COLOURS, CLOCK, COLOURS);
});

test('a link in the address is offered for adding, once', async ({web, tv, phone}, info) => {
  const link = await tv.scan();
  await phone.open(`${link}?as=remote&add=${encodeURIComponent(web.link('tone.mp3'))}`);
  await expect(phone.sheet.getByRole('textbox')).toHaveValue(web.link('tone.mp3'));
  await expect(phone.page).toHaveURL(`${link}?as=remote`);
  await look(phone, info, 'handed-over');
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await phone.lists('tone');
  await tv.plays('tone.mp3');
  await phone.page.reload();
  await phone.lists('tone');
  await expect(phone.dialog).toBeHidden();
});

test('what an app shares goes to the session that the phone is in', async ({server, web, tv, phone}) => {
  const link = await tv.scan();
  await phone.open(link);
  await expect.poll(() => phone.page.evaluate(() => localStorage.getItem('remoted.sessions'))).toContain(tv.session);
  await phone.open(`${server.url}/join?title=Chord&text=${encodeURIComponent(`Listen: ${web.link('tone.mp3')}`)}`);
  await expect(phone.page).toHaveURL(`${server.url}/s/${tv.session}?as=remote`);
  await expect(phone.sheet.getByRole('textbox')).toHaveValue(web.link('tone.mp3'));
});

test('what an app shares with a phone that is in no session waits until it has joined', async ({server, web, tv, phone}) => {
  const {code} = await server.session(tv.session);
  await phone.open(`${server.url}/join?url=${encodeURIComponent(web.link('tone.mp3'))}`);
  await expect(phone.page.getByRole('main')).toContainText('Join first');
  await phone.page.getByRole('textbox', {name: 'Code'}).fill(code);
  await phone.tap('Join');
  await expect(phone.sheet.getByRole('textbox')).toHaveValue(web.link('tone.mp3'));
});

test('the bookmark sends the page that one looks at', async ({server, web, tv, phone}, info) => {
  await phone.open(await tv.scan());
  await phone.tap('Invite others');
  await phone.sheet.getByText('A bookmark that adds').tap();
  const bookmark = phone.sheet.getByRole('link', {name: 'Add to the list'});
  await look(phone, info, 'bookmark');
  const program = (await bookmark.getAttribute('href'))?.replace(/^javascript:/, '') ?? '';
  await bookmark.tap(); // a tap copies: the policy of the page forbids to run it here
  await expect(phone.sheet.getByRole('status').filter({hasText: 'ookmark'})).toBeVisible();

  await phone.page.goto(web.link('tone.mp3'));
  const opened = phone.page.context().waitForEvent('page');
  await phone.page.evaluate(program);
  const guest = new Phone(await opened);
  await expect(guest.page).toHaveURL(new RegExp(`${server.url}/s/${tv.session}`));
  await expect(guest.sheet.getByRole('textbox')).toHaveValue(web.link('tone.mp3'));
});

test('a session that the phone was in is offered again, and forgotten on request', async ({server, tv, phone}, info) => {
  await phone.open(await tv.scan());
  await expect.poll(() => phone.page.evaluate(() => localStorage.getItem('remoted.sessions'))).toContain(tv.session);
  const {code} = await server.session(tv.session);
  await phone.open(`${server.url}/join`);
  const known = phone.page.getByRole('region', {name: 'You were here before'});
  await expect(known).toContainText(code);
  await expect(known).toContainText('today');
  await look(phone, info, 'known');
  await known.getByRole('link').tap();
  await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  await phone.open(`${server.url}/join`);
  await known.getByRole('button', {name: /^Forget/}).tap();
  await expect(known).toBeHidden();
});

test('a session that has ended is not offered', async ({server, guard, phone}) => {
  guard.expect(/404/);
  await phone.open(`${server.url}/join`);
  await phone.page.evaluate(() => localStorage.setItem('remoted.sessions', JSON.stringify([{session: '00000000-0000-4000-8000-000000000000', code: 'ZZZZZZ', screen: '', at: Date.now()}])));
  await phone.page.reload();
  await expect.poll(() => phone.page.evaluate(() => localStorage.getItem('remoted.sessions'))).toBe('[]');
  await expect(phone.page.getByText('You were here before')).toBeHidden();
});

test('a photo of the QR code joins; one of something else says so', async ({server, tv, phone}, info) => {
  await tv.scan();
  await phone.open(`${server.url}/join`);
  const chooser = phone.page.locator('#photo input');
  await chooser.setInputFiles({name: 'photo.png', mimeType: 'image/png', buffer: await tv.page.screenshot({clip: {x: 0, y: 0, width: 8, height: 8}})});
  await expect(phone.page.locator('#photo')).toContainText('No QR code was found');
  await look(phone, info, 'no-code');
  const path = info.outputPath('photo.png');
  await writeFile(path, await tv.page.screenshot());
  await chooser.setInputFiles(path);
  await expect(phone.page).toHaveURL(new RegExp(`/s/${tv.session}`));
  await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
});

test('a title from elsewhere is text in what was played', async ({server, web, tv, phone, anotherPhone}) => {
  const title = '<img src=x onerror=alert(1)>';
  const guest = await anotherPhone();
  await guest.open(`${server.url}/join`);
  const requests = [{event: 'add', data: {items: [{url: web.link('bars.webm'), title}, {url: web.link('tone.mp3')}], place: 'now'}}, {event: 'command', data: {name: 'next'}}];
  await sayAs(guest.page, {protocol: 1, session: tv.session, role: 'remote'}, requests);
  await phone.open(await tv.page.url());
  await phone.tap('What was played');
  await expect(phone.sheet.getByRole('listitem').first()).toContainText(title);
  await expect(phone.page.locator('img[src="x"]')).toHaveCount(0);
});

test('a phone speaks the language that it is set to', async ({browser, guard, tv}, info) => {
  const link = await tv.scan();
  for (const [language, heading] of [['de-AT', 'Was wollen wir spielen?'], ['es-MX', '¿Qué ponemos?'], ['fr', 'On écoute quoi ?'], ['ja', '何を再生しますか？'], ['zh-TW', '想播什麼？']]) {
    const {page, close} = await openPage(browser, guard, {...HANDHELD, viewport: {width: 320, height: 640}, locale: language});
    const phone = new Phone(page);
    await phone.open(link);
    await expect(page.getByRole('heading', {name: heading})).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh-TW' ? 'zh-Hant' : language.slice(0, 2));
    await look(phone, info, `${language}-empty`);
    await page.locator('.starters button').first().tap();
    await expect(phone.sheet.getByRole('textbox')).toBeVisible();
    await look(phone, info, `${language}-adding`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page, px').toBe(page.viewportSize()?.width);
    await close();
  }
});
