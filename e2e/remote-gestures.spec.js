// The list in the hand: dragged, swiped, and changed by two at once.

import {expect, test} from './support/fixtures.js';
import {drag} from './support/finger.js';

const COLOURS = 'Slow colours, twenty seconds';
const [CLOCK, SONG, TONE] = [/Clock/, /Song/, /Tone/];

/** A phone on which the whole list is in sight. */
const TALL = {width: 390, height: 1200};

test.beforeEach(async ({tv, phone}) => {
  await phone.page.setViewportSize(TALL);
  await tv.open();
  await phone.open(await tv.scan());
  await phone.addFromLibrary(COLOURS);
  await tv.plays('bars.webm');
  await phone.tap('Pause');
  await phone.addFromLibrary('Clock, twenty seconds', 'Song', 'Tone');
  await phone.lists(COLOURS, CLOCK, SONG, TONE);
});

test('a row is dragged to another place, and back by undo', async ({server, tv, phone}) => {
  const height = (await phone.row('Tone').boundingBox())?.height ?? 0;
  await drag(phone.page, phone.row('Tone').locator('.handle'), {y: -2 * height});
  await phone.lists(COLOURS, TONE, CLOCK, SONG);
  await expect(tv.next).toContainText('Tone');
  const {state} = await server.session(tv.session);
  expect(state.items.map(({media}) => media.title?.match(/colours|Clock|Song|Tone/)?.[0])).toEqual(['colours', 'Tone', 'Clock', 'Song']);
  await phone.tap('Undo');
  await phone.lists(COLOURS, CLOCK, SONG, TONE);
});

test('a row is swiped away, and back by undo', async ({phone}) => {
  await drag(phone.page, phone.row('Song').locator('.title'), {x: -180});
  await phone.lists(COLOURS, CLOCK, TONE);
  await phone.tap('Undo');
  await phone.lists(COLOURS, CLOCK, SONG, TONE);
});

test('the question for a name covers nothing, moves nothing, and comes once', async ({tv, anotherPhone}) => {
  const newcomer = await anotherPhone();
  const {page} = newcomer;
  await page.setViewportSize(TALL);
  await newcomer.open(await tv.scan());
  const places = () => Promise.all([newcomer.row('Song'), newcomer.button('Invite others'), newcomer.button('Play')].map((one) => one.boundingBox()));
  await expect(newcomer.row('Song')).toBeVisible();
  const before = await places();
  await newcomer.addFromLibrary('First');
  const question = newcomer.button('Show your name beside what you add?');
  await expect(question).toBeVisible();
  expect(await places()).toEqual(before);
  await newcomer.act('Song', 'Remove');
  await newcomer.tap('Undo');
  await newcomer.lists(COLOURS, CLOCK, SONG, TONE, /First/);
  await question.tap();
  await page.getByLabel('Your name').fill('Nia');
  await page.getByRole('button', {name: 'Save'}).tap();
  await expect(question).toBeHidden();
  await page.evaluate(() => localStorage.removeItem('remoted.name'));
  await page.reload();
  await newcomer.addFromLibrary('Second, à la carte');
  await expect(newcomer.row('à la carte')).toBeVisible();
  await expect(question).toBeHidden();
});

test('two who change the same list see the same list', async ({tv, phone, anotherPhone}) => {
  const other = await anotherPhone();
  await other.page.setViewportSize(TALL);
  await other.open(await tv.scan());
  await other.lists(COLOURS, CLOCK, SONG, TONE);
  await Promise.all([phone.act('Song', 'To end'), other.act('Clock', 'Remove')]);
  for (const each of [phone, other]) await each.lists(COLOURS, TONE, SONG);
  await other.act('Tone', 'Play now');
  await tv.plays('tone.mp3');
  await expect(phone.current).toContainText('Tone');
  await expect(other.current).toContainText('Tone');
});
