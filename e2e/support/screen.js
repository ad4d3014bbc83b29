// The player page, as a person in front of it sees it and as the browser plays it.

import {expect} from '@playwright/test';
import {sayAs} from './guest.js';
import {scan} from './qr.js';
import {hasSaid} from './said.js';

/** @import {Page} from '@playwright/test' */

/** Players start, report and are corrected around a position; nobody in a room notices this much. */
const NEAR_S = 2;

/** ms between looks at what plays: what is over soon is seen, and nobody waits for the next look. */
const LOOKS_MS = {intervals: [50, 100, 150]};

/** @typedef {{time: number, paused: boolean, file: string, volume: number, muted: boolean, rate: number, width: number}} Playing */

export class Screen {
  /** @param {Page} page @param {string} server  address */
  constructor(page, server) {
    this.page = page;
    this.server = server;
    this.video = page.locator('#stage video');
    this.qr = page.getByRole('img', {name: /QR code/});
    this.title = page.locator('now-bar').getByRole('heading');
    this.condition = page.locator('now-bar').getByRole('status');
    this.next = page.locator('now-bar .next');
    this.failure = page.getByRole('alert');
    this.toasts = page.locator('toast-stack');
    this.sign = page.locator('connection-sign');
    this.tapToStart = page.getByRole('button', {name: 'Tap to start'});
  }

  /** A new session, as a person starts one. */
  async open() {
    await this.page.goto(this.server);
  }

  get session() {
    return new URL(this.page.url()).pathname.split('/')[2];
  }

  /** The address that the QR code says. */
  async scan() {
    /** @type {string|null} */
    let address = null;
    await expect.poll(async () => (address = await scan(this.qr)), 'the QR code can be read').toContain('/s/');
    return String(address);
  }

  /**
   * What plays begins again at its end: for tests in which nothing moves on by itself, however long they take.
   * @param {Page} [page]  who asks; another one than the screen, where a question would count as a gesture
   */
  async repeats(page = this.page) {
    await sayAs(page, {protocol: 1, session: this.session, role: 'remote'}, [{event: 'command', data: {name: 'repeat', mode: 'one'}}]);
  }

  /** Adds links as somebody else does; the first plays, if nothing does. @param {...string} links */
  async adds(...links) {
    await sayAs(this.page, {protocol: 1, session: this.session, role: 'remote'}, [
      {event: 'add', data: {items: links.map((url) => ({url}))}},
      {event: 'command', data: {name: 'play'}},
    ]);
  }

  /** The element that plays; undefined while there is none. @returns {Promise<Playing|undefined>} */
  #media() {
    return this.video.evaluateAll(([video]) => video instanceof HTMLVideoElement ? {
      time: video.currentTime,
      paused: video.paused,
      file: decodeURIComponent(video.src.split('/').at(-1) ?? ''),
      volume: video.volume,
      muted: video.muted,
      rate: video.playbackRate,
      width: video.videoWidth,
    } : undefined);
  }

  /** The element that plays, when there is one. */
  async media() {
    await this.video.waitFor({state: 'attached'});
    return /** @type {Playing} */ (await this.#media());
  }

  /** @param {keyof Playing} field */
  look(field) {
    return expect.poll(async () => (await this.#media())?.[field], {message: `${field} of the element that plays`, ...LOOKS_MS});
  }

  /** Time really goes on: twice in a row it is later than it was. @param {string} [file] */
  async plays(file) {
    let last = Infinity;
    let steps = 0;
    await expect.poll(async () => {
      const now = await this.#media();
      const time = now && !now.paused ? now.time : Infinity;
      steps = time > last && (!file || now?.file === file) ? steps + 1 : 0;
      last = time;
      return {file: now?.file, goesOn: steps > 1};
    }, {message: 'the element that plays', ...LOOKS_MS}).toEqual({file: file ?? expect.any(String), goesOn: true});
  }

  /** It says so, for some seconds: what others did, or why something does not play. @param {string|RegExp} words */
  async says(words) {
    await hasSaid(this.page, words);
  }

  async isPaused() {
    await this.look('paused').toBe(true);
  }

  /** @param {number} seconds */
  async near(seconds) {
    await expect.poll(async () => Math.abs(((await this.#media())?.time ?? Infinity) - seconds), {message: `near ${seconds} s`, ...LOOKS_MS}).toBeLessThan(NEAR_S);
  }
}
