/**
 * Sends entries one at a time per room, in the order of writing, and repeats them until the server answers. After a temporary
 * refusal an entry is sent again later; those behind it in its room wait.
 */
import { postOf } from './pending.js';

/** @typedef {import('./pending.js').Pending} Pending */
/** @typedef {import('./pending.js').OutboxParts} OutboxParts */

const ANSWER_WITHIN = 15_000;

export class InFlight {
  #parts;
  #next;
  /** @type {Map<number, string>} the id on its way, per room */ #sent = new Map();
  /** @type {Map<number, Pending>} what the server put off, per room; by no clock, since clocks are set */ #putOff = new Map();

  /**
   * @param {Pick<OutboxParts, 'send' | 'later'>} parts
   * @param {(room: number) => Pending | undefined} next the entry of a room that is to be sent now
   */
  constructor(parts, next) {
    this.#parts = parts;
    this.#next = next;
  }

  /** Whether this entry is on its way. @param {Pick<Pending, 'room' | 'clientId'>} entry */
  has({ room, clientId }) {
    return this.#sent.get(room) === clientId;
  }

  /** Nothing counts as sent or put off any more: there is another connection. */
  clear() {
    this.#sent.clear();
    this.#putOff.clear();
  }

  /** The entry was answered, or goes its way without this tab. @param {Pending} entry */
  end(entry) {
    if (this.has(entry)) this.#sent.delete(entry.room);
  }

  /** @param {Pending} entry @param {number} wait in milliseconds */
  putOff(entry, wait) {
    const { room } = entry;
    this.#sent.delete(room);
    this.#putOff.set(room, entry);
    this.#parts.later(() => {
      if (this.#putOff.get(room) === entry) this.#putOff.delete(room);
      this.send(room);
    }, wait);
  }

  /** Sends the next entry of a room, unless one is on its way or was put off. @param {number} room */
  send(room) {
    if (this.#sent.has(room) || this.#putOff.has(room)) return;
    const entry = this.#next(room);
    if (!entry || !this.#parts.send(postOf(entry))) return;
    const { clientId } = entry;
    this.#sent.set(room, clientId);
    this.#parts.later(() => {
      if (!this.has({ room, clientId })) return;
      this.#sent.delete(room);
      this.send(room);
    }, ANSWER_WITHIN);
  }
}
