/**
 * The position in the change log up to which the notices are known: hello sends it, and the server delivers what was missed.
 * Pure.
 */

export class BoardCursor {
  /** @type {number | undefined} everything up to it is known; undefined if the board must be fetched */ #held;
  /** The last number of the change log that the server has announced. */
  #heard = 0;

  /** The position for hello. */
  get held() {
    return this.#held;
  }

  /**
   * @param {number | undefined} changes the last number that the welcome includes; undefined from older servers without a
   *     change log
   * @returns {boolean} whether a `board` frame with what was missed follows; otherwise the board must be fetched
   */
  welcomed(changes) {
    this.#heard = changes ?? 0;
    if (changes === undefined) this.#held = undefined;
    return this.#held !== undefined;
  }

  /**
   * @param {number | undefined} change the number of a live frame, which is applied at once, or remembered until the board
   *     has arrived
   */
  heard(change) {
    if (!change) return;
    this.#heard = Math.max(this.#heard, change);
    if (this.#held !== undefined) this.#held = this.#heard;
  }

  /** What was missed has been applied, from a frame or with the whole board. */
  complete() {
    this.#held = this.#heard || undefined;
  }

  /** More was missed than the server delivers. */
  lose() {
    this.#held = undefined;
  }
}
