/**
 * How many messages are unread in a room, of which this page holds only a part: those that are held are counted here, those
 * before them by the server. Pure.
 */

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */

export class UnreadCount {
  #log;
  #read;
  #me;
  /** How many unread messages of others stand before the first number held. */
  #unheld = 0;
  /** Up to where one had read when another count was last asked for: once for each such number. 0 asks again. */
  asked = 0;
  /** @type {{last: number, unread: number} | null} the server's count, which goes further than what has come */ #counted = null;

  /**
   * @param {import('../timeline/log.js').RoomLog} log what is held
   * @param {import('../timeline/readmark.js').ReadMark} read
   * @param {number} me
   */
  constructor(log, read, me) {
    this.#log = log;
    this.#read = read;
    this.#me = me;
  }

  /** Posts by others after the last one read, deleted ones left out. */
  get total() {
    return this.#unheld + this.held();
  }

  /** How many of them stand before the messages that are held. */
  get unheld() {
    return this.#unheld;
  }

  /** The number up to which the server has counted more than has come; Infinity if there is no such count. */
  get counted() {
    return this.#counted ? this.#counted.last : Infinity;
  }

  /**
   * How many of them are held.
   * @param {number} [to] up to this number
   */
  held(to) {
    return this.#log.countAfter(this.#read.seq, this.#me, to);
  }

  /**
   * What the server counts.
   * @param {Room} room
   * @returns {boolean} whether to ask for another count, since this one was made before the server heard how far one has read
   */
  take({ last, read, unread }) {
    this.#read.learn(read);
    const { seq } = this.#read;
    if (read === seq) this.#counted = { last, unread };
    if (read === seq || this.#isAllHeld || this.asked === seq) return false;
    this.asked = seq;
    return true;
  }

  /** More is held, or less. Once it reaches as far as the server counted, the rest of its count stands before it. */
  settle() {
    if (this.#isAllHeld) this.#unheld = 0;
    const counted = this.#counted;
    if (!counted || this.#log.last < counted.last) return;
    this.#counted = null;
    if (!this.#isAllHeld) this.#unheld = Math.max(0, counted.unread - this.held(counted.last));
  }

  /**
   * Alters what is held; the sum stays what it was.
   * @param {() => void} change
   */
  keep(change) {
    const { total } = this;
    change();
    this.#unheld = Math.max(0, total - this.held());
  }

  /**
   * The newest page is held now, and nothing else.
   * @param {number} total how many were unread before
   * @param {boolean} known whether nothing had been said since they were counted
   * @returns {boolean} whether only the server can tell how many they are
   */
  restart(total, known) {
    // Where more has come than was counted, the numbers in between are as near as one gets without the server.
    this.#unheld = Math.max(0, known ? total - this.held() : this.#log.first - 1 - this.#read.seq);
    this.settle();
    return !known && this.#unheld > 0;
  }

  /**
   * An earlier page is held, too.
   * @param {number} before how many were held
   */
  prepended(before) {
    this.#unheld = this.#isAllHeld ? 0 : Math.max(0, this.#unheld - (this.held() - before));
  }

  /**
   * One has read up to here.
   * @param {number} seq
   * @returns {boolean} whether only the server can tell how many are left
   */
  readTo(seq) {
    if (seq >= this.#log.first - 1) this.#unheld = 0;
    return this.#unheld > 0;
  }

  /**
   * Whether it takes away an unread message that is not held here.
   * @param {RoomEvent} event
   */
  isReachedBy({ kind, target = 0 }) {
    if (!this.#unheld) return false;
    return kind === 'erased' || (kind === 'deleted' && target > this.#read.seq && target < this.#log.first);
  }

  /** Whether all that is unread is held here. */
  get #isAllHeld() {
    return this.#log.first - 1 <= this.#read.seq;
  }
}
