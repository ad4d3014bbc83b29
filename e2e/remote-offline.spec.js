// Certainty: what becomes of taps while the line is down, and how long they count.

import {expect, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';
import {EXPIRY_MS} from '../web/shared/connection/requests.js';

test.beforeEach(async ({line, guard, web, tv, phone}) => {
  guard.expect(LINE_DOWN);
  await tv.open();
  await phone.open(line.through(await tv.scan()));
  await phone.addLink(['bars.webm', 'clock.mp4', 'tone.mp3'].map((name) => web.link(name)).join('\n'));
  await phone.lists('bars', 'clock', 'tone');
  await tv.plays('bars.webm');
  await phone.tap('Pause'); // so that nothing moves on but by a tap
  await tv.isPaused();
});

test('taps of two phones while one is away: each counts once, in the end both see the same', async ({server, line, tv, phone, anotherPhone}, info) => {
  const other = await anotherPhone();
  await other.open(await tv.scan().catch(() => tv.page.url()));
  await other.lists('bars', 'clock', 'tone');
  line.cut();
  await expect(phone.banner).toBeVisible();
  await phone.act('tone', 'Remove');
  await expect(phone.row('tone')).toHaveAttribute('aria-busy', 'true');
  await phone.page.screenshot({path: info.outputPath('offline.png')});
  await other.act('tone', 'Up');
  await other.lists('bars', 'tone', 'clock');
  line.mend();
  await expect(phone.banner).toBeHidden();
  await phone.lists('bars', 'clock');
  await other.lists('bars', 'clock');
  const {seq} = await server.session(tv.session);
  await phone.page.reload();
  await phone.lists('bars', 'clock');
  expect((await server.session(tv.session)).seq, 'a reload sends nothing again').toBe(seq);
});

test('next, tapped while away, does not skip what came meanwhile', async ({line, tv, phone, anotherPhone}) => {
  const other = await anotherPhone();
  await other.open(tv.page.url());
  await other.lists('bars', 'clock', 'tone');
  line.cut();
  await expect(phone.banner).toBeVisible();
  await phone.tap('Next');
  await other.tap('Next');
  await tv.plays('clock.mp4');
  line.mend();
  await expect(phone.banner).toBeHidden();
  await phone.says('Somebody else was faster');
  await expect(phone.title).toContainText('clock');
  await tv.plays('clock.mp4');
});

test('a tap that is too old is given up, with a word about it, and never sent', async ({server, line, tv, phone}, info) => {
  await phone.page.clock.install();
  await phone.page.reload();
  await phone.lists('bars', 'clock', 'tone');
  line.cut();
  await expect(phone.banner).toBeVisible();
  await phone.act('tone', 'Remove');
  await phone.page.clock.fastForward(EXPIRY_MS);
  await phone.says('That did not get through');
  await phone.page.screenshot({path: info.outputPath('expired.png')});
  const {seq} = await server.session(tv.session);
  line.mend();
  await expect(phone.banner).toBeHidden();
  await phone.lists('bars', 'clock', 'tone');
  await expect(phone.row('tone')).toHaveAttribute('aria-busy', 'false');
  expect((await server.session(tv.session)).state.items).toHaveLength(3);
  expect((await server.session(tv.session)).seq - seq, 'changes meanwhile').toBe(0);
});
