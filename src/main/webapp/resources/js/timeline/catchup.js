import { retry } from '../live/retry.js';
import { LARGE_PAGE, PAGE } from './history.js';

/**
 * Fills the hole when more was missed than the socket hands out. What comes live meanwhile waits until it fits. Pure but for
 * what it is given.
 */

/** @typedef {import('../types.js').Events} Events */
/** @typedef {import('../types.js').Limited} Limited */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */

/** A larger hole is not filled: the talk begins anew at its end. */
const FILL_AT_MOST = 5_000;

/**
 * @typedef {object} Holes
 * @property {() => number} last the highest number held
 * @property {(seq: number, limit: number) => Promise<RoomEvent[]>} after what was said next
 * @property {(events: RoomEvent[]) => void} take
 * @property {() => Promise<void>} reopen begins anew at the end
 * @property {(frame: Events) => void} receive
 * @property {() => void} hole it could not be filled
 * @property {(ms: number) => Promise<unknown>} [pause]
 */
export class CatchUp {
  /** @type {Holes} */ #holes;
  /** @type {Events[] | null} what waits while a hole is being filled */ #waiting = null;
  /** Up to this number something is missing. */
  #to = 0;

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
    this.#to = to;
    // The line broke and came back meanwhile: the same hole, grown.
    if (this.#waiting) return;
    this.#waiting = [];
    try {
      await this.#fetch();
    } catch {
      this.#waiting = null;
      this.#holes.hole();
      return;
    }
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const frame of waiting) this.#holes.receive(frame);
  }

  async #fetch() {
    const { last, after, take, reopen, pause } = this.#holes;
    if (this.#to - last() > FILL_AT_MOST) await retry(reopen, pause);
    while (last() < this.#to) {
      // After a failure less is asked for: on a slow line a large page may take too long.
      const events = await retry((failures) => after(last(), failures ? PAGE : LARGE_PAGE), pause);
      if (!events.length) break;
      take(events);
    }
  }
}
