/** Stores pending messages in the browser, each under a key of its own, so that tabs never overwrite each other's. */

/** @typedef {import('./outbox.js').Pending} Pending */
/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} Kept */

export class PendingStore {
  #storage;
  #prefix;

  /**
   * @param {Kept | null} storage null if the browser has none
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
  save({ clientId, room, body, at, failed, replyTo, mentions, everybody, names, files, tab }) {
    try {
      this.#storage?.setItem(this.#prefix + clientId, JSON.stringify({ clientId, room, body, at, failed, replyTo, mentions, everybody, names, files, tab }));
    } catch {
      // The storage is full or not available: the message is still sent, but would not survive a reload.
    }
  }

  /** Not if another tab has sent or discarded it. @param {Pending} entry */
  update(entry) {
    if (this.#storage?.getItem(this.#prefix + entry.clientId)) this.save(entry);
  }

  /** @param {Pending} entry */
  forget({ clientId }) {
    this.#storage?.removeItem(this.#prefix + clientId);
  }

  /**
   * @param {string | null} key a key of the browser's storage
   * @returns {string | undefined} the client id of the entry with this key
   */
  idOf(key) {
    return key?.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : undefined;
  }
}
