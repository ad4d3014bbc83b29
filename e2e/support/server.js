// One server process with a data directory of its own, which outlives restarts.

import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {BINARY, MEDIA} from './paths.js';

/** @import {ChildProcess} from 'node:child_process' */

/** Nothing that a start does takes this long: a server that is silent until then hangs. */
const START_TIMEOUT_MS = 60_000;

/** Longer than the server gives itself for a clean end. */
const STOP_TIMEOUT_MS = 35_000;

/** The line with which the server says that it is ready. */
const READY = /listening on (http:\/\/127\.0\.0\.1:(\d+))/;

export class Server {
  /** Everything that the processes wrote to standard error. */
  log = '';
  url = '';
  #data;
  #flags;
  #port = '0';
  /** @type {ChildProcess|null} */
  #process = null;

  /** @param {string} data  directory @param {string[]} flags */
  constructor(data, flags) {
    this.#data = data;
    this.#flags = flags;
  }

  /** A server that runs, on a port of its own. @param {...string} flags  beside those that every test has */
  static async start(...flags) {
    const server = new Server(await mkdtemp(join(tmpdir(), 'remoted-e2e-')), flags);
    await server.start();
    return server;
  }

  /** Starts on the same data; on the same port, if it ran before. */
  async start() {
    const args = ['--listen', `127.0.0.1:${this.#port}`, '--data', this.#data, '--media', MEDIA, ...this.#flags];
    const child = spawn(BINARY, args, {stdio: ['ignore', 'ignore', 'pipe'], env: withoutOurs(process.env)});
    this.#process = child;
    const [, url, port] = await this.#ready(child);
    this.url = url;
    this.#port = port;
  }

  /**
   * Ends the process.
   * @param {'SIGTERM'|'SIGKILL'} signal  the second is a power cut
   * @returns {Promise<number|null>}  the exit status; null after SIGKILL
   */
  async stop(signal = 'SIGTERM') {
    const child = this.#process;
    this.#process = null;
    if (!child) return null;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    const status = await ended;
    clearTimeout(timer);
    return status;
  }

  /** Ends it for good, with its data. */
  async remove() {
    const status = await this.stop();
    await rm(this.#data, {recursive: true, force: true});
    return status;
  }

  /**
   * What the server holds of a session.
   * @param {string} session
   * @returns {Promise<{epoch: string, seq: number, state: import('../../web/shared/protocol.js').State, code: string}>}
   */
  async session(session) {
    const response = await fetch(`${this.url}/api/sessions/${session}`);
    if (!response.ok) throw new Error(`session ${session}: HTTP ${response.status}`);
    return /** @type {Promise<any>} */ (response.json());
  }

  /**
   * @param {ChildProcess} child
   * @returns {Promise<RegExpExecArray>}
   */
  #ready(child) {
    let said = '';
    return new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ what) => reject(new Error(`the server ${what}:\n${said}`));
      const timer = setTimeout(() => fail('did not get ready'), START_TIMEOUT_MS);
      child.once('error', reject);
      child.once('exit', (status) => fail(`ended with status ${status}`));
      child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        said += text;
        this.log += text;
        const ready = READY.exec(said);
        if (!ready) return;
        clearTimeout(timer);
        resolve(ready);
      });
    });
  }
}

/** The environment without what would configure the server. @param {NodeJS.ProcessEnv} environment */
function withoutOurs(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('REMOTED_')));
}
