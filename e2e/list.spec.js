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

test('the way back stays under the thumb when the page has a question of its own', async ({tv, anotherPhone}) => {
  const newcomer = await anotherPhone();
  await newcomer.page.clock.install();
  await newcomer.page.setViewportSize(TALL);
  await newcomer.open(await tv.scan());
  await newcomer.addFromLibrary('First'); // nine seconds after this a newcomer is asked for a name
  await newcomer.page.clock.fastForward(7_000);
  await newcomer.act('Song', 'Remove');
  await expect(newcomer.button('Undo')).toBeVisible();
  await newcomer.page.clock.fastForward(3_000);
  await newcomer.tap('Undo');
  await newcomer.lists(COLOURS, CLOCK, SONG, TONE, /First/);
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
