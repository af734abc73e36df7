/** Up to which change of the hostel's log what is known of the board goes: hello says so, and what was missed comes. Pure. */

export class BoardCursor {
  /** @type {number | undefined} all up to it is known; undefined: the board has to be fetched */ #held;
  /** The last change that the server has told of. */
  #heard = 0;

  /** What hello says. */
  get held() {
    return this.#held;
  }

  /**
   * @param {number | undefined} changes what the welcome takes in; undefined from a server that has no such log
   * @returns {boolean} whether a `board` frame follows, with what was missed; else the board is to be fetched
   */
  welcomed(changes) {
    this.#heard = changes ?? 0;
    if (changes === undefined) this.#held = undefined;
    return this.#held !== undefined;
  }

  /** @param {number | undefined} change of a live frame, which is taken in at once, or noted until the board has come */
  heard(change) {
    if (!change) return;
    this.#heard = Math.max(this.#heard, change);
    if (this.#held !== undefined) this.#held = this.#heard;
  }

  /** What was missed is taken in: from a frame, or with the whole board. */
  complete() {
    this.#held = this.#heard || undefined;
  }

  /** More was missed than is told. */
  lose() {
    this.#held = undefined;
  }
}
