// What goes less than well with a file is told: while it plays, and before its turn.

import {expect, test} from './support/fixtures.js';
import {Folder} from './support/folder.js';
import {NOT_FOUND} from './support/guard.js';
import {sayAs} from './support/guest.js';
import {ROOT} from './support/paths.js';
import {heard, listen} from './support/told.js';

for (const {file, says} of [
  {file: 'silent.mp4', says: 'Plays without sound'},
  {file: 'blind.mp4', says: 'Plays without a picture'},
]) {
  test(`${file}: ${says}`, async ({guard, tv}) => {
    const folder = await Folder.serve(`${ROOT}/testdata/sync`);
    guard.allow(folder.url);
    await tv.open();
    await listen(tv.page, tv.session);
    await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
      {event: 'add', data: {items: [{url: `${folder.url}/${file}`}]}},
      {event: 'command', data: {name: 'play'}},
    ]);
    await tv.plays(file);
    await expect.poll(() => heard(tv.page), 'the reason that the session tells').toContain(says);
    await folder.close();
  });
}

test('a film with picture and sound lacks nothing', async ({guard, tv}) => {
  const folder = await Folder.serve(`${ROOT}/testdata/sync`);
  guard.allow(folder.url);
  await tv.open();
  await listen(tv.page, tv.session);
  await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items: [{url: `${folder.url}/counter.mp4`}]}},
    {event: 'command', data: {name: 'play'}},
  ]);
  await tv.near(6);
  expect(await heard(tv.page)).toBe('');
  await folder.close();
});

test('what cannot be played is found out before its turn', async ({server, guard, tv}) => {
  guard.expect(NOT_FOUND);
  const folder = await Folder.serve(`${ROOT}/testdata/sync`);
  guard.allow(folder.url);
  await tv.open();
  await sayAs(tv.page, {protocol: 1, session: tv.session, role: 'remote'}, [
    {event: 'add', data: {items: [{url: `${folder.url}/silent.mp4`}, {url: `${folder.url}/gone.mp4`}]}},
    {event: 'command', data: {name: 'play'}},
  ]);
  const look = async () => {
    const {items, playback} = (await server.session(tv.session)).state;
    return {failed: items.map(({failed}) => Boolean(failed)), current: playback.item === items[0].id};
  };
  await expect.poll(look).toEqual({failed: [false, true], current: true});
  await folder.close();
});
