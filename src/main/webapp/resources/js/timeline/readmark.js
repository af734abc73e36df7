/** How far one has read: it only grows, and is told to the house at most once a second. */

const AT_MOST_EVERY = 1000;

export class ReadMark {
  /** @type {(seq: number) => boolean} */ #tell;
  #told;
  /** @type {number | undefined} */ #timer;

  /**
   * @param {number} seq as the house has it
   * @param {(seq: number) => boolean} tell false while there is no line
   */
  constructor(seq, tell) {
    this.seq = seq;
    this.#told = seq;
    this.#tell = tell;
  }

  /**
   * @param {number} seq
   * @returns {boolean} whether that was further than before
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
   * What the house remembers. That may be less than it was told: what goes out on a dying line arrives nowhere.
   * @param {number} seq
   */
  welcome(seq) {
    this.#told = seq;
    this.seq = Math.max(this.seq, seq);
  }

  /**
   * Read on another device.
   * @param {number} seq
   */
  learn(seq) {
    this.#told = Math.max(this.#told, seq);
    this.seq = Math.max(this.seq, seq);
  }

  /** Also after the line came back: what could not be told is told then. */
  report() {
    if (this.seq > this.#told && this.#tell(this.seq)) this.#told = this.seq;
  }
}
