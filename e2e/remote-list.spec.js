// The list in several hands: the first evening of a guest, and two people at the same rows.

import {DESKTOP, HANDHELD, expect, openPage, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';
import {Phone} from './support/phone.js';
import {wordsOf} from './support/said.js';

const COLOURS = 'Slow colours, twenty seconds';

/** Sizes and themes in which an evening is looked at; that of a phone of today is first-guest's. */
const LOOKS = /** @type {const} */ ([
  {name: 'light-small', colorScheme: 'light', viewport: {width: 320, height: 568}},
  {name: 'landscape', colorScheme: 'dark', viewport: {width: 780, height: 360}},
]);

test.beforeEach(async ({tv}) => {
  await tv.open();
  await tv.repeats();
});

const FOUR = ['bars.webm', 'clock.mp4', 'tone.mp3', 'song.opus'];

/** A list of four of which the first plays. @param {Phone} phone @param {import('./support/fileserver.js').FileServer} web */
async function four(phone, web) {
  await phone.addLink(FOUR.map((name) => web.link(name)).join('\n'));
  await phone.lists('bars', 'clock', 'tone', 'song');
}

/** Every page shows the same list in the end. @param {Phone[]} phones */
async function agree(phones) {
  await expect.poll(async () => new Set(await Promise.all(phones.map(async ({titles}) => (await titles.allTextContents()).join('|')))).size, 'lists that differ').toBe(1);
}

/**
 * Presses one of the row's actions, as fast as can be: the row may be gone by then, or the action of no use. That is the race.
 * @param {Phone} phone @param {string} action
 */
const press = (phone, action) =>
  phone.row('tone').getByRole('group').getByRole('button', {name: action, exact: true})
    .evaluate((/** @type {HTMLButtonElement} */ button) => button.click(), undefined, {timeout: 2000}).catch(() => {});

for (const {name, ...options} of LOOKS) {
  test(`a guest adds, moves up, skips and undoes: ${name}`, async ({browser, guard, web, tv}, info) => {
    const {page, close} = await openPage(browser, guard, {...HANDHELD, ...options});
    const phone = new Phone(page);
    let count = 0;
    const look = (/** @type {string} */ what) => page.screenshot({path: info.outputPath(`${++count}-${what}.png`)});

    await phone.open(await tv.scan());
    await expect(page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
    await look('empty');
    await phone.addFromLibrary(COLOURS);
    await tv.plays('bars.webm');
    await look('first');
    await phone.addLink(web.link('clock.mp4'));
    await phone.says('Added. Comes next.');
    await phone.addLink(web.link('tone.mp3'));
    await phone.says('Added. Second in line.');
    await look('added');

    await phone.row('tone').locator('[aria-expanded]').tap();
    await look('actions');
    await phone.act('tone', 'Up');
    await phone.lists(COLOURS, 'tone', 'clock');
    await phone.says('Moved “tone”. Comes next.');
    await look('moved');

    await phone.tap('Next');
    await tv.plays('tone.mp3');
    await look('skipped');
    await phone.act('clock', 'Remove');
    await phone.lists(COLOURS, 'tone');
    await look('removed');
    await phone.tap('Undo');
    await phone.lists(COLOURS, 'tone', 'clock');
    await look('undone');
    await phone.tap('What was played');
    await expect(phone.sheet.getByRole('listitem')).toHaveCount(1);
    await look('played');
    await phone.closeSheet();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page, px').toBe(page.viewportSize()?.width);
    await close();
  });
}

test('everything at twice the size: all is there, nothing sticks out', async ({browser, guard, web, tv}, info) => {
  const {page, close} = await openPage(browser, guard, {...HANDHELD, viewport: {width: 195, height: 422}, deviceScaleFactor: 2});
  const phone = new Phone(page);
  await phone.open(await tv.scan());
  await four(phone, web);
  await page.screenshot({path: info.outputPath('list.png'), fullPage: true});
  await phone.button('Add something…').tap();
  await expect(phone.sheet.getByRole('textbox')).toBeVisible();
  await page.screenshot({path: info.outputPath('adding.png')});
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page, px').toBe(page.viewportSize()?.width);
  await close();
});

test('two people move and remove the same rows: both see one list', async ({web, tv, phone, anotherPhone}) => {
  const link = await tv.scan();
  const other = await anotherPhone();
  await phone.open(link);
  await other.open(link);
  await four(phone, web);
  await other.lists('bars', 'clock', 'tone', 'song');
  for (const [mine, theirs] of [['To end', 'Up'], ['Up', 'To end'], ['Play next', 'Remove']]) {
    for (const {rows} of [phone, other]) {
      const opener = rows.filter({hasText: 'tone'}).locator('[aria-expanded]');
      if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.tap();
    }
    await Promise.all([press(phone, mine), press(other, theirs)]);
  }
  for (const each of [phone, other]) await expect(each.row('tone')).toHaveCount(0);
  await agree([phone, other]);
});

test('undo by one does not take back what another did after it', async ({web, tv, phone, anotherPhone}) => {
  const link = await tv.scan();
  const other = await anotherPhone();
  await phone.open(link);
  await other.open(link);
  await four(phone, web);
  await phone.act('song', 'Remove');
  await phone.note.getByRole('status').dispatchEvent('pointerenter'); // so that it does not go by itself
  await expect(phone.button('Undo')).toBeVisible();
  await other.act('clock', 'To end');
  await expect(phone.button('Undo'), 'it would mean another thing now').toBeHidden();
  await phone.lists('bars', 'tone', 'clock');
});

test('next, tapped twice by one person, skips one and says nothing', async ({line, web, tv, phone}) => {
  await phone.open(line.through(await tv.scan()));
  await four(phone, web);
  await tv.plays('bars.webm');
  line.hold();
  await phone.tap('Next');
  await phone.tap('Next');
  await tv.plays('clock.mp4');
  line.release();
  await expect(phone.title).toContainText('clock');
  await expect(phone.button('Next')).toHaveAttribute('aria-busy', 'false');
  expect(await wordsOf(phone.page), 'what the phone said').not.toContainEqual(expect.stringContaining('faster'));
});

test('by keys alone: add, move, remove', async ({browser, guard, web, tv}) => {
  const {page, close} = await openPage(browser, guard, DESKTOP);
  const phone = new Phone(page);
  await phone.open(`${await tv.scan()}?as=remote`);
  await page.getByRole('button', {name: 'Find a song or paste a link'}).press('Enter');
  await expect(phone.sheet.getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText(`${web.link('bars.webm')}\n${web.link('clock.mp4')}\n${web.link('tone.mp3')}`);
  await page.keyboard.press('Enter');
  await phone.lists('bars', 'clock', 'tone');
  await page.getByRole('button', {name: /^Move tone/}).press('ArrowUp');
  await phone.lists('bars', 'tone', 'clock');
  await expect(page.getByRole('button', {name: /^Move tone/}), 'the focus stays with the row').toBeFocused();
  await page.getByRole('button', {name: 'Remove clock'}).press('Enter');
  await phone.lists('bars', 'tone');
  await close();
});

test('the server is restarted in the middle of a drag: the row lands where it is dropped', async ({server, guard, web, tv, phone}) => {
  guard.expect(LINE_DOWN);
  await phone.page.setViewportSize({width: 390, height: 1400}); // the whole list is in sight, above the notes
  await phone.open(await tv.scan());
  await tv.adds(...FOUR.map((name) => web.link(name)));
  await phone.lists('bars', 'clock', 'tone', 'song');
  const handle = await phone.row('song').locator('.handle').boundingBox();
  const target = await phone.row('clock').boundingBox();
  if (!handle || !target) throw new Error('rows are not visible');
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  const touch = await phone.page.context().newCDPSession(phone.page);
  const to = (/** @type {string} */ type, /** @type {number} */ at) => touch.send('Input.dispatchTouchEvent', {type: /** @type {any} */ (type), touchPoints: type === 'touchEnd' ? [] : [{x, y: at}]});
  const end = target.y + target.height / 2;
  await to('touchStart', y);
  for (let i = 1; i <= 5; i++) await to('touchMove', y + ((end - y) * i) / 10);
  await server.stop('SIGTERM');
  await expect(phone.banner).toBeVisible();
  for (let i = 6; i <= 10; i++) await to('touchMove', y + ((end - y) * i) / 10);
  await to('touchEnd', end);
  await server.start();
  await expect(phone.banner).toBeHidden();
  await phone.lists('bars', 'song', 'clock', 'tone');
  await expect.poll(async () => (await server.session(tv.session)).state.items.map(({media}) => media.url.split('/').at(-1))).toEqual(['bars.webm', 'song.opus', 'clock.mp4', 'tone.mp3']);
});
