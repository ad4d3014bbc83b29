// What others do while one drags, and a line that goes while one adds.

import {expect, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';

/** @import {Phone} from './support/phone.js' */

/** A phone on which the whole list is in sight, above the notes. */
const TALL = {width: 390, height: 1400};

test.beforeEach(async ({tv, phone}) => {
  await phone.page.addInitScript(() => localStorage.setItem('remoted.name.asked', '1')); // no question comes in between
  await tv.open();
  await tv.repeats();
});

/**
 * Takes a row by its handle, and holds it.
 * @param {Phone} phone @param {string} title
 */
async function take(phone, title) {
  const handle = await phone.row(title).locator('.handle').boundingBox();
  if (!handle) throw new Error('the row is not visible');
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  const touch = await phone.page.context().newCDPSession(phone.page);
  const to = (/** @type {'touchStart'|'touchMove'} */ type, /** @type {number} */ by) => touch.send('Input.dispatchTouchEvent', {type, touchPoints: [{x, y: y + by}]});
  await to('touchStart', 0);
  return {
    height: handle.height,
    move: (/** @type {number} */ by) => to('touchMove', by),
    drop: () => touch.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []}),
  };
}

test('rows come and go under a row that is dragged: it lands where it is dropped; removed, it is let go with a word', async ({web, tv, phone, anotherPhone}) => {
  const link = await tv.scan();
  const other = await anotherPhone();
  await phone.open(link);
  await other.open(link);
  await phone.page.setViewportSize(TALL);
  await tv.adds(...['bars.webm', 'clock.mp4', 'tone.mp3', 'song.opus', 'short.webm'].map((name) => web.link(name)));
  await other.lists('bars', 'clock', 'tone', 'song', 'short');
  const row = (await phone.row('tone').boundingBox())?.height ?? 0;

  const drag = await take(phone, 'short');
  for (let i = 1; i <= 4; i++) await drag.move((-row * i) / 4);
  await other.act('clock', 'Remove');
  await phone.lists('bars', 'tone', 'song', 'short');
  await drag.move(-row * 2.02); // one row up, and one more since the list has come up under it
  await drag.drop();
  await other.lists('bars', 'tone', 'short', 'song');
  await phone.lists('bars', 'tone', 'short', 'song');

  const again = await take(phone, 'song');
  await again.move(-row / 2);
  await other.act('song', 'Remove');
  await phone.lists('bars', 'tone', 'short');
  await phone.says('It is no longer in the list.');
  await again.move(-row);
  await again.drop();
  await expect(phone.list.locator('.dragged')).toHaveCount(0);
  await other.lists('bars', 'tone', 'short');
});

test('the line goes while one adds: it is kept, said so, and added once', async ({server, line, web, guard, tv, phone}, info) => {
  guard.expect(LINE_DOWN);
  await phone.open(line.through(await tv.scan()));
  await phone.tap('Find a song or paste a link');
  await phone.sheet.getByRole('textbox').fill(web.link('bars.webm'));
  line.cut();
  await expect(phone.banner).toContainText('No connection');
  await phone.sheet.getByRole('button', {name: 'Add', exact: true}).tap();
  await expect(phone.sheet).toContainText('Kept. It goes out as soon as the connection is back.');
  await phone.page.screenshot({path: info.outputPath('kept.png')});
  await phone.closeSheet();
  line.mend();
  await phone.lists('bars');
  await tv.plays('bars.webm');
  await phone.says('Added. Plays now.');
  expect((await server.session(tv.session)).state.items).toHaveLength(1);
});
