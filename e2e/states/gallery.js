// Takes one state of a page in every size and theme.

import {mkdir} from 'node:fs/promises';
import {ROOT} from '../support/paths.js';

/** @import {Page} from '@playwright/test' */

/** A 4K picture of a busy page takes a processor some seconds. */
const TIMEOUT_MS = 60_000;

const THEMES = /** @type {const} */ (['dark', 'light']);

export class Gallery {
  #page;
  #folder;
  #sizes;

  /** @param {Page} page @param {string} name  of the folder @param {{width: number, height: number}[]} sizes  CSS px */
  constructor(page, name, sizes) {
    this.#page = page;
    this.#folder = `${ROOT}/e2e/.artifacts/states/${name}`;
    this.#sizes = sizes;
  }

  /** @param {string} state @param {() => Promise<unknown>} [before]  each picture, for what fades away */
  async take(state, before = async () => {}) {
    await mkdir(this.#folder, {recursive: true});
    for (const size of this.#sizes) {
      await this.#page.setViewportSize(size);
      for (const theme of THEMES) {
        await this.#page.emulateMedia({colorScheme: theme, reducedMotion: 'reduce'});
        await before();
        await this.#page.screenshot({path: `${this.#folder}/${state}-${size.width}-${theme}.png`, scale: 'css', animations: 'disabled', timeout: TIMEOUT_MS});
      }
    }
  }
}
