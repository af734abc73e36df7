/** A list that is fetched in pages. Returns no page twice, and none from before it was restarted. Pure. */

/**
 * @template T
 * @typedef {{items: T[], next: number | null}} Page `next`: the cursor of the next page; null for the last one
 */

/** @template T */
export class Pages {
  #fetch;
  #turn = 0;
  #busy = false;
  /** @type {number | null} */ #next = 0;

  /** @param {(after: number) => Promise<Page<T>>} fetch */
  constructor(fetch) {
    this.#fetch = fetch;
  }

  /**
   * Restarts with the first page. A response that is still pending is dropped.
   * @returns {Promise<(Page<T> & {first: boolean}) | null>} null if it was restarted in the meantime
   * @throws what `fetch` throws, unless it was restarted in the meantime
   */
  begin() {
    return this.#read(0);
  }

  /**
   * Fetches the next page; the same one again if it could not be fetched.
   * @returns {Promise<(Page<T> & {first: boolean}) | null>} null while a request is pending, after the last page, or if it
   *     was restarted in the meantime
   * @throws what `fetch` throws, unless it was restarted in the meantime
   */
  async more() {
    return this.#busy || this.#next === null ? null : this.#read(this.#next);
  }

  /** @param {number} after */
  async #read(after) {
    const turn = ++this.#turn;
    this.#busy = true;
    this.#next = after;
    try {
      const page = await this.#fetch(after);
      if (turn !== this.#turn) return null;
      this.#next = page.next;
      return { ...page, first: !after };
    } catch (error) {
      if (turn !== this.#turn) return null;
      throw error;
    } finally {
      if (turn === this.#turn) this.#busy = false;
    }
  }
}
