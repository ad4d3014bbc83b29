// A page as far as players put scripts and frames into it, for tests of their drivers: what is put there is noted.

/** @import {Page} from '../players/services/script.js' */

/** A thing in the page, with what was set on it. @typedef {Record<string, any> & {children: any[]}} Thing */

/** @param {string} tag @returns {Thing} */
function thing(tag) {
  const made = {
    tag,
    children: /** @type {any[]} */ ([]),
    append: (/** @type {any} */ child) => void made.children.push(child),
    replaceChildren: (/** @type {any[]} */ ...children) => void (made.children = children),
    remove() {},
  };
  return made;
}

/**
 * @param {object} [options]
 * @param {string} [options.at]  address of the page
 * @param {(script: Thing, page: any) => void} [options.bring]  what a script does that is put into the page
 * @param {boolean} [options.touched]  a person has
 */
export function fakePage({at = 'http://localhost:8080/s/1', bring = () => {}, touched = true} = {}) {
  const box = thing('div');
  const head = thing('head');
  const page = /** @type {any} */ ({
    location: new URL(at),
    navigator: {userActivation: {hasBeenActive: touched}},
    document: {createElement: thing, head, body: thing('body')},
  });
  head.append = (/** @type {Thing} */ script) => {
    head.children.push(script);
    queueMicrotask(() => bring(script, page));
  };
  return {page: /** @type {Page} */ (page), box: /** @type {HTMLElement & Thing} */ (/** @type {unknown} */ (box)), scripts: head.children};
}

/** What a driver tells, in order, as "playing 3". */
export function fakeHear() {
  /** @type {string[]} */
  const told = [];
  const note = (/** @type {string} */ what) => (/** @type {unknown[]} */ ...[value]) => void told.push(value === undefined ? what : `${what} ${value}`);
  return {
    take: () => told.splice(0),
    hear: {
      ready: note('ready'), playing: note('playing'), paused: note('paused'), waiting: note('waiting'), time: note('time'),
      length: note('length'), changed: note('changed'), said: note('said'), ended: note('ended'), blocked: note('blocked'), failed: note('failed'),
    },
  };
}

/** Lets promises settle. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
