/**
 * Which of the notices that wait for one were put aside unread: on this device, until there is something new. Pure but for the storage.
 */

/** @typedef {import('../types.js').Notice} Notice */

export class DismissedNotices {
  #storage;
  #key;
  /** @type {Set<string>} */ #put = new Set();

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null} storage null where the browser keeps nothing: then until the page is left
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

  /** @param {Notice[]} notices all that wait: what is not among these is forgotten */
  put(notices) {
    this.#put = new Set(notices.map(name));
    try {
      if (this.#put.size) this.#storage?.setItem(this.#key, [...this.#put].join(' '));
      else this.#storage?.removeItem(this.#key);
    } catch {
      // A full storage: it holds until the page is left.
    }
  }

  /** Reads what another tab has stored. */
  reload() {
    if (this.#storage) this.#put = new Set((this.#storage.getItem(this.#key) ?? '').split(' ').filter(Boolean));
  }

  /** @param {string | null} key of the storage, null for all of it */
  isKey(key) {
    return key === null || key === this.#key;
  }
}

/**
 * One that asks again after it was changed is another one.
 * @param {Notice} notice
 */
function name({ id, askedVersion }) {
  return `${id}:${askedVersion}`;
}
