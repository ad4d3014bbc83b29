// A phone whose line is bad: nothing is lost, and nothing counts twice.

import {expect, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';
import {INTERVAL_MS} from '../web/shared/connection/probe.js';

const COLOURS = 'Slow colours, twenty seconds';

test.beforeEach(async ({line, guard, tv, phone}) => {
  guard.expect(LINE_DOWN);
  await tv.open();
  await phone.open(line.through(await tv.scan()));
  await phone.addFromLibrary(COLOURS);
  await tv.plays('bars.webm');
  await phone.tap('Previous, or from the start');
  await phone.tap('Pause');
  await tv.isPaused();
});

test('what is tapped while offline is kept, and sent once', async ({server, web, line, tv, phone}) => {
  await phone.slide(phone.position, 0);
  await expect.poll(async () => (await server.session(tv.session)).state.playback.position).toBe(0);
  line.cut();
  await expect(phone.banner).toBeVisible();
  await expect(phone.banner).toContainText('No connection');
  await phone.lists(COLOURS);
  await phone.tap('Forward 10 seconds');
  await phone.button('Add something…').tap();
  await phone.sheet.getByRole('textbox').fill(web.link('tone.mp3'));
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(phone.sheet).toContainText('It goes out as soon as the connection is back');

  line.mend();
  await expect(phone.banner).toBeHidden();
  await expect(phone.dialog).toBeHidden();
  await phone.lists(COLOURS, 'tone');
  await tv.near(10);
  const {state} = await server.session(tv.session);
  expect(state.playback.position, 'ten seconds from the start, ms').toBe(10_000);
  expect(state.items).toHaveLength(2);
});

test('what was carried out, but not answered, is not carried out again', async ({server, web, line, tv, phone}) => {
  const items = async () => (await server.session(tv.session)).state.items.length;
  line.hold();
  await phone.button('Add something…').tap();
  await phone.sheet.getByRole('textbox').fill(web.link('tone.mp3'));
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect.poll(items, 'the server has it').toBe(2);
  await expect(phone.dialog, 'the phone does not know').toBeVisible();

  line.cut();
  await expect(phone.banner).toBeVisible();
  line.mend();
  await expect(phone.banner).toBeHidden();
  await expect(phone.dialog).toBeHidden();
  await phone.addLink(web.link('song.opus')); // what is sent later is answered later: the first one is settled by then
  await phone.lists(COLOURS, 'tone', 'song');
  expect(await items()).toBe(3);
});

test('a browser that says it is offline comes back as soon as it says it is online', async ({tv, phone}) => {
  await phone.page.clock.install();
  await phone.page.reload();
  await phone.lists(COLOURS);
  await expect(phone.button('Play')).toBeEnabled();
  await phone.page.context().setOffline(true);
  await expect(async () => { // a line that is dead without a word is noticed by its silence
    await phone.page.clock.fastForward(INTERVAL_MS);
    await expect(phone.banner).toBeVisible({timeout: 1000});
  }).toPass();
  await phone.tap('Play');
  await phone.page.context().setOffline(false);
  await expect(phone.banner).toBeHidden();
  await tv.plays('bars.webm');
});
