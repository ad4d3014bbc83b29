// Where files were being sent to, kept over a reload: the same file, chosen again, goes on where it was. tus-js-client's
// own memory keeps no time and never forgets.

/** @import {PreviousUpload, UrlStorage} from 'tus-js-client' */

/** @typedef {PreviousUpload & {fingerprint: string}} Kept */

const KEY = 'remoted.uploads';

/** What the server waits no longer for; upload.Expiry there. */
const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/** More than anybody leaves unfinished in a day. */
const MAX_KEPT = 50;

/** @implements {UrlStorage} */
export class UploadMemory {
  #storage;
  #now;

  /** @param {Pick<Storage, 'getItem'|'setItem'>} [storage] @param {() => number} [now] */
  constructor(storage = localStorage, now = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  async findAllUploads() {
    return this.all();
  }

  /** @param {string} fingerprint */
  async findUploadsByFingerprint(fingerprint) {
    return this.all().filter((kept) => kept.fingerprint === fingerprint);
  }

  /** @param {string} key */
  async removeUpload(key) {
    this.#write(this.all().filter(({urlStorageKey}) => urlStorageKey !== key));
  }

  /** @param {string} fingerprint @param {PreviousUpload} upload */
  async addUpload(fingerprint, upload) {
    const urlStorageKey = `${this.#now()}-${fingerprint}`;
    const others = this.all().filter((kept) => kept.fingerprint !== fingerprint);
    this.#write([...others, {...upload, creationTime: new Date(this.#now()).toISOString(), fingerprint, urlStorageKey}].slice(-MAX_KEPT));
    return urlStorageKey;
  }

  /** Those of a session that the server still waits for. @param {string} session */
  unfinished(session) {
    return this.all().filter(({uploadUrl}) => uploadUrl?.includes(`/api/sessions/${session}/uploads/`));
  }

  /** @returns {Kept[]} */
  all() {
    try {
      const kept = JSON.parse(this.#storage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter((one) => isKept(one) && this.#now() - Date.parse(one.creationTime) < FORGET_AFTER_MS) : [];
    } catch {
      return []; // blocked, or not ours
    }
  }

  /** @param {Kept[]} kept */
  #write(kept) {
    try {
      this.#storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // storage is blocked or full: a reload begins anew
    }
  }
}

/** @param {any} one @returns {one is Kept} */
function isKept(one) {
  return typeof one?.fingerprint === 'string' && typeof one.urlStorageKey === 'string' && typeof one.uploadUrl === 'string' && typeof one.creationTime === 'string';
}
