/** Keeps what is not stored at the server yet in the browser: every entry under a key of its own, so that two tabs never write over each other. */

/** @typedef {import('./outbox.js').Pending} Pending */
/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} Kept */

export class PendingStore {
  #storage;
  #prefix;

  /**
   * @param {Kept | null} storage null where the browser keeps nothing
   * @param {number} user
   */
  constructor(storage, user) {
    this.#storage = storage;
    this.#prefix = `hostel.outbox.${user}.`;
  }

  /** @returns {Pending[]} in the order of writing */
  load() {
    /** @type {Pending[]} */
    const entries = [];
    for (let i = 0; i < (this.#storage?.length ?? 0); i++) {
      const key = this.#storage?.key(i);
      if (!key?.startsWith(this.#prefix)) continue;
      try {
        const entry = JSON.parse(this.#storage?.getItem(key) ?? '');
        if (typeof entry.clientId === 'string' && typeof entry.body === 'string') entries.push(entry);
      } catch {
        this.#storage?.removeItem(key);
      }
    }
    return entries.sort((a, b) => a.at - b.at);
  }

  /** @param {Pending} entry */
  save({ clientId, room, body, at, failed }) {
    try {
      this.#storage?.setItem(this.#prefix + clientId, JSON.stringify({ clientId, room, body, at, failed }));
    } catch {
      // The storage is full or closed to us: the message still goes out, it only would not outlive a reload.
    }
  }

  /** @param {Pending} entry */
  forget({ clientId }) {
    this.#storage?.removeItem(this.#prefix + clientId);
  }

  /**
   * @param {string | null} key of the browser's storage
   * @returns {string | undefined} the entry that is stored under it
   */
  idOf(key) {
    return key?.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : undefined;
  }
}
