/**
 * The number of unread messages in a room of which this page has only the newest part: messages in the log are counted here, older ones
 * by the server. Without side effects.
 */

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */

export class UnreadCount {
  #log;
  #read;
  #me;
  /** The number of unread messages of others older than the log. */
  #unheld = 0;
  /** How many of those mention the user. */
  #unheldForMe = 0;
  /** The read position for which a new count was last requested, to request one only once for each; 0 to request again. */
  asked = 0;
  /** @type {{last: number, unread: number, mentions: number} | null} the server's latest count, if it includes events that have not been received yet */ #counted = null;

  /**
   * @param {import('../timeline/log.js').RoomLog} log
   * @param {import('../timeline/readmark.js').ReadMark} read
   * @param {number} me
   */
  constructor(log, read, me) {
    this.#log = log;
    this.#read = read;
    this.#me = me;
  }

  /** Posts by others after the read position, without deleted ones. */
  get total() {
    return this.#unheld + this.held();
  }

  /** How many of them mention the user. */
  get mentions() {
    return Math.min(this.total, this.#unheldForMe + this.#heldForMe());
  }

  /** How many of them are older than the log. */
  get unheld() {
    return this.#unheld;
  }

  /**
   * The server's count is applied after exactly the event up to which it counted.
   * @param {RoomEvent[]} events
   * @returns {RoomEvent[][]} the events up to that one, and the events after it
   */
  split(events) {
    const until = this.#counted?.last ?? Infinity;
    return [events.filter(({ seq }) => seq <= until), events.filter(({ seq }) => seq > until)];
  }

  /**
   * How many of them are in the log.
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
   * Applies the server's count.
   * @param {Room} room
   * @returns {boolean} whether to request another count, because this one was made before the server received the read position
   */
  take({ last, read, unread, mentions = 0 }) {
    this.#read.learn(read);
    const { seq } = this.#read;
    if (read === seq) this.#counted = { last, unread, mentions };
    if (read === seq || this.#isAllHeld || this.asked === seq) return false;
    this.asked = seq;
    return true;
  }

  /** To be called when the log has changed. Once it includes the last event counted by the server, the remainder of that count is older than the log. */
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
   * Changes the log without changing the total.
   * @param {() => void} change
   */
  keep(change) {
    const { total, mentions } = this;
    change();
    this.#unheld = Math.max(0, total - this.held());
    this.#unheldForMe = Math.max(0, mentions - this.#heldForMe());
  }

  /**
   * The log was replaced by the newest page.
   * @param {number} total how many were unread before
   * @param {number} mentions how many of them mentioned the user
   * @param {boolean} known whether nothing was posted since they were counted
   * @returns {boolean} whether the server has to be asked for the count
   */
  restart(total, mentions, known) {
    // If more was received than was counted, the difference of sequence numbers is the best estimate without the server.
    this.#unheld = Math.max(0, known ? total - this.held() : this.#log.first - 1 - this.#read.seq);
    this.#unheldForMe = Math.max(0, mentions - this.#heldForMe());
    this.settle();
    return !known && this.#unheld > 0;
  }

  /**
   * An older page is added to the log.
   * @param {() => void} change
   */
  extend(change) {
    this.keep(change);
    if (this.#isAllHeld) this.#unheld = this.#unheldForMe = 0;
  }

  /**
   * The user has read up to this number.
   * @param {number} seq
   * @returns {boolean} whether the server has to be asked how many are left
   */
  readTo(seq) {
    if (seq >= this.#log.first - 1) this.#unheld = this.#unheldForMe = 0;
    return this.#unheld > 0;
  }

  /**
   * Everything after this number becomes unread.
   * @param {number} seq
   * @returns {boolean} whether the server has to be asked for the count, because not all of them are in the log
   */
  readBackTo(seq) {
    this.#counted = null;
    this.asked = 0;
    return seq < this.#log.first - 1;
  }

  /**
   * Whether it deletes an unread message that is not in the log.
   * @param {RoomEvent} event
   */
  isReachedBy({ kind, target = 0 }) {
    if (!this.#unheld) return false;
    return kind === 'erased' || (kind === 'deleted' && target > this.#read.seq && target < this.#log.first);
  }

  /** Whether all unread messages are in the log. */
  get #isAllHeld() {
    return this.#log.first - 1 <= this.#read.seq;
  }
}
