// Finding something to play: by words, by a look at a link, and through the folders of the library.

import {crowdedFolder} from './support/crowded.js';
import {expect, test} from './support/fixtures.js';

/** What the server would answer where it has a key for YouTube: no test talks to YouTube. */
const VIDEOS = {items: [{provider: 'youtube', ref: 'abcdefghijk', url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'Clock Song (live)', duration: 241_000}]};

test.beforeEach(({tv}) => tv.open());

test('words find titles while one types; one tap adds, one takes back', async ({server, tv, phone}, info) => {
  await phone.open(await tv.scan());
  await phone.tap('Find a song or paste a link');
  await expect(phone.sheet.getByRole('textbox')).toBeFocused();
  await phone.page.keyboard.type('clock tw');
  const found = phone.sheet.locator('find-results');
  await expect(found.getByRole('listitem')).toHaveCount(1);
  await phone.page.screenshot({path: info.outputPath('found.png')});
  await found.getByRole('button', {name: 'Add Clock, twenty seconds', exact: true}).tap();
  await expect(found).toContainText('Plays now.');
  await expect(found.getByRole('status').filter({hasText: 'Added “Clock, twenty seconds”. Plays now.'})).toHaveCount(1);
  await found.getByRole('button', {name: 'Take Clock, twenty seconds back'}).tap();
  await expect.poll(async () => (await server.session(tv.session)).state.items.length).toBe(0);
  await expect(found.getByRole('button', {name: 'Add Clock, twenty seconds', exact: true})).toBeVisible();
  await phone.sheet.getByRole('textbox').fill('no such thing');
  await expect(found).toContainText('Nothing called “no such thing”');
});

test('where the server searches videos, they are found beside the library', async ({server, tv, phone}, info) => {
  await phone.page.route(/\/api\/sessions\/[^/?]+$/, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    await route.fulfill({response, json: {...body, features: {...body.features, search: true}}});
  });
  /** @type {string[]} */
  const asked = [];
  await phone.page.route(/\/search\?/, async (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('q') ?? '');
    await route.fulfill({json: VIDEOS});
  });
  await phone.open(await tv.scan());
  await phone.tap('Find a song or paste a link');
  await expect(phone.sheet.getByRole('textbox')).toBeFocused();
  await phone.page.keyboard.type('clock, tw', {delay: 20});
  const videos = phone.sheet.getByRole('list', {name: 'YouTube'});
  await expect(videos.getByRole('listitem')).toHaveCount(1);
  await expect(videos).toContainText('4:01');
  await expect(phone.sheet.getByRole('list', {name: 'Library'}).getByRole('listitem')).toHaveCount(1);
  await phone.page.screenshot({path: info.outputPath('videos.png')});
  expect(asked, 'asked once, when the typing paused').toEqual(['clock, tw']);
  await videos.getByRole('button', {name: /^Clock Song/}).tap();
  await expect(videos.getByRole('button', {name: 'Play next', exact: true})).toBeVisible();
  expect((await server.session(tv.session)).state.items, 'a look adds nothing').toHaveLength(0);
});

test('a link is shown before it is added; adding waits for nothing', async ({web, tv, phone, guard}, info) => {
  guard.expect(/422/);
  /** @type {(() => void)|undefined} */
  let answer;
  await phone.page.route(/\/preview\?/, async (route) => {
    const url = new URL(route.request().url()).searchParams.get('url') ?? '';
    if (url.includes('slow')) await new Promise((resolve) => (answer = () => resolve(undefined)));
    const media = {provider: 'file', ref: url, url, title: 'A Film', duration: 5_400_000};
    await route.fulfill({json: url.includes('bad') ? {media, playable: false, reason: 'there is nothing at this address'} : {media, playable: true, list: {url: `${url}&list=1`, title: 'Trilogy', count: 3}}}).catch(() => {});
  });
  await phone.open(await tv.scan());
  await phone.tap('Find a song or paste a link');
  const field = phone.sheet.getByRole('textbox');
  await field.fill('https://films.example/bad');
  await expect(phone.sheet.locator('link-preview')).toContainText('Cannot be played: There is nothing at this address');
  await expect(phone.sheet.getByRole('button', {name: 'Add', exact: true}), 'a look is no gate').toBeEnabled();
  await field.fill('https://films.example/one');
  const preview = phone.sheet.locator('link-preview');
  await expect(preview).toContainText('A Film');
  await expect(preview).toContainText('1:30:00');
  await expect(preview).toContainText('3 items');
  await preview.getByRole('checkbox', {name: 'Add the whole list “Trilogy”'}).tap();
  await expect(preview.getByRole('checkbox')).toBeChecked();
  await phone.page.screenshot({path: info.outputPath('preview.png')});
  await field.fill(`${web.link('bars.webm')}?slow`);
  await expect(preview).toContainText('Taking a look');
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(phone.dialog).toBeHidden();
  await phone.lists(/bars/);
  answer?.();
});

test('through folders and back, and all of one at once', async ({server, tv, phone}, info) => {
  await phone.open(await tv.scan());
  await phone.tap('Browse the library');
  const {sheet} = phone;
  await sheet.getByRole('button', {name: 'Folders', exact: true}).tap();
  await sheet.getByRole('button', {name: /^Shared/}).tap();
  await sheet.getByRole('button', {name: /^Music/}).tap();
  await sheet.getByRole('button', {name: /^The Lanterns/}).tap();
  await expect(sheet.getByRole('button', {name: /^First Light/})).toBeVisible();
  await expect(sheet.getByRole('navigation', {name: 'Where you are'})).toContainText('Music');
  await phone.page.screenshot({path: info.outputPath('folder.png')});
  await sheet.getByRole('button', {name: 'Add all'}).tap();
  await expect(sheet.locator('add-all')).toContainText('9 added');
  const names = async () => (await server.session(tv.session)).state.items.map(({media}) => media.title);
  await expect.poll(names).toEqual(['Aurora', 'Before the Rain', 'Cold Tea', 'Drift', 'Evening Train', 'Far from Here', 'Harbour', 'Islands', 'Jasmine']);
  await sheet.getByRole('button', {name: 'Undo'}).tap();
  await expect.poll(names).toEqual([]);
  await sheet.getByRole('button', {name: 'Back'}).tap();
  await expect(sheet.getByRole('button', {name: /^Mara Quell/})).toBeVisible();
  await sheet.getByRole('navigation', {name: 'Where you are'}).getByRole('button', {name: 'Folders'}).tap();
  await expect(sheet.getByRole('button', {name: /^Shared/})).toBeVisible();
  await sheet.getByRole('button', {name: 'Back'}).tap();
  await expect(sheet.getByRole('textbox')).toBeVisible();
});

test.use({
  flags: async ({}, use) => {
    const folder = await crowdedFolder();
    await use(['--media', folder.path]);
    await folder.remove();
  },
});
