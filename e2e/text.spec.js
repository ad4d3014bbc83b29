// What people write is text, whatever it looks like.

import {expect, test} from './support/fixtures.js';
import {sayAs} from './support/guest.js';

const TITLE = `<img src=x onerror="document.body.dataset.taken='yes'">`;
const NAME = '<b onclick=alert(1)>Eve</b>';

test('a title and a name that are markup show as what they are', async ({server, web, tv, phone, anotherPhone}) => {
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());
  const guest = await anotherPhone();
  await guest.open(`${server.url}/join`);
  const add = {event: 'add', data: {items: [{url: web.link('bars.webm'), title: TITLE}], place: 'now'}};
  const [, answer] = await sayAs(guest.page, {protocol: 1, session: tv.session, role: 'remote', name: NAME}, [add]);
  expect(answer.event).toBe('add');

  await tv.says(`${NAME} added “${TITLE}”`);
  await tv.plays('bars.webm');
  await expect(tv.title).toHaveText(TITLE);
  await expect(tv.page.locator('now-bar')).toContainText(NAME);
  await expect(phone.title).toHaveText(TITLE);
  await phone.lists(TITLE);
  await phone.tap(/^Who is here/);
  await expect(phone.sheet).toContainText(NAME);

  for (const {page} of [tv, phone]) {
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await expect(page.locator('b[onclick]')).toHaveCount(0);
    await expect(page.locator('body')).not.toHaveAttribute('data-taken');
  }
});
