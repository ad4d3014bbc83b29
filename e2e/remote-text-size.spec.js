// Text twice as large, by the browser's own setting: nothing sticks out, nothing lies on anything else, nothing is cut.

import {chromium as playwright} from '@playwright/test';
import {chromium} from './support/chromium.js';
import {HANDHELD, expect, openPage, test} from './support/fixtures.js';
import {Phone} from './support/phone.js';

/** @import {Page} from '@playwright/test' */

/** px; half of that is what browsers begin with. */
const TWICE = 32;

/** Controls may touch: rounding is not overlapping. */
const TOUCH_PX = 1;

const SIZES = [{width: 390, height: 844}, {width: 320, height: 568}, {width: 844, height: 390}];

/**
 * Controls that lie on one another, or whose words are cut, within each part of the page.
 * @param {Page} page
 */
const troubles = (page) => page.evaluate((touch) => {
  const parts = ['.top', '.now', '.dock', '.list list-header', 'dialog'];
  /** @type {string[]} */
  const found = [];
  let counted = 0;
  /** All elements below, through shadow roots and what is slotted into them. @param {Element|ShadowRoot} root @returns {Element[]} */
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : []), ...(element instanceof HTMLSlotElement ? element.assignedElements().flatMap((inner) => [inner, ...all(inner), ...(inner.shadowRoot ? all(inner.shadowRoot) : [])]) : [])]);
  const everything = all(/** @type {any} */ (document.documentElement));
  const nameOf = (/** @type {Element} */ element) => element.getAttribute('aria-label') || element.textContent?.trim().slice(0, 30) || element.tagName;
  for (const part of everything.filter((element) => parts.some((selector) => element.matches(selector.split(' ').at(-1) ?? '')))) {
    const inside = part.shadowRoot ? all(part.shadowRoot) : all(part);
    const controls = [...new Set(inside)].filter((element) => element.matches('button, input:not([type=radio]):not([type=file]), textarea, a[href], label') && element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && element.getBoundingClientRect().width > 0);
    controls.forEach((one, i) => {
      const a = one.getBoundingClientRect();
      counted++;
      if (a.left < -touch || a.right > innerWidth + touch) found.push(`${nameOf(one)} sticks out of the page`);
      if (one.matches('button') && one.scrollWidth > one.clientWidth + touch) found.push(`${nameOf(one)} is cut`);
      for (const other of controls.slice(i + 1)) {
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const within = one.matches('textarea') || other.matches('textarea') || one.contains(other); // the button in a field is meant to be there
        if (wide > touch && high > touch && !within) found.push(`${nameOf(one)} and ${nameOf(other)} overlap by ${Math.round(wide)} x ${Math.round(high)}`);
      }
    });
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide, of ${innerWidth}`);
  if (counted < 4) found.push(`only ${counted} controls were found`);
  return found;
}, TOUCH_PX);

test('everything is there at 200 % text size', async ({web, tv, guard}, info) => {
  await tv.open();
  await tv.repeats();
  const link = `${await tv.scan()}?as=remote`;
  const options = chromium({autoplay: true});
  const large = await playwright.launch({...options, args: [...options.args, `--blink-settings=defaultFontSize=${TWICE}`]});
  const {page} = await openPage(large, guard, HANDHELD);
  const phone = new Phone(page);
  const fits = async (/** @type {string} */ state) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.screenshot({path: info.outputPath(`${state}-${size.width}.png`)});
      expect.soft(await troubles(page), `${state}, ${size.width} px`).toEqual([]);
    }
  };
  await phone.open(link);
  await expect(page.getByRole('heading', {name: 'What shall we play?'})).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), 'the setting holds').toBe(`${TWICE}px`);
  await fits('empty');
  await phone.addLink(['bars.webm', 'clock.mp4', 'tone.mp3'].map((name) => web.link(name)).join('\n'));
  await phone.lists('bars', 'clock', 'tone');
  await fits('playing');
  await page.getByRole('button', {name: 'Add something…'}).tap();
  await expect(phone.sheet.getByRole('button', {name: 'Library'})).toBeVisible();
  await fits('adding');
  await phone.sheet.getByRole('button', {name: 'Library'}).tap();
  await expect(phone.sheet.getByRole('button', {name: 'Add Song', exact: true})).toBeVisible();
  await fits('library');
  await phone.closeSheet();
  await phone.tap('Speed and captions');
  await expect(phone.dialog).toBeVisible();
  await fits('options');
  await large.close();
});
