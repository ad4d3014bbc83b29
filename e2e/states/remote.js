// Every state of the remote, in two sizes and on its side, in two themes, to be looked at: e2e/.artifacts/states/remote.

import {DESKTOP, HANDHELD, expect, openPage, test} from '../support/fixtures.js';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {crowdedFolder} from '../support/crowded.js';
import {LINE_DOWN} from '../support/guard.js';
import {Line} from '../support/line.js';
import {MEDIA} from '../support/paths.js';
import {Phone} from '../support/phone.js';
import {png} from '../support/picture.js';
import {Screen} from '../support/screen.js';
import {Server} from '../support/server.js';
import {Gallery} from './gallery.js';

/** A phone of today, the smallest there are, and the first on its side. */
const SIZES = [{width: 390, height: 844}, {width: 320, height: 568}, {width: 844, height: 390}];

/** Lists as people name them. */
const SAVED = ['Friday night', 'Dinner', 'All that we danced to on the last evening at the lake, 2025'];

const FIELD = /^(Find a song or paste a link|Add something…)$/;

test('the remote', async ({browser, guard, web}) => {
  test.setTimeout(600_000);
  guard.expect(/40[49]|422/, LINE_DOWN, /net::ERR_/);
  const folder = await crowdedFolder();
  const server = await Server.start('--media', folder.path);
  guard.allow(server.url);
  const line = await Line.to(server.url);
  guard.allow(line.url);
  const desk = await openPage(browser, guard, DESKTOP);
  const hand = await openPage(browser, guard, HANDHELD);
  const [tv, phone] = [new Screen(desk.page, server.url), new Phone(hand.page)];
  await tv.open();
  const link = await tv.scan();
  const gallery = new Gallery(phone.page, 'remote', SIZES);
  let count = 0;
  /** @param {string} state @param {() => Promise<unknown>} [reach] */
  const look = async (state, reach = async () => {}) => {
    count += 1;
    await phone.page.setViewportSize(SIZES[0]);
    await reach();
    await gallery.take(`${String(count).padStart(2, '0')}-${state}`);
  };
  const type = (/** @type {string} */ words) => phone.sheet.getByRole('textbox').fill(words);

  await look('empty', async () => {
    await phone.open(line.through(link));
    await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
    await expect(phone.condition).toContainText(/ready|Plays on/);
  });

  // Adding.
  await look('adding', async () => {
    await phone.page.getByRole('button', {name: FIELD}).tap();
    await expect(phone.sheet.getByRole('button', {name: 'Library'})).toBeVisible();
  });
  await look('found', async () => {
    await type('ha');
    await expect(phone.sheet.getByRole('listitem').first()).toBeVisible();
  });
  await look('found-nothing', async () => {
    await type('xyzzy plugh');
    await expect(phone.sheet).toContainText('Nothing called');
  });
  await look('preview', async () => {
    await type(web.link('clock.mp4'));
    await expect(phone.sheet).not.toContainText('Taking a look');
  });
  await look('previews', async () => {
    await type([web.link('bars.webm'), web.link('tone.mp3'), 'http://user:pass@/nowhere', 'and words'].join('\n'));
    await expect(phone.sheet).not.toContainText('Taking a look');
  });
  await look('preview-list', async () => {
    const [url, title] = ['https://www.youtube.com/watch?v=abcdefghijk', 'Rain on the roof, two hours'];
    const media = {provider: 'youtube', ref: 'abcdefghijk', url, title, duration: 7_260_000};
    await phone.page.route(/\/preview\?/, (route) => route.fulfill({json: {media, playable: true, list: {url: `${url}&list=PL1`, title: 'Sounds for a long night', count: 37}}}));
    await type(url);
    await expect(phone.sheet).toContainText('37 items');
    await phone.page.unroute(/\/preview\?/);
  });
  await phone.closeSheet();
  await look('library-new', async () => {
    await phone.button('Browse the library').tap();
    await expect(phone.sheet.getByRole('listitem').first()).toBeVisible();
  });
  await look('library-folders', async () => {
    await phone.sheet.getByRole('button', {name: 'Folders'}).tap();
    await expect(phone.sheet.getByRole('button', {name: /^Shared/})).toBeVisible();
  });
  await look('library-in-folder', async () => {
    await phone.sheet.getByRole('button', {name: /^Shared/}).tap();
    await phone.sheet.getByRole('button', {name: /^Music/}).tap();
    await phone.sheet.getByRole('button', {name: /^The Lanterns/}).tap();
    await phone.sheet.getByRole('button', {name: /^First Light/}).tap();
    await expect(phone.sheet.getByRole('button', {name: /^Add .*Aurora/})).toBeVisible();
  });
  await look('library-ways', () => phone.sheet.getByRole('button', {name: /^(01 )?Aurora/}).tap());
  for (const order of ['Artists', 'Albums']) {
    await look(`library-${order.toLowerCase()}`, async () => {
      await phone.sheet.getByRole('button', {name: order, exact: true}).tap();
      await expect(phone.sheet.getByRole('button', {name: /The Sines/}).first()).toBeVisible();
    });
  }
  await look('library-nothing', async () => {
    await phone.sheet.getByRole('searchbox').fill('nothing at all');
    await expect(phone.sheet).toContainText('Nothing called');
  });
  await phone.closeSheet();
  await look('lists', async () => {
    await phone.openSource('Lists');
    await expect(phone.sheet.getByRole('button', {name: 'Open a list file'})).toBeVisible();
  });
  await look('list-file', async () => {
    const list = `#EXTM3U\n#EXTINF:20,Colours\n${web.link('bars.webm')}\n#EXTINF:15,Chord\n${web.link('tone.mp3')}\n../home/song.mp3\n`;
    await phone.sheet.locator('file-panel input').setInputFiles({name: 'evening.m3u', mimeType: 'text/plain', buffer: Buffer.from(list)});
    await expect(phone.sheet).toContainText('evening.m3u');
  });
  await phone.closeSheet();
  await look('played-nothing', async () => {
    await phone.openSource('Played');
    await expect(phone.sheet).toContainText('Nothing was played');
  });
  await phone.closeSheet();

  // Playing.
  await phone.page.getByRole('button', {name: 'Browse the library'}).tap();
  for (const title of ['Aurora', 'Cold Tea', 'Drift', 'Night Ferry', 'Slow Waltz', 'A Very Long Title']) {
    await phone.sheet.getByRole('searchbox').fill(title);
    await phone.sheet.getByRole('button', {name: new RegExp(`^Add (\\d+ )?${title}`)}).first().tap();
    await expect(phone.sheet.getByRole('button', {name: /^Take .* back/})).toBeVisible();
  }
  await look('library-added');
  await phone.closeSheet();
  await expect(phone.rows.first()).toBeVisible();
  await phone.tap('Repeat: off');
  await phone.tap('Repeat: all'); // the first one again and again: what is before it would be hidden
  await look('playing');
  await look('row-menu', () => phone.row('Cold Tea').locator('[aria-expanded]').tap());
  await look('moved', () => phone.act('Cold Tea', 'Down'));
  await look('list-end', () => phone.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight)));
  await phone.page.evaluate(() => scrollTo(0, 0));
  await phone.tap('Pause');
  await look('paused', () => expect(phone.condition).toContainText('Paused'));
  for (const [state, name] of /** @type {const} */ ([['options', 'Speed and captions'], ['people', /^Who is here/], ['share', 'Invite others'], ['clear', 'Clear the list']])) {
    await look(state, async () => {
      await phone.tap(name);
      await expect(phone.dialog).toBeVisible();
    });
    if (state === 'share') await look('bookmark', () => phone.sheet.getByText('A bookmark that adds').tap());
    await phone.closeSheet();
  }
  await look('fallback', async () => {
    await phone.tap('Speed and captions');
    await phone.sheet.getByRole('button', {name: /^When nothing is queued/}).tap();
    await phone.sheet.getByRole('radio', {name: /^Shared/}).tap();
    await expect(phone.sheet.getByRole('radio', {name: /^Shared/})).toBeChecked();
  });
  await look('options-fallback', () => phone.sheet.getByRole('button', {name: 'Back', exact: true}).tap());
  await phone.closeSheet();
  await look('options-captions', async () => {
    await phone.act('Night Ferry', 'Play now');
    await phone.tap('Speed and captions');
    await phone.sheet.getByText('Deutsch', {exact: true}).tap();
  });
  await phone.closeSheet();
  await look('played', async () => {
    await phone.openSource('Played');
    await expect(phone.sheet.getByRole('listitem').first()).toBeVisible();
  });
  await phone.closeSheet();
  const {page: wall, close: takeDown} = await openPage(browser, guard, DESKTOP);
  await wall.goto(`${server.url}/s/${tv.session}`);
  await look('people-screens', async () => {
    await phone.tap(/^Who is here/);
    await phone.sheet.getByRole('button', {name: 'Play on Screen 1 only'}).tap();
    await expect(phone.sheet.getByRole('button', {name: 'Play everywhere'})).toBeVisible();
  });
  await takeDown();
  await phone.closeSheet();
  for (const name of SAVED) await fetch(`${server.url}/api/lists/${encodeURIComponent(name)}?session=${tv.session}`, {method: 'PUT'});
  await look('saved-lists', async () => {
    await phone.openSource('Lists');
    await expect(phone.sheet.getByRole('button', {name: /^Dinner/})).toBeVisible();
  });
  await look('saved-list-opened', () => phone.sheet.getByRole('button', {name: /^Dinner/}).tap());
  await look('saved-list-remove', () => phone.sheet.getByRole('button', {name: 'Remove', exact: true}).tap());
  await phone.closeSheet();
  const film = await readFile(join(MEDIA, 'clock.mp4'));
  await look('files', () => phone.openSource('My files'));
  await look('files-chosen', async () => {
    await phone.sheet.locator('input.pick').setInputFiles([
      {name: 'At the lake.png', mimeType: 'image/png', buffer: png(64, 64)},
      {name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html>')},
      {name: 'The whole of a long evening, from the first guest to the last.mp4', mimeType: 'video/mp4', buffer: film},
      {name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('milk')},
    ]);
    await expect(phone.sheet.getByRole('button', {name: 'Play next', exact: true})).toBeEnabled();
  });
  await look('files-sending', async () => {
    line.throttle(film.length / 2);
    await phone.sheet.getByRole('button', {name: 'Play next', exact: true}).tap();
    await line.full;
    await expect(phone.sheet).toContainText('no video, music or picture');
  });
  await look('files-sent', async () => {
    line.throttle(Infinity);
    line.cut(); // what the line held up is lost with it; the phone goes on where the server is
    line.mend();
    await expect(phone.sheet.getByRole('listitem').filter({hasText: 'The whole of a long evening'})).toContainText('in line');
  });
  await phone.closeSheet();
  await phone.addLink(web.link('not-there.mp4'), 'Play now');
  await look('failed', () => expect(phone.page.getByText(/Did not play/).first()).toBeVisible());
  await desk.close();
  await look('no-screen', () => expect(phone.condition).toContainText('No screen'));
  await look('connect-screen', () => phone.tap('How to connect one'));
  await phone.closeSheet();
  await server.stop();
  await look('offline', () => expect(phone.banner).toBeVisible());
  await server.start();
  await expect(phone.banner).toBeHidden();
  await look('join', async () => {
    await phone.open(`${line.url}/join`);
    await expect(phone.page.getByText('You were here before')).toBeVisible();
  });
  await hand.close();
  await line.close();
  await server.remove();
  await folder.remove();
});
