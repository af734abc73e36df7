/**
 * Messages that are written and not yet stored by the server. Every entry has a key of its own in the browser's storage, so
 * that it survives a reload and tabs never overwrite each other's. Entries are sent one at a time per room, in the order of
 * writing, and repeated with the same client id until the server answers; the id makes repeats harmless. One whose files are
 * still being uploaded keeps its place: those behind it wait.
 */
import { t } from '../language/words.js';
import { InFlight } from './inflight.js';
import { isComplete } from './pending.js';
import { PendingStore } from './pendingstore.js';

/** @typedef {import('../types.js').Problem} Problem */

/** @typedef {import('./pending.js').Pending} Pending */
/** @typedef {import('./pending.js').PendingFile} PendingFile */
/** @typedef {import('./pending.js').OutboxParts} OutboxParts */

/** Statuses of temporary refusals: signed out, until one signs in again; too fast; temporarily unavailable. */
const PASSING = new Set([401, 429, 503]);

export class Outbox {
  /** @type {OutboxParts} */ #parts;
  /** @type {Pending[]} */ #entries = [];
  #store;
  #inFlight;

  /** @param {OutboxParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#store = new PendingStore(parts.storage, parts.user);
    this.#entries = this.#store.load();
    this.#inFlight = new InFlight(parts, (room) => this.#next(room));
  }

  /**
   * @param {number} room
   * @returns {Pending[]} in the order of writing
   */
  of(room) {
    return this.#entries.filter((entry) => entry.room === room);
  }

  /** Entries that carry files, in the order of writing. */
  get withFiles() {
    return this.#entries.filter(({ files }) => files?.length);
  }

  /**
   * Entries for rooms of which one is no longer a member.
   * @param {(room: number) => boolean} open
   */
  stranded(open) {
    return this.#entries.filter((entry) => entry.seq === undefined && !open(entry.room));
  }

