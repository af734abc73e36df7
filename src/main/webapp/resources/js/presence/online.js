/** Who is online, from the server's frames. Pure. */
import { byName } from '../language/locale.js';

/** @typedef {import('../types.js').Person} Person */

export class OnlinePeople {
  /** @type {Map<number, Person>} */ #here = new Map();
  /** The number of people online; the server names only some of them. */
  count = 0;

  /**
   * @param {Person[]} online
   * @param {number} count
   */
  welcome(online, count) {
    this.#here = new Map(online.map((person) => [person.id, person]));
    this.count = count;
  }

  /** @param {{here: Person[], gone: number[], onlineCount: number}} frame */
  change({ here, gone, onlineCount }) {
    for (const id of gone ?? []) this.#here.delete(id);
    for (const person of here ?? []) this.#here.set(person.id, person);
    this.count = onlineCount;
  }

  /**
   * The named people: oneself first, then by name.
   * @param {number} me
   * @returns {Person[]}
   */
  people(me) {
    return [...this.#here.values()].sort((a, b) => Number(b.id === me) - Number(a.id === me) || byName(a.name, b.name) || a.id - b.id);
  }

  /** The number of people online who are not named. */
  get others() {
    return Math.max(0, this.count - this.#here.size);
  }
}
