/** The rooms that were visited on this device. The server knows only of those in which there was something to read. */

/** The oldest are dropped. */
const MOST = 200;

export class OpenedRooms {
  #storage;
  #key;
  /** @type {number[]} */ #rooms;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem'> | null} storage null if the browser has none
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
   * @returns {number} how recently it was visited: higher is later, -1 for never
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
      // The storage is full: it lasts until the page is left.
    }
  }
}
