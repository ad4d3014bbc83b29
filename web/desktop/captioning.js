// Captions of what plays: the key goes from one language to the next, and what somebody chose is said.

import {onDemand} from './on-demand.js';

/** @import {PlayerApp} from './elements/player-app.js' */

export class Captioning {
  #app;

  /** @param {PlayerApp} app */
  constructor(app) {
    this.#app = app;
  }

  /** What there is to choose from now. */
  get offered() {
    return this.#app.controller?.view.captions ?? [];
  }

  /** The ones after those that show. */
  async next() {
    const app = this.#app;
    if (!app.isPlaying) return;
    const part = await this.#load();
    if (!part) return;
    const {offered} = this;
    if (offered.length === 0) app.say({text: part.noCaptions, did: 'captions'});
    else app.ask('command', {name: 'captions', language: part.afterThis(offered, app.snapshot?.state?.captions ?? null)});
  }

  /** Somebody chose others, here or elsewhere. @param {string|null} wanted */
  async say(wanted) {
    const part = await this.#load();
    if (part) this.#app.say({text: part.chosenText(this.offered, wanted), did: 'captions'});
  }

  /** Their names are needed only then. */
  #load() {
    return onDemand(this.#app, () => import('./captions.js'));
  }
}
