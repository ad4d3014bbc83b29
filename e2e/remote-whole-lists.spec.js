// Whole lists on a phone: one from a file, kept under a name, loaded into another session, and taken along again.

import {readFile} from 'node:fs/promises';
import {expect, test} from './support/fixtures.js';

/** @import {Page} from '@playwright/test' */

/** As VLC writes a list. @param {{link: (name: string) => string}} web */
const vlc = (web) => `#EXTM3U\n#EXTINF:20,Ann Artist - Colours\n${web.link('bars.webm')}\n#EXTINF:15,Ben - A Chord\n#EXTVLCOPT:start-time=2\n${web.link('tone.mp3')}\n#EXTINF:20,Cleo - Clock\nMusic/clock.mp4\n#EXTINF:9,Nowhere\nC:\\Music\\nowhere.mp3\n`;

/** The file that a tap on a link saves. @param {Page} page @param {() => Promise<void>} tap */
async function saved(page, tap) {
  const [download] = await Promise.all([page.waitForEvent('download'), tap()]);
  return {name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8')};
}

test('a list of VLC from the phone, kept by name, loaded into another session, and taken along', async ({guard, web, server, tv, phone, anotherPhone}, info) => {
  guard.expect(/409/);
  await tv.open();
  await phone.open(await tv.scan());
  await phone.openSource('Lists');
  await expect(phone.sheet).toContainText('None yet.');
  await phone.sheet.locator('file-panel input').setInputFiles({name: 'evening.m3u8', mimeType: 'audio/x-mpegurl', buffer: Buffer.from(vlc(web))});
  await expect(phone.sheet.locator('file-panel li')).toContainText(['Ann Artist - Colours', 'Ben - A Chord', 'Cleo - Clock', 'nowhere']);
  await phone.page.screenshot({path: info.outputPath('file.png')});
  await phone.sheet.getByRole('button', {name: 'Add all 3'}).tap();
  await expect(phone.dialog).toBeHidden();
  await phone.lists('Ann Artist - Colours', 'Ben - A Chord', 'Cleo - Clock');
  await tv.plays('bars.webm');

  await phone.openSource('Lists');
  await phone.sheet.getByRole('textbox', {name: 'Name for this list'}).fill('Friday night');
  await phone.sheet.getByRole('button', {name: 'Save', exact: true}).tap();
  await expect(phone.sheet.getByRole('list', {name: 'Saved lists'}).getByRole('listitem')).toContainText(['Friday night']);
  await phone.sheet.getByRole('textbox', {name: 'Name for this list'}).fill('Friday night');
  await phone.sheet.getByRole('button', {name: 'Save', exact: true}).tap();
  await expect(phone.sheet).toContainText('There is a list called “Friday night”.');
  await phone.sheet.getByRole('button', {name: 'Cancel'}).tap();

  const other = await anotherPhone();
  const made = await (await fetch(`${server.url}/api/sessions`, {method: 'POST'})).json();
  await other.open(`${server.url}/s/${made.session}?as=remote`);
  await other.openSource('Lists');
  await other.sheet.getByRole('button', {name: /^Friday night/}).tap();
  await other.page.screenshot({path: info.outputPath('saved.png')});
  await other.sheet.getByRole('button', {name: 'Replace the list'}).tap();
  await expect(other.dialog).toBeHidden();
  await other.lists('Ann Artist - Colours', 'Ben - A Chord', 'Cleo - Clock');

  await other.openSource('Lists');
  const file = await saved(other.page, () => other.sheet.getByRole('link', {name: 'This list as M3U'}).tap());
  expect(file.name).toMatch(/^remoted \d{4}-\d\d-\d\d\.m3u8$/);
  for (const part of ['Ann Artist - Colours', web.link('bars.webm'), '#EXTVLCOPT:start-time=2', `${server.url}/media/`]) expect(file.text).toContain(part);

  await other.sheet.getByRole('button', {name: /^Friday night/}).tap();
  await other.sheet.getByRole('button', {name: 'Remove', exact: true}).tap();
  await expect(other.sheet).toContainText('Remove “Friday night” for everyone?');
  await other.sheet.getByRole('button', {name: 'Remove', exact: true}).tap();
  await expect(other.sheet).toContainText('Removed “Friday night”.');
});
