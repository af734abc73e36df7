/** A list that is fetched page by page. No page comes twice, and none that belongs to an earlier beginning. Pure. */

/**
 * @template T
 * @typedef {{items: T[], next: number | null}} Page next: after which number the next page begins; null for the last one
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
   * The first page, whatever was fetched until now. An answer that is still on its way is dropped.
   * @returns {Promise<(Page<T> & {first: boolean}) | null>} null if another beginning came in between
   * @throws what the fetch throws, unless another beginning came in between
   */
  begin() {
    return this.#read(0);
  }

  /**
   * The page after the last one; the first one again if that could not be fetched.
   * @returns {Promise<(Page<T> & {first: boolean}) | null>} null while another is on its way, after the last one, or if the list began
   *   anew in between
   * @throws what the fetch throws, unless the list began anew in between
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
