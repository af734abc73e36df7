/**
 * The bytes of files that are chosen or being sent. In memory; those of messages that are being sent also in the browser's
 * database, as far as there is room, so that they survive a reload.
 */

/** @typedef {import('./prepare.js').Prepared} Prepared */
/** @typedef {{get: (key: string) => Promise<Prepared | undefined>, put: (key: string, what: Prepared) => Promise<void>, drop: (key: string) => Promise<void>, all: () => Promise<[string, number][]>}} Shelf */

/** In bytes, of all files that are kept over a reload. */
const MOST_KEPT = 100 * 1024 * 1024;

export class Blobs {
  /** @type {Map<string, Promise<Prepared>>} */ #held = new Map();
  /** @type {Set<string>} */ #kept = new Set();
  /** One after the other: each counts what those before it have taken. */
  #keeping = Promise.resolve();
  #shelf;

  /** @param {Shelf} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
  }

  /** @param {string} key @param {Promise<Prepared>} prepared */
  hold(key, prepared) {
    this.#held.set(key, prepared);
    // Whoever asks for it learns of a failure.
    prepared.catch(() => {});
  }

  /** @param {string} key @returns {Promise<Prepared | undefined>} undefined if it is not here any more */
  async get(key) {
    const held = this.#held.get(key);
    if (held) return held;
    const kept = await this.#shelf.get(key).catch(() => undefined);
    if (kept) {
      this.#kept.add(key);
      this.hold(key, Promise.resolve(kept));
    }
    return kept;
  }

  /** Keeps a file over a reload, if there is room for it. @param {string} key */
  async keep(key) {
    if (this.#kept.has(key)) return;
    this.#kept.add(key);
    try {
      const prepared = await this.#held.get(key);
      if (prepared) await (this.#keeping = this.#keeping.then(() => this.#put(key, prepared)));
    } catch {
      // It can't be read.
    }
  }

  /** @param {string} key @param {Prepared} prepared */
  async #put(key, prepared) {
    try {
      const all = await this.#shelf.all();
      const kept = all.reduce((sum, [, size]) => sum + size, 0);
      if (this.#held.has(key) && kept + prepared.blob.size <= MOST_KEPT) await this.#shelf.put(key, prepared);
    } catch {
      // No database, or it is full: the file is sent, but would not survive a reload.
    }
  }

  /**
   * Forgets all files but these.
   * @param {Set<string>} wanted
   */
  retain(wanted) {
    for (const key of this.#held.keys()) if (!wanted.has(key)) this.#held.delete(key);
    for (const key of this.#kept) {
      if (wanted.has(key)) continue;
      this.#kept.delete(key);
      void this.#shelf.drop(key).catch(() => {});
    }
  }

  /**
   * Deletes from the database what closed pages have left there.
   * @param {(key: string) => boolean} isWanted
   */
  async sweep(isWanted) {
    try {
      for (const [key] of await this.#shelf.all()) if (!isWanted(key) && !this.#kept.has(key)) await this.#shelf.drop(key);
    } catch {
      // There is no database.
    }
  }
}
