// What plays, and what comes after it.

import {expect, test} from './support/fixtures.js';
import {Folder} from './support/folder.js';
import {NOT_FOUND} from './support/guard.js';
import {ROOT} from './support/paths.js';

const COLOURS = 'Slow colours, twenty seconds';
const CLOCK = 'Clock, twenty seconds';

test.beforeEach(async ({tv, phone}) => {
  await tv.open();
  await phone.open(await tv.scan());
});

test('the end of one is the beginning of the next, until nothing is left', async ({web, tv, phone}) => {
  await phone.addLink(`${web.link('bars.webm')}\n${web.link('clock.mp4')}`);
  await tv.plays('bars.webm');
  await phone.slide(phone.position, 0.95);
  await tv.plays('clock.mp4');
  await expect(phone.title).toContainText('clock');
  await phone.slide(phone.position, 0.97);
  await expect(tv.page.getByRole('heading', {name: 'That was the last one'})).toBeVisible();
  await expect(phone.condition).toContainText('That was the last one');
});

test('a link with no media behind it says so on both pages, and the next one plays', async ({web, guard, tv, phone}) => {
  guard.expect(NOT_FOUND);
  await phone.addLink(`${web.link('gone.webm')}\n${web.link('bars.webm')}`);
  await tv.says(/“gone” did not play.*There is no media at this address/);
  await tv.plays('bars.webm');
  await expect(phone.row('gone')).toContainText('Did not play: There is no media at this address');
  await expect(phone.current).toContainText('bars');
});

test('a list of broken links comes to an end', async ({server, web, guard, tv, phone}) => {
  guard.expect(NOT_FOUND);
  await phone.addLink(`${web.link('gone.webm')}\n${web.link('lost.webm')}`);
  await expect(phone.row('gone')).toContainText('Did not play');
  await expect(phone.row('lost')).toContainText('Did not play');
  await expect.poll(async () => (await server.session(tv.session)).state.playback.status).not.toBe('playing');
  await expect(tv.page.getByRole('heading', {name: '“lost” did not play'})).toBeVisible();
});

test('a screen that is loaded again goes on where it was', async ({guard, tv, phone}) => {
  const folder = await Folder.serve(`${ROOT}/testdata/sync`); // of a file that lasts longer than any reload
  guard.allow(folder.url);
  await phone.addLink(`${folder.url}/counter.mp4`);
  await tv.plays('counter.mp4');
  await phone.slide(phone.position, 0.3);
  await tv.near(22);
  await tv.page.reload();
  await tv.plays('counter.mp4');
  expect((await tv.media()).time, 'seconds played').toBeGreaterThan(21);
  await folder.close();
});

test('next, tapped by two who see the same, skips one', async ({line, tv, phone, anotherPhone}) => {
  await tv.repeats();
  const late = await anotherPhone();
  await late.open(line.through(await tv.scan()));
  await phone.addFromLibrary(COLOURS, CLOCK, 'Song');
  await late.lists(/Slow colours/, /Clock/, /Song/);
  await tv.plays('bars.webm');
  await expect(late.current).toContainText(COLOURS);

  line.hold();
  await phone.tap('Next');
  await tv.plays('clock.mp4');
  await late.tap('Next');
  line.release();
  await late.says('Somebody else was faster');
  await expect(late.title).toContainText(CLOCK);
  await tv.plays('clock.mp4');
});
