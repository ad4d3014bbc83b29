// What every test starts with: a server, a guard, a screen and a phone; and what it ends with: nothing left behind.

import {test as base, devices, expect} from '@playwright/test';
import {FileServer} from './fileserver.js';
import {Guard} from './guard.js';
import {Line} from './line.js';
import {Phone} from './phone.js';
import {keepWords} from './said.js';
import {Screen} from './screen.js';
import {Server} from './server.js';

/** @import {Browser, BrowserContextOptions, Fixtures, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions} from '@playwright/test' */

export {expect};

/** A laptop at the TV. */
export const DESKTOP = {viewport: {width: 1280, height: 720}, locale: 'en-GB'};

/** A phone of today in a hand. */
export const HANDHELD = {
  viewport: {width: 390, height: 844},
  locale: 'en-GB',
  hasTouch: true,
  isMobile: true,
  userAgent: devices['Pixel 7'].userAgent,
};

/**
 * @typedef {object} Evening
 * @property {string[]} flags  of the server, beside those that every test has; test.use() sets them
 * @property {Server} server
 * @property {FileServer} web
 * @property {Guard} guard
 * @property {Line} line  another way to the server, which can be cut
 * @property {Screen} tv  the player page
 * @property {Phone} phone
 * @property {() => Promise<Phone>} anotherPhone  in a browser profile of its own
 */

/** @type {Fixtures<Evening, {}, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>} */
const evening = {
  guard: [
    async ({}, use) => {
      const guard = new Guard();
      await use(guard);
      expect.soft(guard.left, 'requests that would have left this machine').toEqual([]);
      expect.soft(guard.complaints, 'errors and warnings in the consoles').toEqual([]);
    },
    {auto: true},
  ],

  flags: [[], {option: true}],

  server: async ({guard, flags}, use, info) => {
    const server = await Server.start(...flags);
    guard.allow(server.url);
    await use(server);
    const status = await server.remove();
    if (info.status !== info.expectedStatus) await info.attach('server.log', {body: server.log, contentType: 'text/plain'});
    if (status !== null) expect.soft(status, `exit status of the server, which wrote:\n${server.log}`).toBe(0);
  },

  web: async ({guard}, use) => {
    const web = await FileServer.start();
    guard.allow(web.url);
    await use(web);
    await web.stop();
  },

  line: async ({guard, server}, use) => {
    const line = await Line.to(server.url);
    guard.allow(line.url);
    await use(line);
    await line.close();
  },

  tv: async ({browser, guard, server}, use) => {
    const {page, close} = await openPage(browser, guard, DESKTOP);
    await use(new Screen(page, server.url));
    await close();
  },

  // A page that is open when its server goes complains: so each names the server, and is closed before it.
  phone: async ({browser, guard, server: _}, use) => {
    const {page, close} = await openPage(browser, guard, HANDHELD);
    await use(new Phone(page));
    await close();
  },

  anotherPhone: async ({browser, guard, server: _}, use) => {
    /** @type {(() => Promise<void>)[]} */
    const closers = [];
    await use(async () => {
      const {page, close} = await openPage(browser, guard, HANDHELD);
      closers.push(close);
      return new Phone(page);
    });
    for (const close of closers) await close();
  },
};

export const test = base.extend(evening);

/** @param {Browser} browser @param {Guard} guard @param {BrowserContextOptions} options */
export async function openPage(browser, guard, options) {
  const context = await browser.newContext(options);
  await guard.watch(context);
  await keepWords(context);
  return {page: await context.newPage(), close: () => context.close()};
}
