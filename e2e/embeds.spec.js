// Players of other services, against stand-ins at the network edge (support/standins, each written from the service's published
// API pages): they play, take a seek, end; their errors and refusals reach people. That no page says anything of its
// Content-Security-Policy the guard sees.

import {expect, test} from './support/fixtures.js';
import {sayAs} from './support/guest.js';
import * as dailymotion from './support/standins/dailymotion.js';
import * as soundcloud from './support/standins/soundcloud.js';
import * as spotify from './support/standins/spotify.js';
import * as twitch from './support/standins/twitch.js';
import * as vimeo from './support/standins/vimeo.js';
import {heard, listen} from './support/told.js';

/** @import {Page} from '@playwright/test' */
/** @import {Guard} from './support/guard.js' */
/** @import {Screen} from './support/screen.js' */

/** What plays here is as long, s: nothing comes to its end but by a seek. */
const LENGTH_S = 120;

const SPOTIFY_ID = 'abcdefghijklmnopqrstuv';

/** Where requests of a service that is out of reach end. */
const OUT_OF_REACH = /net::ERR_FAILED/;

test.use({flags: ['--dailymotion-player', 'p9']});

/** Twitch wants https or localhost. @param {Screen} tv @param {Guard} guard */
async function openAtLocalhost(tv, guard) {
  tv.server = tv.server.replace('127.0.0.1', 'localhost');
  guard.allow(tv.server);
  await tv.open();
}

/** Adds and plays. @param {Page} page @param {Screen} tv @param {...(string|object)} items */
const play = (page, tv, ...items) =>
  sayAs(page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items: items.map((item) => (typeof item === 'string' ? {url: item} : item))}},
    {event: 'command', data: {name: 'play'}},
  ]);

/** @param {Screen} tv @param {...object} commands */
const tell = (tv, ...commands) => sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, commands.map((data) => ({event: 'command', data})));

/** What the session says of its player. @param {Page} page @param {Screen} tv */
const player = (page, tv) =>
  page.evaluate((session) => new Promise((resolve) => {
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`);
    socket.onopen = () => socket.send(JSON.stringify({event: 'register', id: '1', data: {protocol: 1, session, role: 'remote'}}));
    socket.onmessage = ({data}) => {
      const message = JSON.parse(data);
      if (message.event === 'players' || message.data?.players) {
        socket.close();
        resolve((message.data.players ?? [])[0] ?? {});
      }
    };
  }), tv.session);

const over = (/** @type {Screen} */ tv) => expect(tv.page.getByRole('heading', {name: 'That was the last one'})).toBeVisible();

for (const {name, service, url, can, gone, says, refused} of /** @type {{name: string, service: typeof vimeo, url: string, can: string[], gone?: string, says?: string, refused?: string}[]} */ ([
  {name: 'Vimeo', service: vimeo, url: 'https://vimeo.com/123/abc123', can: ['seek', 'rate', 'volume'], gone: 'https://vimeo.com/403', says: 'on Vimeo’s own pages only', refused: 'https://vimeo.com/111'},
  {name: 'Dailymotion', service: dailymotion, url: 'https://www.dailymotion.com/video/x123', can: ['seek', 'volume'], gone: 'https://www.dailymotion.com/video/xgone', says: 'Dailymotion does not play it', refused: 'https://www.dailymotion.com/video/xmuted'},
  {name: 'Twitch', service: twitch, url: 'https://www.twitch.tv/videos/123', can: ['seek', 'volume'], gone: 'https://www.twitch.tv/away', says: 'The channel is not on air', refused: 'https://www.twitch.tv/videos/111'},
  {name: 'SoundCloud', service: soundcloud, url: 'https://soundcloud.com/somebody/song', can: ['seek', 'volume'], gone: 'https://soundcloud.com/somebody/gone', says: 'SoundCloud does not play it'},
  {name: 'Spotify', service: spotify, url: `https://open.spotify.com/track/${SPOTIFY_ID}`, can: ['seek']},
])) {
  test(`${name}: plays, takes a seek and a pause, and comes to its end; ${gone ? 'says why it does not play' : ''}${refused ? ', and asks for a tap where the browser refuses' : ''}`, async ({guard, tv}) => {
    await service.standIn(tv.page.context(), {length: LENGTH_S});
    const before = /** @type {string[]} */ ([]);
    tv.page.on('request', (request) => before.push(new URL(request.url()).origin));
    await openAtLocalhost(tv, guard);
    expect([...new Set(before)], 'origins asked before anything needs them').toEqual([new URL(tv.server).origin]);
    const now = (/** @type {string} */ link) => sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [{event: 'add', data: {items: [{url: link}], place: 'now'}}]);
    if (gone) {
      await now(gone);
      await expect(tv.page.getByRole('main')).toContainText(String(says)); // nothing follows: so it stays
    }
    if (refused) {
      await now(refused);
      await tv.tapToStart.click();
      await expect.poll(async () => (await player(tv.page, tv)).status).toBe('playing');
    }
    await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [{event: 'add', data: {items: [{url, start: 2000}], place: 'now'}}]);
    await expect.poll(() => player(tv.page, tv), 'what the session is told').toMatchObject({status: 'playing', can});
    await tell(tv, {name: 'pause'});
    await expect.poll(async () => (await player(tv.page, tv)).status).toBe('paused');
    await tell(tv, {name: 'seek', position: (LENGTH_S - 2) * 1000}, {name: 'play'});
    await over(tv);
    await expect(tv.page.locator('#stage iframe')).toHaveCount(name === 'Twitch' ? 0 : 1);
  });
}

test('SoundCloud: silence is taken for a refusal where nobody touched the screen', async ({tv, phone}) => {
  await soundcloud.standIn(tv.page.context());
  await tv.open();
  await phone.open(tv.page.url());
  await play(phone.page, tv, 'https://soundcloud.com/somebody/mute');
  await expect.poll(async () => (await player(phone.page, tv)).status, 'what the phone is told').toBe('blocked');
});

test('Spotify: a preview says so', async ({tv}) => {
  await spotify.standIn(tv.page.context(), {length: 20}); // s: a song lasts longer
  await tv.open();
  await listen(tv.page, tv.session);
  await play(tv.page, tv, `https://open.spotify.com/track/${SPOTIFY_ID}`);
  await expect.poll(() => heard(tv.page)).toContain('A preview');
});

test('Twitch: a clip plays by itself, and says so; elsewhere than at localhost it says why not', async ({guard, tv}) => {
  await twitch.standIn(tv.page.context());
  await openAtLocalhost(tv, guard);
  await listen(tv.page, tv.session);
  await play(tv.page, tv, 'https://clips.twitch.tv/SomeClip-1');
  await expect.poll(() => heard(tv.page)).toContain('Plays by itself');
  await tv.page.goto(tv.page.url().replace('localhost', '127.0.0.1'));
  await expect(tv.failure).toContainText('http://localhost');
});

test('a service that cannot be reached says so, and the next item plays', async ({guard, tv}) => {
  guard.expect(OUT_OF_REACH);
  await vimeo.standIn(tv.page.context());
  await tv.page.context().route('https://w.soundcloud.com/**', (route) => route.abort());
  await tv.open();
  await play(tv.page, tv, 'https://soundcloud.com/somebody/song', 'https://vimeo.com/123');
  await tv.says('SoundCloud cannot be reached from here');
  await expect.poll(async () => (await player(tv.page, tv)).status).toBe('playing');
});
