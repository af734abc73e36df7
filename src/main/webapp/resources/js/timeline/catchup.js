/**
 * Fills the hole when more was missed than the socket hands out. What comes live meanwhile waits until it fits. Pure but for
 * what it is given.
 */

/** @typedef {import('../types.js').Events} Events */
/** @typedef {import('../types.js').Limited} Limited */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */

/** A larger hole is not filled: the talk begins anew at its end. */
const FILL_AT_MOST = 5_000;
const PAGE = 500;

/**
 * @typedef {object} Holes
 * @property {() => number} last the highest number held
 * @property {(seq: number, limit: number) => Promise<RoomEvent[]>} after what was said next
 * @property {(events: RoomEvent[]) => void} take
 * @property {() => Promise<void>} reopen begins anew at the end
 * @property {(frame: Events) => void} receive
 * @property {() => void} hole it could not be filled
 */
export class CatchUp {
  /** @type {Holes} */ #holes;
  /** @type {Events[] | null} what waits while a hole is being filled */ #waiting = null;

  /** @param {Holes} holes */
  constructor(holes) {
    this.#holes = holes;
  }

  /**
   * @param {Events} frame
   * @returns {boolean} whether it waits here, since a hole before it is being filled
   */
  holds(frame) {
    if (!this.#waiting) return false;
    this.#waiting.push(frame);
    return true;
  }

  /** @param {Pick<Limited, 'to'>} frame */
  async fill({ to }) {
    this.#waiting = [];
    try {
      await this.#fetch(to);
    } catch {
      this.#waiting = null;
      this.#holes.hole();
      return;
    }
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const frame of waiting) this.#holes.receive(frame);
  }

  /** @param {number} to */
  async #fetch(to) {
    const { last, after, take, reopen } = this.#holes;
    if (to - last() > FILL_AT_MOST) await reopen();
    while (last() < to) {
      const events = await after(last(), PAGE);
      if (!events.length) break;
      take(events);
    }
  }
}
