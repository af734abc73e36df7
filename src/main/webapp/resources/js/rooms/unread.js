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
  /** How many of these mention one. */
  #unheldForMe = 0;
  /** Up to where one had read when another count was last asked for: once for each such number. 0 asks again. */
  asked = 0;
  /** @type {{last: number, unread: number, mentions: number} | null} the server's count, which goes further than what has come */ #counted = null;

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

  /** How many of them mention one. */
  get mentions() {
    return Math.min(this.total, this.#unheldForMe + this.#heldForMe());
  }

  /** How many of them stand before the messages that are held. */
  get unheld() {
    return this.#unheld;
  }

  /**
   * What the server counted is settled at exactly the number that it counted up to.
   * @param {RoomEvent[]} events
   * @returns {RoomEvent[][]} those up to there, and those after it
   */
  split(events) {
    const until = this.#counted?.last ?? Infinity;
    return [events.filter(({ seq }) => seq <= until), events.filter(({ seq }) => seq > until)];
  }

  /**
   * How many of them are held.
   * @param {number} [to] up to this number
   */
  held(to) {
    return this.#log.countAfter(this.#read.seq, this.#me, to);
  }

  /** @param {number} [to] */
  #heldForMe(to) {
    return this.#log.countAfter(this.#read.seq, this.#me, to, true);
  }

  /**
   * What the server counts.
   * @param {Room} room
   * @returns {boolean} whether to ask for another count, since this one was made before the server heard how far one has read
   */
  take({ last, read, unread, mentions = 0 }) {
    this.#read.learn(read);
    const { seq } = this.#read;
    if (read === seq) this.#counted = { last, unread, mentions };
    if (read === seq || this.#isAllHeld || this.asked === seq) return false;
    this.asked = seq;
    return true;
  }

  /** More is held, or less. Once it reaches as far as the server counted, the rest of its count stands before it. */
  settle() {
    if (this.#isAllHeld) this.#unheld = this.#unheldForMe = 0;
    const counted = this.#counted;
    if (!counted || this.#log.last < counted.last) return;
    this.#counted = null;
    if (this.#isAllHeld) return;
    this.#unheld = Math.max(0, counted.unread - this.held(counted.last));
    this.#unheldForMe = Math.max(0, counted.mentions - this.#heldForMe(counted.last));
  }

  /**
   * Alters what is held; the sum stays what it was.
   * @param {() => void} change
   */
  keep(change) {
    const { total, mentions } = this;
    change();
    this.#unheld = Math.max(0, total - this.held());
    this.#unheldForMe = Math.max(0, mentions - this.#heldForMe());
  }

  /**
   * The newest page is held now, and nothing else.
   * @param {number} total how many were unread before
   * @param {number} mentions how many of them mentioned one
   * @param {boolean} known whether nothing had been said since they were counted
   * @returns {boolean} whether only the server can tell how many they are
   */
  restart(total, mentions, known) {
    // Where more has come than was counted, the numbers in between are as near as one gets without the server.
    this.#unheld = Math.max(0, known ? total - this.held() : this.#log.first - 1 - this.#read.seq);
    this.#unheldForMe = Math.max(0, mentions - this.#heldForMe());
    this.settle();
    return !known && this.#unheld > 0;
  }

  /**
   * An earlier page comes to be held, too.
   * @param {() => void} change
   */
  extend(change) {
    this.keep(change);
    if (this.#isAllHeld) this.#unheld = this.#unheldForMe = 0;
  }

  /**
   * One has read up to here.
   * @param {number} seq
   * @returns {boolean} whether only the server can tell how many are left
   */
  readTo(seq) {
    if (seq >= this.#log.first - 1) this.#unheld = this.#unheldForMe = 0;
    return this.#unheld > 0;
  }

  /**
   * Everything after this number is unread again.
   * @param {number} seq
   * @returns {boolean} whether only the server can tell how many they are, since not all are held
   */
  readBackTo(seq) {
    this.#counted = null;
    this.asked = 0;
    return seq < this.#log.first - 1;
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
