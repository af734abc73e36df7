/** The rooms that were opened on this device: the server knows of those alone in which there was something to read. */

/** The oldest are forgotten. */
const MOST = 200;

export class OpenedRooms {
  #storage;
  #key;
  /** @type {number[]} */ #rooms;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem'> | null} storage null where the browser keeps nothing
   * @param {number} me
   */
  constructor(storage, me) {
    this.#storage = storage;
    this.#key = `hostel.opened.${me}`;
    this.#rooms = (storage?.getItem(this.#key) ?? '').split(' ').filter(Boolean).map(Number);
  }

  /** @param {number} room */
  has(room) {
    return this.#rooms.includes(room);
  }

  /**
   * @param {number} room
   * @returns {number} the higher the more lately it was opened; -1 if it was not
   */
  lately(room) {
    return this.#rooms.indexOf(room);
  }

  /** @param {number} room */
  add(room) {
    this.#rooms = [...this.#rooms.filter((one) => one !== room), room].slice(-MOST);
    try {
      this.#storage?.setItem(this.#key, this.#rooms.join(' '));
    } catch {
      // A full storage: it holds until the page is left.
    }
  }
}
