/** Sends changed texts to the server, in each room one at a time. */
import { tidy } from './text.js';

/** @typedef {import('./parts.js').BoxEnds} BoxEnds */

export class EditSender {
  /** @type {Set<BoxEnds>} the rooms in which an edit is on its way */ #busy = new Set();

  /**
   * @param {BoxEnds} ends
   * @param {number} seq of the message
   * @param {string} body
   * @param {() => string | undefined} typed what stands in the field once it is stored
   * @returns {Promise<boolean>} whether the edit is over; not if one has typed on meanwhile, or another one is on its way
   * @throws {import('../api/http.js').Refused} if it was refused
   */
  async send(ends, seq, body, typed) {
    if (this.#busy.has(ends)) return false;
    this.#busy.add(ends);
    try {
      await ends.edit(seq, body);
      const now = typed();
      if (now !== undefined && tidy(now) !== body) return false;
      ends.edits.drop(seq);
      return true;
    } finally {
      this.#busy.delete(ends);
    }
  }
}
