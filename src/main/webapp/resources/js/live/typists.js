/** Who is writing in which room, as the connection tells: never longer than some seconds after the last word of it. Pure but for the clock. */

/** In milliseconds. Whoever goes on writing says so every three seconds. */
const WRITES_FOR = 6_000;
/** So many are kept of a room: more than two are not named. */
const MOST = 5;

export class Typists {
  /** @type {Map<number, Map<number, {name: string, until: number}>>} */ #rooms = new Map();
  #now;

  /** @param {() => number} now */
  constructor(now) {
    this.#now = now;
  }

  /**
   * @param {number} room
   * @param {{id: number, name: string}} person
   */
  add(room, { id, name }) {
    const writing = this.#rooms.get(room) ?? new Map();
    this.#rooms.set(room, writing);
    if (writing.size < MOST || writing.has(id)) writing.set(id, { name, until: this.#now() + WRITES_FOR });
  }

  /**
   * What they were writing has come.
   * @param {number} room
   * @param {number} id
   */
  said(room, id) {
    this.#rooms.get(room)?.delete(id);
  }

  /**
   * @param {number} room
   * @returns {string[]} the names of those who are writing there
   */
  of(room) {
    const writing = this.#rooms.get(room);
    if (!writing) return [];
    for (const [id, { until }] of writing) if (until <= this.#now()) writing.delete(id);
    if (!writing.size) this.#rooms.delete(room);
    return [...writing.values()].map(({ name }) => name);
  }
}
