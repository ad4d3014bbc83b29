// Where the session plays: here, or on other screens. A page that reloads is gone for a moment; nobody jumps in for that.

import {chosenOf} from '../../shared/model/screens.js';

/** @import {ClientInfo} from '../../shared/protocol.js' */
/** @import {Snapshot, Store} from '../../shared/store.js' */

/** A reload of the page takes less. */
export const GRACE_MS = 3000;

export class Whereabouts {
  #changed;
  /** The screens that play in place of this one; null: it plays. @type {readonly ClientInfo[]|null} */
  #others = null;
  /** Until when nobody is here that was chosen, and this screen waits. @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {Store} store @param {() => void} changed */
  constructor(store, changed) {
    this.#changed = changed;
    this.#others = othersIn(store.getState());
    store.subscribe((snapshot) => this.#look(snapshot));
  }

  /** The screens that play in place of this one; null when it plays itself. */
  get others() {
    return this.#others;
  }

  /** @param {Snapshot} snapshot */
  #look(snapshot) {
    const left = chosenOf(snapshot).length === 0 && (snapshot.state?.screens ?? []).length > 0;
    if (this.#others && left) this.#timer ??= setTimeout(() => this.#set(null), GRACE_MS);
    else this.#set(othersIn(snapshot));
  }

  /** @param {readonly ClientInfo[]|null} others */
  #set(others) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const was = names(this.#others);
    this.#others = others;
    if (was !== names(others)) this.#changed();
  }
}

/** The screens that were chosen without this one, or null. @param {Snapshot} snapshot */
function othersIn(snapshot) {
  const chosen = chosenOf(snapshot);
  return chosen.length > 0 && !chosen.some(({client}) => client === snapshot.client) ? chosen : null;
}

/** @param {readonly ClientInfo[]|null} screens */
const names = (screens) => JSON.stringify(screens);
