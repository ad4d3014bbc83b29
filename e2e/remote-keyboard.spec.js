// The remote without a finger: what opens on a tap opens by keys, the focus is never lost, and Escape goes one step back.

import {expect, test} from './support/fixtures.js';

/** @import {Locator, Page} from '@playwright/test' */

/** Presses Enter on what a person has come to by Tab. @param {Locator} control */
async function enter(control) {
  await control.focus();
  await expect(control).toBeFocused();
  await control.page().keyboard.press('Enter');
}

/** The focus is on something in the dialog, and not on the page behind it or on nothing. @param {Page} page @param {string} where */
async function keepsFocus(page, where) {
  await expect.poll(() => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at === document.body || at === null || at.matches('remote-app') ? 'nothing' : 'something';
  }), `what has the focus ${where}`).toBe('something');
}

test('by keys: find and add, through folders, what plays in the gaps, and a list to keep', async ({tv, phone}) => {
  const {page, sheet} = phone;
  const press = (/** @type {string} */ key) => page.keyboard.press(key);
  await tv.open();
  await tv.repeats();
  await phone.open(await tv.scan());

  await enter(phone.button('Find a song or paste a link'));
  await expect(sheet.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('clock tw');
  const plus = sheet.getByRole('button', {name: 'Add Clock, twenty seconds', exact: true});
  await expect(plus).toBeVisible();
  for (let i = 0; i < 6 && !(await plus.evaluate((button) => button.matches(':focus'))); i += 1) await press('Tab');
  await expect(plus, 'within six steps of Tab').toBeFocused();
  await press('Enter');
  await expect(sheet.getByRole('button', {name: 'Take Clock, twenty seconds back'})).toBeFocused();
  await press('Escape');
  await expect(phone.dialog).toBeHidden();
  await expect(phone.button('Add something…').or(phone.button('Find a song or paste a link')).first()).toBeVisible();

  await enter(phone.button('Library'));
  await enter(sheet.getByRole('button', {name: 'Folders', exact: true}));
  await enter(sheet.getByRole('button', {name: /^album/}));
  await expect(sheet.locator('.trail strong')).toBeFocused();
  await press('Escape');
  await expect(sheet.getByRole('button', {name: 'Folders', exact: true})).toBeFocused();
  await press('Escape');
  await expect(sheet.getByRole('heading', {name: 'Add to the list'})).toBeVisible();
  await keepsFocus(page, 'after the way back from the library');
  await press('Escape');
  await expect(phone.dialog).toBeHidden();

  await enter(phone.button('Speed and captions'));
  await enter(sheet.getByRole('button', {name: /^When nothing is queued/}));
  await enter(sheet.getByRole('radio', {name: /^album/}));
  await expect(sheet.getByRole('radio', {name: /^album/})).toBeChecked();
  await expect(sheet.getByRole('radio', {name: /^album/})).toBeFocused();
  await press('Escape');
  await expect(sheet.getByRole('button', {name: /^When nothing is queued.*album/})).toBeVisible();
  await keepsFocus(page, 'after the way back to the options');
  await press('Escape');
  await expect(phone.dialog).toBeHidden();

  await enter(phone.button('Add something…'));
  await enter(sheet.getByRole('button', {name: 'Lists', exact: true}));
  const name = sheet.getByRole('textbox', {name: 'Name for this list'});
  await name.focus();
  await page.keyboard.type('By keys');
  await press('Enter');
  await expect(sheet.getByRole('button', {name: /^By keys/})).toBeVisible();
  await keepsFocus(page, 'after a list is saved');
  await enter(sheet.getByRole('button', {name: /^By keys/}));
  await enter(sheet.getByRole('button', {name: 'Remove', exact: true}));
  await expect(sheet.getByRole('button', {name: 'Cancel'}), 'the harmless answer comes first').toBeFocused();
  await enter(sheet.getByRole('button', {name: 'Remove', exact: true}));
  await expect(sheet).toContainText('Removed “By keys”.');
  await keepsFocus(page, 'after a list is removed');
  await press('Escape');
  await press('Escape');
  await expect(phone.dialog).toBeHidden();
});
