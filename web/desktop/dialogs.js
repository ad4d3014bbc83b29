// The dialogs of the page, one in front at a time: the keys, what is set for this screen alone, and which captions show.

import {onDemand} from './on-demand.js';

/** @import {CaptionsDialog} from './elements/captions-dialog.js' */
/** @import {HelpDialog} from './elements/help-dialog.js' */
/** @import {PlayerApp} from './elements/player-app.js' */
/** @import {ScreenDialog} from './elements/screen-dialog.js' */

export class Dialogs {
  #app;

  /** @param {PlayerApp} app */
  constructor(app) {
    this.#app = app;
  }

  /** Comes with the part of the page that plays. @returns {HelpDialog|null} */
  get #help() {
    return this.#app.controller && this.#app.renderRoot.querySelector('help-dialog');
  }

  /** @returns {ScreenDialog|null} */
  get #settings() {
    return this.#app.renderRoot.querySelector('screen-dialog');
  }

  /** @returns {CaptionsDialog|null} */
  get #captions() {
    return this.#app.renderRoot.querySelector('captions-dialog');
  }

  toggleHelp() {
    this.#help?.toggle();
  }

  async toggleSettings() {
    const app = this.#app;
    if (!app.controller || !app.snapshot?.state) return;
    if (await onDemand(app, () => import('./elements/screen-dialog.js'))) this.#settings?.toggle();
  }

  async toggleCaptions() {
    const app = this.#app;
    if (!app.isPlaying) return;
    if (await onDemand(app, () => import('./elements/captions-dialog.js'))) this.#captions?.toggle();
  }

  /** Closes the one in front. @returns {boolean}  whether there was one */
  closeFront() {
    const open = [this.#captions, this.#settings, this.#help].find((dialog) => dialog?.isOpen);
    open?.close();
    return !!open;
  }
}
