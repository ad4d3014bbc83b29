// What stand-ins of services have in common. A stand-in is written by us from the service's published API pages, and
// answers at the network edge in the service's place: scripts run in the page, frames under the service's own origin.

/** @import {BrowserContext} from '@playwright/test' */

/** What plays: time goes on, at a rate, until the end. Goes into pages as source. */
export class Clock {
  /** @param {number} length  s @param {(what: 'time'|'end') => void} tell */
  constructor(length, tell) {
    this.length = length;
    this.playing = false;
    this.rate = 1;
    this.place = 0;
    this.at = 0;
    setInterval(() => {
      if (!this.playing) return;
      if (this.time() < this.length) return void tell('time');
      this.pause();
      tell('end');
    }, 100);
  }

  time() {
    const place = this.place + (this.playing ? ((performance.now() - this.at) / 1000) * this.rate : 0);
    return Math.min(place, this.length);
  }

  /** @param {number} place */
  seek(place) {
    this.place = place;
    this.at = performance.now();
  }

  /** @param {number} rate */
  setRate(rate) {
    this.seek(this.time());
    this.rate = rate;
  }

  play() {
    this.seek(this.time());
    this.playing = true;
  }

  pause() {
    this.seek(this.time());
    this.playing = false;
  }
}

/** @param {(options: any) => void} run @param {object} [options] */
export const script = (run, options = {}) => `(() => { ${Clock}\n(${run})(${JSON.stringify(options)}); })();`;

/** @param {(options: any) => void} run @param {object} [options] */
export const frame = (run, options = {}) => `<!doctype html><title>stand-in</title><body><script>${script(run, options)}</script>`;

/**
 * Answers for a host. What there is no answer for is not there, and the guard hears of it.
 * @param {BrowserContext} context
 * @param {string} origin
 * @param {Record<string, string>} answers  by the beginning of their path, the first that fits; one that begins with "<" is a page
 */
export async function serve(context, origin, answers) {
  for (const [path, body] of Object.entries(answers).reverse()) { // the last route is asked first
    await context.route((url) => url.origin === origin && url.pathname.startsWith(path), (route) =>
      route.fulfill({body, contentType: body.startsWith('<') ? 'text/html' : 'text/javascript'}));
  }
}

/** An empty frame of the service's. */
export const EMPTY = '<!doctype html><title>stand-in</title>';
