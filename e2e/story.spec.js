// The main job, end to end: an evening with a tv, a phone, and a server that is restarted twice.

import {expect, test} from './support/fixtures.js';
import {LINE_DOWN} from './support/guard.js';

const COLOURS = 'Slow colours, twenty seconds';
const CLOCK = /Clock, twenty seconds/; // with or without its artist
const TONE = 'tone';

test('a phone steers what a screen plays, over restarts of the server', async ({server, web, guard, tv, phone}) => {
  test.slow(); // two restarts; a busy machine takes twice as long as an idle one
  await test.step('a screen opens a session and shows how to join', async () => {
    await tv.open();
    expect(tv.page.url()).toMatch(/\/s\/[0-9a-f-]{36}$/);
    await expect(tv.page.getByRole('heading', {name: 'Your phone is the remote'})).toBeVisible();
    const {code} = await server.session(tv.session);
    await expect(tv.page.getByText(code.slice(0, 3) + ' ' + code.slice(3))).toBeVisible();
  });

  await test.step('a phone scans the code and is the remote', async () => {
    await phone.open(await tv.scan());
    await expect(phone.page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
    await expect(tv.page.getByRole('list', {name: 'Here'}).getByRole('listitem')).toHaveText(['A phone']);
  });

  await test.step('a film from the library plays', async () => {
    await phone.addFromLibrary(COLOURS);
    await tv.plays('bars.webm');
    await expect(tv.title).toHaveText(COLOURS);
    await expect(phone.title).toHaveText(COLOURS);
    await expect(phone.condition).toHaveText(/^\s*Playing/);
  });

  await test.step('pause and play', async () => {
    await phone.tap('Pause');
    await tv.isPaused();
    await expect(phone.condition).toHaveText(/^\s*Paused/);
    await phone.tap('Play');
    await tv.plays();
  });

  await test.step('seek', async () => {
    await phone.tap('Pause');
    await tv.isPaused();
    await phone.slide(phone.position, 0.5);
    await tv.near(10);
    await phone.tap('Back 10 seconds');
    await tv.near(0);
  });

  await test.step('a second film, and a link to a file on the web', async () => {
    await phone.addFromLibrary('Clock, twenty seconds');
    await phone.addLink(web.link('tone.mp3'));
    await phone.lists(COLOURS, CLOCK, TONE);
    await expect(tv.next).toContainText(CLOCK);
  });

  await test.step('next plays the other one', async () => {
    await phone.tap('Next');
    await tv.plays('clock.mp4');
    await expect(phone.title).toHaveText(CLOCK);
    await expect(tv.title).toHaveText(CLOCK);
    await phone.tap('Pause'); // nothing moves on while the list is changed
    await tv.isPaused();
  });

  await test.step('volume', async () => {
    await phone.slide(phone.volume, 0.3);
    await tv.look('volume').toBeLessThan(0.4);
    await tv.look('volume').toBeGreaterThan(0.2);
    await phone.tap('Mute the screen');
    await tv.look('muted').toBe(true);
    await phone.tap('Unmute the screen');
    await tv.look('muted').toBe(false);
  });

  await test.step('remove, and take it back', async () => {
    await phone.act(TONE, 'Remove');
    await phone.lists(COLOURS, CLOCK);
    await expect(tv.next).toHaveCount(0);
    await phone.tap('Undo');
    await phone.lists(COLOURS, CLOCK, TONE);
    await expect(tv.next).toContainText(TONE);
  });

  await test.step('another order', async () => {
    await phone.act(COLOURS, 'To end');
    await phone.lists(CLOCK, TONE, COLOURS);
    await phone.act(COLOURS, 'Up');
    await phone.lists(CLOCK, COLOURS, TONE);
    await expect(tv.next).toContainText(COLOURS);
  });

  guard.expect(LINE_DOWN);

  await test.step('the server is restarted while paused: everything is as it was', async () => {
    const before = await server.session(tv.session);
    expect(await server.stop('SIGTERM')).toBe(0);
    await expect(phone.banner).toBeVisible();
    await server.start();
    await expect(phone.banner).toBeHidden();
    expect(await server.session(tv.session)).toEqual(before);
    await phone.lists(CLOCK, COLOURS, TONE);
    await tv.near(before.state.playback.position / 1000);
    await phone.tap('Play');
    await tv.plays('clock.mp4');
  });

  await test.step('the power fails while it plays: the screen goes on, and so does the session', async () => {
    await tv.repeats();
    await server.stop('SIGKILL');
    await expect(phone.banner).toBeVisible();
    await tv.plays('clock.mp4');
    await server.start();
    await expect(phone.banner).toBeHidden();
    await expect(tv.sign).not.toContainText('No connection');
    await phone.lists(CLOCK, COLOURS, TONE);
    await tv.plays('clock.mp4');
  });

  await test.step('the phone still steers', async () => {
    await phone.tap('Next');
    await tv.plays('bars.webm');
    await phone.tap('Next');
    await tv.plays('tone.mp3');
    await expect(phone.title).toHaveText(TONE);
  });
});
