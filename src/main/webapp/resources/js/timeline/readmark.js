/** The read mark: reported to the server at most once a second. It increases, and goes back when messages are marked as unread. */

const AT_MOST_EVERY = 1000;
/** In milliseconds. Reports that were sent longer than this before the connection broke have arrived: a connection counts as dead after 12 s of silence. */
const ARRIVED_AFTER = 15_000;
/** The same while missed events were being received, when it counts as dead only after 60 s. */
const ARRIVED_LATE_AFTER = 65_000;

export class ReadMark {
  /** @type {(seq: number, back?: boolean) => boolean} */ #tell;
  #told;
  #toldAt = -Infinity;
  /** Whether all reports have arrived at the server. */
  #sure = true;
  /** @type {number | undefined} */ #timer;

  /**
   * @param {number} seq the server's read mark
   * @param {(seq: number, back?: boolean) => boolean} tell returns false while there is no connection
   */
  constructor(seq, tell) {
    this.seq = seq;
    this.#told = seq;
    this.#tell = tell;
  }

  /**
   * @param {number} seq
   * @returns {boolean} whether it increased
   */
  advance(seq) {
    if (seq <= this.seq) return false;
    this.seq = seq;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.report();
    }, AT_MOST_EVERY);
    return true;
  }

  /**
   * The connection broke: the latest reports may be lost.
   * @param {boolean} behind whether missed events were still being received
   */
  broke(behind) {
    this.#sure = performance.now() - this.#toldAt > (behind ? ARRIVED_LATE_AFTER : ARRIVED_AFTER);
  }

  /**
   * Applies the server's read mark. It may be lower than what was reported, because reports on a breaking connection are
   * lost.
   * @param {number} seq
   */
  welcome(seq) {
    // Marked as unread on another device while there was no connection.
    const isBack = seq < this.#told && this.seq === this.#told && this.#sure;
    this.#told = seq;
    this.#sure = false;
    this.seq = isBack ? seq : Math.max(this.seq, seq);
  }

  /**
   * Marks everything after this number as unread.
   * @param {number} seq
   * @returns {boolean} false if it is unread already, or there is no connection: nothing has changed
   */
  retreat(seq) {
    if (seq >= this.seq || !this.#tell(seq, true)) return false;
    this.learnBack(seq);
    return true;
  }

  /** The same on another device. @param {number} seq */
  learnBack(seq) {
    this.seq = this.#told = seq;
  }

  /**
   * Applies the read mark of another device.
   * @param {number} seq
   */
  learn(seq) {
    this.#told = Math.max(this.#told, seq);
    this.seq = Math.max(this.seq, seq);
  }

  /** Reports the read mark if needed; also called for a new connection. */
  report() {
    if (this.seq <= this.#told || !this.#tell(this.seq)) return;
    this.#told = this.seq;
    this.#toldAt = performance.now();
  }
}
