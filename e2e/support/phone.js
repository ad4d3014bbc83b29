// The remote page in a hand: what a thumb does, and what it sees.

import {expect} from '@playwright/test';
import {hasSaid} from './said.js';

/** @import {Locator, Page} from '@playwright/test' */

export class Phone {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    /** What the dialog shows: slotted into it, and so no child of it. */
    this.sheet = page.locator('bottom-sheet');
    this.list = page.getByRole('list', {name: 'Up next'});
    this.rows = this.list.getByRole('listitem');
    this.titles = this.rows.locator('.title');
    this.current = this.list.locator('li[aria-current=true]');
    this.now = page.getByRole('region', {name: 'Now playing'});
    this.title = this.now.getByRole('heading');
    this.condition = this.now.locator('.condition');
    this.position = page.getByRole('slider', {name: 'Position'});
    this.volume = page.getByRole('slider', {name: 'Volume of the screen'});
    this.banner = page.locator('.banner');
    this.note = page.locator('toast-note');
  }

  /** @param {string} address  what the QR code said */
  async open(address) {
    await this.page.goto(address);
  }

  /** @param {string|RegExp} name */
  button(name) {
    return this.page.getByRole('button', {name, exact: typeof name === 'string'});
  }

  /** @param {string|RegExp} name */
  async tap(name) {
    await this.button(name).tap();
  }

  /** Adds a title of the server's folder. @param {...string} titles */
  async addFromLibrary(...titles) {
    await this.page.getByRole('button', {name: /^(Browse the library|Library)$/}).tap();
    for (const title of titles) {
      await this.sheet.getByRole('button', {name: `Add ${title}`, exact: true}).tap();
      await expect(this.sheet.getByRole('status').filter({hasText: `Added “${title}”`})).toBeVisible();
    }
    await this.closeSheet();
  }

  /** @param {string} link @param {'Add'|'Play next'|'Play now'} [how] */
  async addLink(link, how = 'Add') {
    await this.page.getByRole('button', {name: /^(Find a song or paste a link|Add something…)$/}).tap();
    await this.sheet.getByRole('textbox').fill(link);
    await this.sheet.getByRole('button', {name: how, exact: true}).tap();
    await expect(this.dialog).toBeHidden();
  }

  /** Opens one of the ways to add beside the field. @param {string} name */
  async openSource(name) {
    await this.page.getByRole('button', {name: /^(Find a song or paste a link|Add something…)$/}).tap();
    await this.sheet.getByRole('button', {name, exact: true}).tap();
  }

  async closeSheet() {
    await this.sheet.getByRole('button', {name: 'Close', exact: true}).tap();
    await expect(this.dialog).toBeHidden();
  }

  /** Puts the finger on a slider. @param {Locator} slider @param {number} share  0–1 of its length */
  async slide(slider, share) {
    const box = await slider.boundingBox();
    if (!box) throw new Error('the slider is not visible');
    await slider.tap({position: {x: box.width * share, y: box.height / 2}});
  }

  /** It says so in a note, which goes by itself. @param {string|RegExp} words */
  async says(words) {
    await hasSaid(this.page, words);
  }

  /** @param {string} title */
  row(title) {
    return this.rows.filter({hasText: title});
  }

  /** Taps one of the row's actions, which are opened first if need be. @param {string} title @param {string} action */
  async act(title, action) {
    const row = this.row(title);
    const opener = row.locator('[aria-expanded]');
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.tap();
    await row.getByRole('group').getByRole('button', {name: action, exact: true}).tap();
  }

  /** All of the list, in order. @param {...(string|RegExp)} titles */
  async lists(...titles) {
    await expect(this.titles).toHaveText(titles);
  }
}
