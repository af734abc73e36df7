/** Which notices wait for one, from the list and from what comes live. Pure: no document, no network. */

import { dayIn } from '../timeline/days.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

/**
 * Until it is read; one that asks to be acknowledged, until it is. Whoever posted it is not asked.
 * @param {Notice} notice
 * @param {number} me
 */
function waits(notice, me) {
  if (notice.withdrawnAt || (notice.acknowledge && notice.by === me)) return false;
  return notice.acknowledge ? !notice.acknowledged : !notice.read;
}

/**
 * @param {Notice} a
 * @param {Notice} b
 */
function byUrgency(a, b) {
  if (a.acknowledge !== b.acknowledge) return a.acknowledge ? -1 : 1;
  return a.acknowledge ? a.id - b.id : b.id - a.id;
}

/**
 * @param {LiveNotice} notice
 * @param {boolean} read
 * @param {number} [acknowledgedVersion] the last one that was acknowledged
 * @returns {Notice}
 */
function withReceipt(notice, read, acknowledgedVersion) {
  return { ...notice, read, acknowledged: (acknowledgedVersion ?? 0) >= notice.askedVersion, acknowledgedVersion };
}

export class Waiting {
  #me;
  #zone;
  /** @type {Map<number, Notice>} all that is known to stand on the board, done with or not */ #known = new Map();
  /** @type {(() => void)[] | null} */ #since = null;

  /**
   * @param {number} me
   * @param {string} [zone] the hostel's time zone, in which the last day of a notice ends; else the reader's
   */
  constructor(me, zone) {
    this.#me = me;
    this.#zone = zone;
  }

  /**
   * @param {number} now the server's time, for the last day on the board
   * @returns {Notice[]} those that ask to be acknowledged first, the oldest of them before the others; then the rest, the newest first
   */
  list(now) {
    const today = dayIn(now, this.#zone);
    return [...this.#known.values()].filter((notice) => waits(notice, this.#me) && (notice.until ?? today) >= today).sort(byUrgency);
  }

  /** The board is asked for: what happens from now on may not stand in the answer. */
  ask() {
    this.#since = [];
  }

  /** @param {Notice[]} notices the whole board, as it was at some time since it was asked for */
  restart(notices) {
    const since = this.#since ?? [];
    this.#since = null;
    this.#known = new Map(notices.map((notice) => [notice.id, notice]));
    for (const happened of since) happened();
  }

  /**
   * What was missed: each as it is now for oneself.
   * @param {Notice[]} notices
   * @param {number[]} withdrawn
   */
  merge(notices, withdrawn) {
    for (const notice of notices) this.#known.set(notice.id, notice);
    for (const id of withdrawn) this.#known.delete(id);
  }

  /**
   * Posted or edited. The frame goes to everybody alike, so what one has done about the notice is not in it: of an edited
   * one that stays what it was, a new one only its author has read.
   * @param {LiveNotice} notice
   * @returns {boolean} whether it waits and did not before
   */
  take(notice) {
    this.#since?.push(() => this.take(notice));
    const before = this.#known.get(notice.id);
    // Frames of two edits may come in the other order, and a board may be newer than what happened since it was asked for.
    if (before && notice.version < before.version) return false;
    // An old one that did not stand on the board: nobody knows here whether it was read. That it asks again holds for everybody.
    const asksAgain = notice.acknowledge && notice.askedVersion === notice.version;
    if (!before && notice.editedAt && !asksAgain) return false;
    const known = withReceipt(notice, before?.read ?? notice.by === this.#me, before?.acknowledgedVersion);
    this.#known.set(notice.id, known);
    return waits(known, this.#me) && !(before && waits(before, this.#me));
  }

  /** @param {Notice} notice that one has read now, or acknowledged if it asks for that */
  done(notice) {
    this.receipt({ notice: notice.id, acknowledgedVersion: notice.acknowledge ? notice.version : undefined });
  }

  /** @param {import('../types.js').Receipt} receipt what one has done about a notice, here or elsewhere */
  receipt(receipt) {
    this.#since?.push(() => this.receipt(receipt));
    const known = this.#known.get(receipt.notice);
    if (!known) return;
    const version = Math.max(known.acknowledgedVersion ?? 0, receipt.acknowledgedVersion ?? 0);
    this.#known.set(known.id, withReceipt(known, true, version || undefined));
  }

  /** @param {number} room of a notice that was withdrawn */
  closed(room) {
    this.#since?.push(() => this.closed(room));
    for (const notice of this.#known.values()) if (notice.room === room) this.#known.delete(notice.id);
  }
}
