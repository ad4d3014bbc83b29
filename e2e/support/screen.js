// The player page, as a person in front of it sees it and as the browser plays it.

import {expect} from '@playwright/test';
import {scan} from './qr.js';

/** @import {Page} from '@playwright/test' */

/** Players start, report and are corrected around a position; nobody in a room notices this much. */
const NEAR_S = 2;

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

  /** The element that plays. */
  media() {
    return this.video.evaluate((/** @type {HTMLVideoElement} */ video) => ({
      time: video.currentTime,
      paused: video.paused,
      file: decodeURIComponent(video.src.split('/').at(-1) ?? ''),
      volume: video.volume,
      muted: video.muted,
      rate: video.playbackRate,
      width: video.videoWidth,
    }));
  }

  /** @template {keyof Awaited<ReturnType<Screen['media']>>} K @param {K} field */
  async #read(field) {
    return (await this.video.count()) ? (await this.media())[field] : undefined;
  }

  /** @template {keyof Awaited<ReturnType<Screen['media']>>} K @param {K} field */
  look(field) {
    return expect.poll(() => this.#read(field), `${field} of the element that plays`);
  }

  /** Time really goes on. @param {string} [file] */
  async plays(file) {
    if (file) await this.look('file').toBe(file);
    await this.look('paused').toBe(false);
    const {time} = await this.media();
    await this.look('time').toBeGreaterThan(time + 0.4);
  }

  async isPaused() {
    await this.look('paused').toBe(true);
  }

  /** @param {number} seconds */
  async near(seconds) {
    await expect.poll(async () => Math.abs((await this.media()).time - seconds), `near ${seconds} s`).toBeLessThan(NEAR_S);
  }
}
