// Brings a service's own script into the page, when the first item needs it: bounded in time, and once.

/** A script that is not there by then will not come in time for its item, ms. */
export const SCRIPT_MS = 10_000;

/** A window, as far as scripts and frames are put into it. @typedef {Window & typeof globalThis} Page */

/**
 * @template T
 * @param {string} src
 * @param {object} options
 * @param {Page} [options.page]  where it is to run
 * @param {() => T|undefined} options.find  the API, once the script has run; undefined while it is not there
 * @param {(done: () => void) => void} [options.announce]  how the API says that it is there, where it does; else when the script has run
 * @param {number} [options.within]  ms
 * @returns {Promise<T>}
 */
export function loadScript(src, {page = window, find, announce, within = SCRIPT_MS}) {
  const there = find();
  if (there !== undefined) return Promise.resolve(there);
  const script = page.document.createElement('script');
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      script.remove(); // the next item tries again
      reject(new Error(`${src} ${why}`));
    };
    const done = () => {
      const api = find();
      if (api === undefined) return fail('brought nothing');
      clearTimeout(timer);
      return resolve(api);
    };
    const timer = setTimeout(() => fail('did not load in time'), within);
    announce?.(done);
    if (!announce) script.onload = done;
    script.onerror = () => fail('did not load');
    script.src = src;
    page.document.head.append(script);
  });
}
