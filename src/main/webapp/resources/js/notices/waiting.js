/** Which notices wait for one, from the list and from what comes live. Pure: no document, no network. */

import { dayIn } from '../timeline/days.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

/**
 * Until it is read; one that asks to be acknowledged, until it is.
 * @param {Notice} notice
 */
export function waits(notice) {
  if (notice.withdrawnAt) return false;
  return notice.acknowledge ? !notice.acknowledged : !notice.read;
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
   * @returns {Notice[]} newest first
   */
  list(now) {
    const today = dayIn(now, this.#zone);
    return [...this.#known.values()].filter((notice) => waits(notice) && (notice.until ?? today) >= today).sort((a, b) => b.id - a.id);
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
   * Posted or edited. The frame goes to everybody alike, so what one has done about the notice is not in it: of an edited
   * one that stays what it was, a new one only its author has read.
   * @param {LiveNotice} notice
   * @returns {boolean} whether it is a new one that waits
   */
  take(notice) {
    this.#since?.push(() => this.take(notice));
    const before = this.#known.get(notice.id);
    // An old one that did not stand on the board: nobody knows here whether it was read.
    if (!before && notice.editedAt) return false;
    const { read, acknowledged } = before ?? { read: notice.by === this.#me, acknowledged: false };
    const known = { ...notice, read, acknowledged };
    this.#known.set(notice.id, known);
    return !before && waits(known);
  }

  /** @param {Notice} notice that one has read now, or acknowledged if it asks for that */
  done(notice) {
    this.#since?.push(() => this.done(notice));
    this.#known.set(notice.id, { ...notice, read: true, acknowledged: notice.acknowledge || notice.acknowledged });
  }

  /** @param {number} room of a notice that was withdrawn */
  closed(room) {
    this.#since?.push(() => this.closed(room));
    for (const notice of this.#known.values()) if (notice.room === room) this.#known.delete(notice.id);
  }
}
