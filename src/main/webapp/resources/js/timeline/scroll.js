/** Keeps the line that one reads where it is, and the end in view for who is at the end. */

const NEAR_END = 48;

export class ScrollKeeper {
  /** @type {HTMLElement} */ #box;
  /** True while the end is in view: then new rows scroll in by themselves. */
  pinned = true;
  /** @type {Element | null} the row that was brought into view, until the reader moves */ #shown = null;

  /**
   * @param {HTMLElement} box the element that scrolls
   * @param {() => void} moved called after scrolling and after a change of size
   */
  constructor(box, moved) {
    this.#box = box;
    let height = box.clientHeight;
    box.addEventListener('scroll', () => {
      // A box that has just changed its size scrolls by itself; that is no decision of the reader's.
      if (box.clientHeight === height) this.pinned = this.below <= NEAR_END;
      moved();
    }, { passive: true });
    for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      box.addEventListener(move, () => this.release(), { passive: true });
    }
    // A notice above, a growing box below, a phone's keyboard, a turned screen: one stays where one was.
    new ResizeObserver(() => {
      height = box.clientHeight;
      if (this.#shown?.isConnected) this.show(this.#shown);
      else if (this.pinned) this.toEnd();
      moved();
    }).observe(box);
  }

  get above() {
    return this.#box.scrollTop;
  }

  get below() {
    return this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight;
  }

  /**
   * @template T
   * @param {() => T} change what alters the rows
   * @returns {T}
   */
  keep(change) {
    const pinned = this.pinned;
    const anchor = this.#anchor();
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const result = change();
    if (pinned) this.toEnd();
    else if (anchor) this.#restore(anchor, before);
    return result;
  }

  toEnd() {
    this.release();
    this.#box.scrollTop = this.#box.scrollHeight;
    this.pinned = true;
  }

  /**
   * Brings a row into the upper part of the view.
   * @param {Element} row
   */
  show(row) {
    this.#shown = row;
    this.#box.scrollTop += row.getBoundingClientRect().top - this.#box.getBoundingClientRect().top - this.#box.clientHeight / 5;
    this.pinned = this.below <= NEAR_END;
  }

  /** From now on the row that was brought into view may go where it likes. */
  release() {
    this.#shown = null;
  }

  /** The first message that one can see; days and dividers come and go with what stands above them. */
  #anchor() {
    const top = this.#box.getBoundingClientRect().top;
    for (const row of this.#box.querySelectorAll('.message')) {
      if (row.getBoundingClientRect().bottom > top) return row;
    }
    return null;
  }

  /**
   * @param {Element} anchor
   * @param {number} before where its top stood
   */
  #restore(anchor, before) {
    const key = anchor.getAttribute('data-key') ?? '';
    const now = anchor.isConnected ? anchor : this.#box.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (now) this.#box.scrollTop += now.getBoundingClientRect().top - before;
  }
}
