/** Which parts of the list of rooms are collapsed on this device. */

/** @typedef {import('./listed.js').Part} Part */

export class Folds {
  #storage;
  #key;
  /** @type {Set<string>} */ #folded;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem'> | null} storage null if the browser has none
   * @param {number} me
   */
  constructor(storage, me) {
    this.#storage = storage;
    this.#key = `hostel.folded.${me}`;
    this.#folded = new Set((storage?.getItem(this.#key) ?? '').split(' ').filter(Boolean));
  }

  /** @param {Part} part */
  has(part) {
    return this.#folded.has(part);
  }

  /** @param {Part} part */
  turn(part) {
    if (!this.#folded.delete(part)) this.#folded.add(part);
    try {
      this.#storage?.setItem(this.#key, [...this.#folded].join(' '));
    } catch {
      // The storage is full: it lasts until the page is left.
    }
  }
}
