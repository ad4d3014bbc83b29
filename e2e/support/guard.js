// Watches every page of a test: nothing may leave this machine, and no page may complain.

/** @import {BrowserContext, ConsoleMessage} from '@playwright/test' */

/** What Chromium writes when a server is gone. A test that stops one says so with `expect(LINE_DOWN)`. */
export const LINE_DOWN = /^WebSocket connection to|net::ERR_(CONNECTION|SOCKET|INTERNET|EMPTY|INCOMPLETE|CONTENT|NETWORK)/;

/** What Chromium writes when there is nothing at an address. */
export const NOT_FOUND = /^Failed to load resource: the server responded with a status of 404/;

/** What Chromium writes when a page asks whether it may play, and may not. */
export const MAY_NOT_PLAY = /^The AudioContext was not allowed to start/;

export class Guard {
  /** Requests that were stopped, by address. @type {string[]} */
  left = [];
  /** Errors and warnings of pages that no test expected. @type {string[]} */
  complaints = [];
  /** @type {Set<string>} */
  #origins = new Set();
  /** @type {RegExp[]} */
  #expected = [];

  /** Lets pages talk to a server of the test. @param {string} url */
  allow(url) {
    this.#origins.add(new URL(url).host);
  }

  /** From here on pages may say this. @param {...RegExp} patterns */
  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  /** @param {BrowserContext} context */
  async watch(context) {
    context.on('console', (message) => this.#heard(message));
    context.on('weberror', (error) => this.#complain(`uncaught: ${error.error()} (${error.page()?.url()})\n${error.error().stack ?? ''}`));
    context.on('page', (page) => page.on('websocket', (socket) => this.#isOurs(socket.url()) || this.left.push(socket.url())));
    await context.route((url) => !this.#isOurs(url.href), (route) => {
      this.left.push(route.request().url());
      return route.abort();
    });
  }

  /** @param {string} address */
  #isOurs(address) {
    const {protocol, host} = new URL(address);
    return ['data:', 'blob:', 'about:'].includes(protocol) || this.#origins.has(host);
  }

  /** @param {ConsoleMessage} message */
  #heard(message) {
    if (!['error', 'warning'].includes(message.type())) return;
    const {url} = message.location();
    this.#complain(`${message.type()}: ${message.text()} (${url})`, message.text());
  }

  /** @param {string} text @param {string} [said] */
  #complain(text, said = text) {
    if (!this.#expected.some((pattern) => pattern.test(said))) this.complaints.push(text);
  }
}
