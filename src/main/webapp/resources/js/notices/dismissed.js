/**
 * The pending notices that were dismissed on this device. A notice that asks again after a change is pending again. Pure but
 * for the storage.
 */

/** @typedef {import('../types.js').Notice} Notice */

export class DismissedNotices {
  #storage;
  #key;
  /** @type {Set<string>} */ #put = new Set();

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null} storage null if the browser has none: then it lasts
   *     until the page is left
   * @param {number} me
   */
  constructor(storage, me) {
    this.#storage = storage;
    this.#key = `hostel.aside.${me}`;
    this.reload();
  }

  /** @param {Notice} notice */
  has(notice) {
    return this.#put.has(name(notice));
  }

  /** @param {Notice[]} notices all pending notices; others are forgotten */
  put(notices) {
    this.#put = new Set(notices.map(name));
    this.#store();
  }

  /** @param {{ id: number, askedVersion: number }} notice that one is reminded of */
  drop(notice) {
    if (!this.#put.delete(name(notice))) return;
    this.#store();
  }

  #store() {
    try {
      if (this.#put.size) this.#storage?.setItem(this.#key, [...this.#put].join(' '));
      else this.#storage?.removeItem(this.#key);
    } catch {
      // The storage is full: it lasts until the page is left.
    }
  }

  /** Reads what another tab has stored. */
  reload() {
    if (this.#storage) this.#put = new Set((this.#storage.getItem(this.#key) ?? '').split(' ').filter(Boolean));
  }

  /** @param {string | null} key of the storage; null if all of it was cleared */
  isKey(key) {
    return key === null || key === this.#key;
  }
}

/**
 * A notice that asks again after a change counts as another one.
 * @param {{ id: number, askedVersion: number }} notice
 */
function name({ id, askedVersion }) {
  return `${id}:${askedVersion}`;
}
