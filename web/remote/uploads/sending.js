// One file on its way to the server, by tus: begun, stopped, and gone on with from where the server says.

import {UploadMemory} from './upload-memory.js';

/** @import {DetailedError, Upload} from 'tus-js-client' */

/** Bytes a request: what a proxy in front of the server lets through, and what a lost answer costs at most. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** @typedef {'tooLarge'|'notMedia'|'full'|'ended'|'unreadable'|'other'} Why  a key of the words for refusals */

/** A line over which nothing went for so long is dead, though nobody was told: another one may do. */
const STALLED_MS = 30_000;

/**
 * How it went. `lost`: the line or the server is away, going on later makes sense.
 * @typedef {{end: 'done', url: string}|{end: 'stopped'}|{end: 'lost'}|{end: 'refused', why: Why}} End
 */

export class Sending {
  #file;
  #session;
  #progress;
  /** @type {Upload|null} */
  #upload = null;
  /** @type {(end: End) => void} */
  #resolve = () => {};
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #stall;

  /** @param {File} file @param {string} session @param {(sent: number) => void} progress */
  constructor(file, session, progress) {
    this.#file = file;
    this.#session = session;
    this.#progress = progress;
  }

  /** Sends what is missing. One call at a time. @returns {Promise<End>} */
  async run() {
    try {
      this.#upload ??= await this.#begin();
    } catch {
      return {end: 'lost'}; // the module could not be had
    }
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#watch();
      this.#upload?.start();
    });
  }

  /** Takes silence for a lost line. */
  #watch() {
    clearTimeout(this.#stall);
    this.#stall = setTimeout(() => {
      this.#upload?.abort().catch(() => {});
      this.#settle({end: 'lost'});
    }, STALLED_MS);
  }

  /** @param {End} end */
  #settle(end) {
    clearTimeout(this.#stall);
    this.#resolve(end);
  }

  /** @param {number} sent */
  #went(sent) {
    this.#watch();
    this.#progress(sent);
  }

  /** Nothing more is sent; `run` goes on. */
  stop() {
    this.#upload?.abort().catch(() => {});
    this.#settle({end: 'stopped'});
  }

  /** Ends it for good; the server forgets it too, if it can be told. */
  drop() {
    this.#upload?.abort(true).catch(() => {}); // else it expires there
    this.#settle({end: 'stopped'});
  }

  async #begin() {
    const tus = await import('../../vendor/tus.js');
    const upload = new tus.Upload(this.#file, {
      endpoint: `/api/sessions/${this.#session}/uploads`,
      metadata: {filename: this.#file.name},
      chunkSize: CHUNK_BYTES,
      retryDelays: null, // who waits for what is decided outside, where a person can see it
      removeFingerprintOnSuccess: true,
      urlStorage: new UploadMemory(),
      onProgress: (sent) => this.#went(sent),
      onSuccess: ({lastResponse}) => this.#succeeded(lastResponse.getHeader('Content-Location')),
      onError: (error) => this.#settle(endOf(error)),
    });
    const [before] = await upload.findPreviousUploads();
    if (before) upload.resumeFromPreviousUpload(before);
    return upload;
  }

  /** @param {string|undefined} url */
  #succeeded(url) {
    this.#settle(url ? {end: 'done', url} : {end: 'lost'});
  }
}

/** What an error of tus means. @param {Error|DetailedError} error @returns {End} */
export function endOf(error) {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return 'originalRequest' in error ? {end: 'lost'} : {end: 'refused', why: 'unreadable'};
  const status = response.getStatus();
  switch (status) {
    case 0:
    case 400: // the server saw the line break off
    case 409:
    case 423: return {end: 'lost'};
    case 404: return {end: 'refused', why: 'ended'};
    case 413: return {end: 'refused', why: 'tooLarge'};
    case 415:
    case 422: return {end: 'refused', why: 'notMedia'};
    case 507: return {end: 'refused', why: 'full'};
    default: return status >= 500 ? {end: 'lost'} : {end: 'refused', why: 'other'};
  }
}