  /**
   * @param {number} room
   * @param {string} clientId
   * @param {string} body
   * @param {import('./references.js').Referring & Pick<Pending, 'files' | 'tab'>} [refers]
   */
  add(room, clientId, body, refers = {}) {
    const newest = this.#entries.at(-1)?.at ?? 0;
    const entry = { clientId, room, body, ...refers, at: Math.max(this.#parts.now(), newest + 1) };
    this.#entries.push(entry);
    this.#store.save(entry);
    this.#parts.changed(room);
    this.#inFlight.send(room);
  }

  /** There is a connection (again): sends the entries in progress once more, because they may have been lost. */
  resume() {
    this.#inFlight.clear();
    for (const entry of this.#entries) delete entry.waiting;
    for (const room of new Set(this.#entries.map((entry) => entry.room))) this.#inFlight.send(room);
  }

  /** @param {{clientId: string, seq: number, at: number}} ack */
  acknowledged({ clientId, seq, at }) {
    const entry = this.#find(clientId);
    if (!entry) return;
    Object.assign(entry, { seq, at });
    delete entry.waiting;
    this.#store.forget(entry);
    // Before it may be dropped, so that those who look after its files learn that they are posted.
    this.#landed(entry);
    // A repeat is acknowledged, but its event was delivered the first time.
    this.caughtUp(entry.room);
  }

  /**
   * The room's log contains one's own message.
   * @param {string} clientId
   */
  seen(clientId) {
    const entry = this.#find(clientId);
    if (!entry) return;
    this.#store.forget(entry);
    this.leave(clientId);
  }

  /**
   * The page holds more of a room. If a stored message has not appeared by then, it was deleted before its event was
   * delivered.
   * @param {number} room
   */
  caughtUp(room) {
    if (this.#dropPassed(room)) this.#parts.changed(room);
  }

  /**
   * Removes entries whose numbers the page has passed: their events will not come any more.
   * @param {number} room
   * @returns {boolean} whether there were any
   */
  #dropPassed(room) {
    const last = this.#parts.last(room);
    const held = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.room !== room || entry.seq === undefined || entry.seq > last);
    return this.#entries.length < held;
  }

  /**
   * @param {string} clientId
   * @param {Problem} problem
   * @returns {string | undefined} why it will not be sent; undefined if it is sent later
   */
  refused(clientId, problem) {
    const entry = this.#find(clientId);
    if (!entry || entry.seq !== undefined) return undefined;
    if (PASSING.has(problem.status)) {
      const wait = Math.max(1, problem.retryAfter ?? 2) * 1000;
      entry.waiting = problem.detail ?? t('composer.busy');
      this.#inFlight.putOff(entry, wait);
      this.#parts.changed(entry.room);
      return undefined;
    }
    // Files that no message took within a day are gone from the server: the next attempt uploads them again.
    if (problem.type?.endsWith('no-such-file')) entry.files = entry.files?.map(({ id: _, upload: __, ...file }) => file);
    entry.muted = problem.type?.endsWith('/muted') ?? false;
    this.fail(clientId, problem.detail ?? problem.title ?? t('composer.failed'));
    return entry.failed;
  }

  /**
   * Gives up until one tries again; those behind it go on.
   * @param {string} clientId
   * @param {string} reason
   */
  fail(clientId, reason) {
    const entry = this.#find(clientId);
    if (!entry) return;
    entry.failed = reason;
    this.#store.save(entry);
    this.#landed(entry);
  }

  /**
   * Its files have come further, or are others now.
   * @param {string} clientId
   * @param {(files: PendingFile[]) => PendingFile[]} change
   * @param {string} [tab] that uploads them from now on
   */
  changeFiles(clientId, change, tab) {
    const entry = this.#find(clientId);
    if (!entry?.files) return;
    Object.assign(entry, { files: change(entry.files), ...(tab && { tab }) });
    this.#changed(entry);
  }

  /** Another tab that is open sends this entry: it stays in the storage. @param {string} clientId */
  leave(clientId) {
    const entry = this.#find(clientId);
    if (!entry) return;
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    this.#landed(entry);
  }

  /** @param {string} clientId */
  retry(clientId) {
    const entry = this.#find(clientId);
    if (!entry) return;
    delete entry.failed;
    delete entry.muted;
    this.#changed(entry);
  }

  /** One can write again: what was refused before can be tried again. */
  unmuted() {
    for (const entry of this.#entries.filter(({ muted }) => muted)) {
      delete entry.muted;
      this.#parts.changed(entry.room);
    }
  }

  /**
   * Removes an entry that is not on its way.
   * @param {string} clientId
   * @returns {string} its text
   */
  take(clientId) {
    const entry = this.#find(clientId);
    if (!entry) return '';
    this.#store.forget(entry);
    this.leave(clientId);
    return entry.body;
  }

  /**
   * Another tab has removed an entry from the storage because it was sent, edited or discarded there. Entries in progress in
   * this tab are kept, because they get their own answers.
   * @param {string | null} key
   */
  removedElsewhere(key) {
    const id = this.#store.idOf(key);
    const entry = id && this.#find(id);
    if (!entry || entry.seq !== undefined || this.#inFlight.has(entry)) return;
    this.leave(id);
  }

  /** @param {Pending} entry */
  #changed(entry) {
    this.#store.update(entry);
    this.#parts.changed(entry.room);
    this.#inFlight.send(entry.room);
  }

  /** @param {Pending} entry */
  #landed(entry) {
    this.#inFlight.end(entry);
    this.#parts.changed(entry.room);
    this.#inFlight.send(entry.room);
  }

  /** The first entry of a room that is not stored and has not failed, once its files are on the server. @param {number} room */
  #next(room) {
    const entry = this.#entries.find((one) => one.room === room && !one.failed && one.seq === undefined);
    return entry && isComplete(entry) ? entry : undefined;
  }

  /** @param {string} clientId */
  #find(clientId) {
    return this.#entries.find((entry) => entry.clientId === clientId);
  }
}
