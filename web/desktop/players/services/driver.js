// What stands between a service's player and the face that all players have (embed.js): each service has a driver.

/** @import {Found} from '../../../shared/model/captions.js' */
/** @import {Media} from '../../../shared/protocol.js' */
/** @import {Ability} from '../adapter.js' */
/** @import {Page} from './script.js' */

/**
 * What a driver tells of the media that it was given with. Times are seconds.
 *
 * @typedef {object} Hear
 * @property {() => void} ready  it can play
 * @property {(time?: number) => void} playing  it really plays, from there
 * @property {() => void} paused
 * @property {() => void} waiting  it works on it: data or an advertisement come first
 * @property {(time: number) => void} time  where it is
 * @property {(seconds: number) => void} length  Infinity for what is live
 * @property {() => void} changed  `can`, `note` or `found` did
 * @property {() => void} said  `lines` did
 * @property {() => void} ended
 * @property {() => void} blocked  the browser wants a gesture first
 * @property {(reason: string) => void} failed  in words
 */

/**
 * Drives a service's player, the same one for every media where its API has a way to.
 *
 * @typedef {object} Driver
 * @property {(media: Media, position: number, hear: Hear) => void} load  what is told of the media before goes to no `hear` any more
 * @property {() => void} play
 * @property {() => void} pause
 * @property {(seconds: number) => void} seek
 * @property {(level: number, muted: boolean) => void} sound  0–1
 * @property {(rate: number) => void} rate  one of `rates`
 * @property {() => void} unload  falls silent
 * @property {() => void} destroy  takes everything out of the page
 * @property {readonly Ability[]} can
 * @property {readonly number[]} rates  ascending; empty: its own alone
 * @property {readonly Found[]} [found]  captions of what is loaded, as far as it has told
 * @property {(captions: Found|null) => void} [choose]  shows those of `found`, or none
 * @property {readonly string[]} [lines]  what they say, where it does not draw them itself
 * @property {boolean} cues  it can be sent elsewhere before its first start
 * @property {number|undefined} [time]  where it is, if it can be asked
 * @property {(level: number, muted: boolean) => string} [note]  what is missing, in words
 */

/** A module that has a driver. @typedef {{connect: (box: HTMLElement, page?: Page) => Promise<Driver>}} DriverModule */

/** Why something cannot be had, in words for people. */
export class Refusal extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Nobody listens: before the first media, and after the last. @type {Hear} */
export const NOBODY = Object.freeze({
  ready() {}, playing() {}, paused() {}, waiting() {}, time() {}, length() {}, changed() {}, said() {}, ended() {}, blocked() {}, failed() {},
});

/** Calls what a service's player may refuse without harm: a promise or nothing comes back. @param {unknown} answer */
export const unheeded = (answer) => void Promise.resolve(answer).catch(() => {});
