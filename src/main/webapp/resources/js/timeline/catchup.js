import { retry } from '../live/retry.js';

/**
 * Fetches what was missed if it was more than the socket delivers. Live events wait in the meantime. Pure but for its
 * callbacks.
 */

/** @typedef {import('../types.js').Events} Events */
/** @typedef {import('../types.js').Limited} Limited */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */

/** How many numbers one request asks for, and how many after a failure. */
const LARGE_PAGE = 500;
const PAGE = 100;
/** A larger gap is not filled: the timeline starts again at the newest messages. */
const FILL_AT_MOST = 5_000;

/**
 * @typedef {object} Holes
 * @property {() => number} last the highest number held
 * @property {(seq: number, limit: number) => Promise<RoomEvent[]>} after fetches the next events
 * @property {(events: RoomEvent[]) => void} take
 * @property {() => Promise<void>} reopen loads the newest page instead
 * @property {(frame: Events) => void} receive
 * @property {() => void} hole it could not be filled: the connection must be renewed
 * @property {(ms: number) => Promise<unknown>} [pause]
 */
export class CatchUp {
  /** @type {Holes} */ #holes;
  /** @type {Events[] | null} frames that wait while a gap is being filled */ #waiting = null;
  /** Events up to this number are missing. */
  #to = 0;

  /** @param {Holes} holes */
  constructor(holes) {
    this.#holes = holes;
  }

  /**
   * @param {Events} frame
   * @returns {boolean} whether the frame waits here, because a gap before it is being filled
   */
  holds(frame) {
    if (!this.#waiting) return false;
    this.#waiting.push(frame);
    return true;
  }

  /** @param {Pick<Limited, 'to'>} frame */
  async fill({ to }) {
    this.#to = to;
    // There was a new connection in the meantime: the same gap, only larger.
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
      // After a failure a smaller page is requested: a large one may take too long on a slow connection.
      const events = await retry((failures) => after(last(), failures ? PAGE : LARGE_PAGE), pause);
      if (!events.length) break;
      take(events);
    }
  }
}
