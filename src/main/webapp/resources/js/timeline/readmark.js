/** The read mark. It only increases, and is reported to the server at most once a second. */

const AT_MOST_EVERY = 1000;

export class ReadMark {
  /** @type {(seq: number) => boolean} */ #tell;
  #told;
  /** @type {number | undefined} */ #timer;

  /**
   * @param {number} seq the server's read mark
   * @param {(seq: number) => boolean} tell returns false while there is no connection
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
   * Applies the server's read mark. It may be lower than what was reported, because reports on a breaking connection are
   * lost.
   * @param {number} seq
   */
  welcome(seq) {
    this.#told = seq;
    this.seq = Math.max(this.seq, seq);
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
    if (this.seq > this.#told && this.#tell(this.seq)) this.#told = this.seq;
  }
}
