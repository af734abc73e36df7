/**
 * Uploads the files of messages that wait in the outbox: in each room one message after the other, two at the same time in all.
 * Goes on whichever room is on the screen.
 */
import { upload } from './upload.js';

/** @typedef {import('../composer/pending.js').Pending} Pending */
/** @typedef {import('../composer/pending.js').PendingFile} PendingFile */

/** A browser has six connections for a server, and the rest of the page needs some. */
const MOST_AT_ONCE = 2;

/**
 * @typedef {object} UploadsParts
 * @property {Pick<import('../composer/outbox.js').Outbox, 'withFiles' | 'changeFiles' | 'fail'>} outbox
 * @property {(entry: Pending) => boolean} isUploading whether files of a message are to be uploaded: one may have been taken out of its room
 * @property {Pick<import('./blobs.js').Blobs, 'get' | 'keep'>} blobs
 * @property {(signal: AbortSignal) => import('./upload.js').UploadEnds['request']} requests
 * @property {(ms: number) => Promise<void>} sleep
 * @property {(failures: number) => number} delay in milliseconds
 * @property {(key: string, values: Record<string, string>) => string} t
 * @property {() => number} now
 * @property {() => void} progressed
 */

export class Uploads {
  /** @type {UploadsParts} */ #parts;
  /** @type {Map<string, AbortController>} what is being uploaded, by message */ #running = new Map();
  /** @type {Map<string, number>} in bytes, by the keys of files */ #offsets = new Map();
  /** @type {Map<string, number>} the numbers of uploads that are in no message yet, by the keys of files */ #loose = new Map();
  /** @type {Set<() => void>} ends the pauses before further attempts */ #pauses = new Set();

  /** @param {UploadsParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {string} key of a file @returns {number} how many of its bytes the server has */
  offset(key) {
    return this.#offsets.get(key) ?? 0;
  }

  /** The outbox has changed: begins what is next, and stops what is gone from it. */
  look() {
    for (const { seq, files = [] } of this.#parts.outbox.withFiles) {
      for (const { key, id, upload: begun } of files) {
        if (seq !== undefined) this.#loose.delete(key);
        else if (id || begun) this.#loose.set(key, id || begun || 0);
      }
    }
    const waiting = this.#parts.outbox.withFiles.filter(this.#parts.isUploading);
    for (const [clientId, controller] of this.#running) {
      if (!waiting.some((entry) => entry.clientId === clientId)) controller.abort();
    }
    const rooms = new Set();
    for (const entry of waiting) {
      for (const { key } of entry.files ?? []) void this.#parts.blobs.keep(key);
      const isFirst = !rooms.has(entry.room);
      rooms.add(entry.room);
      if (isFirst && !this.#running.has(entry.clientId) && this.#running.size < MOST_AT_ONCE) void this.#run(entry.clientId);
    }
  }

  /** The connection may be back: tries again at once. */
  tryNow() {
    for (const wake of this.#pauses) wake();
  }

  /** A file of a message is not to be sent: stops what is under way for that message, which goes on with its others. @param {string} clientId */
  cancel(clientId) {
    this.#running.get(clientId)?.abort();
  }

  /**
   * Takes back from the server what is neither sent nor to be sent: it would count against what one may keep there, for a day.
   * @param {Set<string>} wanted the keys of all other files
   */
  giveUp(wanted) {
    for (const [key, id] of this.#loose) {
      if (wanted.has(key)) continue;
      this.#loose.delete(key);
      void this.#parts.requests(new AbortController().signal)('DELETE', `/api/files/uploads/${id}`).catch(() => {});
    }
  }

  /** @param {string} clientId */
  async #run(clientId) {
    const controller = new AbortController();
    this.#running.set(clientId, controller);
    try {
      for (let file = this.#next(clientId); file && !controller.signal.aborted; file = this.#next(clientId)) await this.#send(clientId, file, controller.signal);
    } finally {
      this.#running.delete(clientId);
      this.look();
    }
  }

  /** @param {string} clientId @returns {PendingFile | undefined} the first of its files that is not on the server */
  #next(clientId) {
    const entry = this.#parts.outbox.withFiles.find((one) => one.clientId === clientId);
    return entry && this.#parts.isUploading(entry) ? entry.files?.find(({ id }) => !id) : undefined;
  }

  /** @param {string} clientId @param {PendingFile} file @param {AbortSignal} signal */
  async #send(clientId, file, signal) {
    const { outbox, blobs, t, requests, now } = this.#parts;
    const change = (/** @type {Partial<PendingFile>} */ by) => outbox.changeFiles(clientId, (files) => files.map((one) => (one.key === file.key ? { ...one, ...by } : one)));
    try {
      const prepared = await blobs.get(file.key);
      if (signal.aborted) return;
      if (!prepared) {
        outbox.fail(clientId, t('attach.lost', { name: file.name }));
        return;
      }
      const { name, width, height, blob: { size } } = prepared;
      if (name !== file.name || size !== file.size) change({ name, size, width, height });
      const { id } = await upload(prepared, file.upload ?? 0, {
        request: requests(signal),
        pause: (failures, retryAfter) => this.#pause(failures, retryAfter, signal),
        begun: (begun) => change({ upload: begun }),
        progress: (offset) => this.#progress(file.key, offset),
        now,
      });
      if (!signal.aborted) change({ id });
    } catch (error) {
      const { problem, message } = /** @type {any} */ (error);
      // What the browser says of a file that it can't read is in no language of ours.
      if (!signal.aborted) outbox.fail(clientId, problem ? t('attach.refused', { name: file.name, reason: message }) : t('attach.unreadable', { name: file.name }));
    }
  }

  /** @param {string} key @param {number} offset */
  #progress(key, offset) {
    this.#offsets.set(key, offset);
    this.#parts.progressed();
  }

  /** @param {number} failures @param {number} retryAfter in seconds @param {AbortSignal} signal */
  #pause(failures, retryAfter, signal) {
    return new Promise((/** @type {(done?: undefined) => void} */ resolve) => {
      const wake = () => {
        this.#pauses.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#pauses.add(wake);
      signal.addEventListener('abort', wake);
      void this.#parts.sleep(Math.max(this.#parts.delay(failures), retryAfter * 1000)).then(wake);
    });
  }
}
