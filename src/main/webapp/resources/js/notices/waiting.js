/** The pending notices, computed from the board and live frames. Pure: no document, no network. */

import { dayIn } from '../timeline/days.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

/**
 * A notice is pending until it is read; if it asks for an acknowledgement, until it is acknowledged. It is not pending for
 * its author. Officials are not asked to acknowledge those that are for some residents.
 * @param {Notice} notice
 * @param {number} me
 * @param {boolean} official
 */
function waits(notice, me, official) {
  if (notice.withdrawnAt || (notice.acknowledge && notice.by === me)) return false;
  if (official && notice.audience) return !notice.acknowledge && !notice.read;
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
 * @param {number} [acknowledgedVersion] the last acknowledged version
 * @returns {Notice}
 */
function withReceipt(notice, read, acknowledgedVersion) {
  return { ...notice, read, acknowledged: (acknowledgedVersion ?? 0) >= notice.askedVersion, acknowledgedVersion };
}

export class Waiting {
  #me;
  #zone;
  #official;
  /** @type {Map<number, Notice>} all known notices on the board, pending or not */ #known = new Map();
  /** @type {(() => void)[] | null} */ #since = null;

  /**
   * @param {number} me
   * @param {string} [zone] the hostel's time zone, in which a notice's last day ends; default is the reader's
   * @param {boolean} [official]
   */
  constructor(me, zone, official = false) {
    this.#me = me;
    this.#zone = zone;
    this.#official = official;
  }

  /**
   * @param {number} now the server's time in milliseconds
   * @returns {Notice[]} first those that ask for an acknowledgement, oldest first; then the others, newest first
   */
  list(now) {
    return [...this.#known.values()].filter((notice) => this.#waits(notice, now)).sort(byUrgency);
  }

  /**
   * @param {Notice} notice
   * @param {number} now
   */
  #waits(notice, now) {
    const today = dayIn(now, this.#zone);
    return waits(notice, this.#me, this.#official) && (notice.until ?? today) >= today;
  }

  /** The board is being requested: from now on live frames may be newer than the response. */
  ask() {
    this.#since = [];
  }

  /** @param {Notice[]} notices the whole board at some time since {@link ask} */
  restart(notices) {
    const since = this.#since ?? [];
    this.#since = null;
    this.#known = new Map(notices.map((notice) => [notice.id, notice]));
    for (const happened of since) happened();
  }

  /**
   * Applies what was missed: the present state of each notice for this person.
   * @param {Notice[]} notices
   * @param {number[]} withdrawn
   */
  merge(notices, withdrawn) {
    for (const notice of notices) this.#known.set(notice.id, notice);
    for (const id of withdrawn) this.#known.delete(id);
  }

  /**
   * Applies a posted or edited notice. The frame is the same for everybody, so it does not contain one's own receipt: that of
   * an edited notice is kept; a new one counts as read only for its author.
   * @param {LiveNotice & Partial<Pick<Notice, 'read' | 'acknowledgedVersion'>>} notice
   * @param {{ reminded?: boolean, concerns?: boolean }} [why] reminded: it is unread again; concerns: it concerns one since now,
   *     with one's receipt if the frame is for oneself alone
   * @param {number} [now] the server's time in milliseconds
   * @returns {boolean} whether it has become pending, or one is reminded of it
   */
  take(notice, why = {}, now = Date.now()) {
    this.#since?.push(() => this.take(notice, why, now));
    const before = this.#known.get(notice.id);
    // The frames of two edits may arrive out of order, and a fetched board may be newer than a frame.
    if (before && notice.version < before.version) return false;
    // An edit of an old notice that is not on the board here: whether it was read is unknown. It is pending only if it asks
    // for a new acknowledgement, from everybody.
    const asksAgain = notice.acknowledge && notice.askedVersion === notice.version;
    if (!before && notice.editedAt && !asksAgain && !why.concerns && !why.reminded) return false;
    const read = !why.reminded && (notice.read ?? before?.read ?? notice.by === this.#me);
    const known = withReceipt(notice, read, notice.acknowledgedVersion ?? before?.acknowledgedVersion);
    this.#known.set(notice.id, known);
    return this.#waits(known, now) && (why.reminded || !(before && this.#waits(before, now)));
  }

  /** @param {Notice} notice that one has just read, or acknowledged */
  done(notice) {
    this.receipt({ notice: notice.id, acknowledgedVersion: notice.acknowledge ? notice.version : undefined });
  }

  /** @param {import('../types.js').Receipt} receipt that one has read or acknowledged a notice, here or elsewhere */
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
