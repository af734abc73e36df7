/**
 * Keeps what one reads where it is on the screen, and the end in view for who is at the end. Only the reader's own scrolling
 * decides which of the two: what the browser scrolls by itself, after a change of size, decides nothing.
 */

/** So near to the end, in CSS pixels, counts as being there. */
const NEAR_END = 48;
/** What stays free above a row that is brought to the upper edge: the date stands there. */
const HEADROOM = 52;

export class ScrollKeeper {
  /** @type {HTMLElement} */ #box;
  /** @type {(byReader: boolean) => void} */ #moved;
  /** True while the end is in view: then new rows scroll in by themselves. */
  pinned = true;
  /** @type {Element | null} the row that was brought into view, until the reader moves */ #shown = null;
  /** @type {{row: Element, top: number} | null} the first message in view, and where on the screen it begins */ #place = null;
  /** What the position and the sizes were when this was last done with them. */
  #top = 0;
  #sizes = '';

  /**
   * @param {HTMLElement} box the element that scrolls
   * @param {Element} content what it scrolls
   * @param {(byReader: boolean) => void} moved called after scrolling and after a change of size
   */
  constructor(box, content, moved) {
    this.#box = box;
    this.#moved = moved;
    box.addEventListener('scroll', (event) => this.#scrolled(!event.isTrusted), { passive: true });
    for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      box.addEventListener(move, () => this.release(), { passive: true });
    }
    // A notice above, a growing box below, a phone's keyboard, a turned screen, a font that came late.
    const sizes = new ResizeObserver(() => this.#resized());
    sizes.observe(box);
    sizes.observe(content);
    this.#settle();
  }

  get above() {
    return this.#box.scrollTop;
  }

  get below() {
    return this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight;
  }

  /**
   * Alters the rows, and afterwards has the end in view, or the first message in view where it was.
   * @template T
   * @param {() => T} change
   * @param {() => Element | undefined} [stop] asked afterwards: a row that following the end must not push out of view
   * @returns {T}
   */
  keep(change, stop) {
    const pinned = this.pinned;
    const place = this.#firstInView();
    const result = change();
    if (pinned) this.#follow(stop?.());
    else this.#restore(place);
    this.#settle();
    return result;
  }

  /** The first message in view, and how far below the upper edge it begins; null if there is none. */
  get place() {
    const { row, top } = this.#firstInView() ?? {};
    const seq = Number(row?.getAttribute('data-seq') ?? 0);
    return row && seq ? { seq, top: (top ?? 0) - this.#box.getBoundingClientRect().top } : null;
  }

  /**
   * Brings a row to where it was.
   * @param {Element} row
   * @param {number} top how far below the upper edge it begins
   */
  putBack(row, top) {
    this.release();
    this.#box.scrollTop += row.getBoundingClientRect().top - this.#box.getBoundingClientRect().top - top;
    this.pinned = this.below <= NEAR_END;
    this.#settle();
  }

  toEnd() {
    this.release();
    this.#follow(undefined);
    this.#settle();
  }

  /**
   * Brings a row to the upper part of the view.
   * @param {Element} row
   */
  show(row) {
    this.#shown = row;
    const box = this.#box.getBoundingClientRect();
    this.#box.scrollTop += row.getBoundingClientRect().top - box.top - Math.max(HEADROOM, this.#box.clientHeight / 5);
    this.pinned = this.below <= NEAR_END;
    this.#settle();
  }

  /**
   * Brings a row into view by the shortest way.
   * @param {Element} row
   */
  reveal(row) {
    this.#shown = row;
    row.scrollIntoView({ block: 'nearest' });
    this.pinned = this.below <= NEAR_END;
    this.#settle();
  }

  /** From now on the row that was brought into view may go where it likes. */
  release() {
    this.#shown = null;
  }

  /** @param {Element | undefined} stop */
  #follow(stop) {
    const box = this.#box;
    let to = box.scrollHeight - box.clientHeight;
    if (stop) {
      const stopped = box.scrollTop + stop.getBoundingClientRect().top - box.getBoundingClientRect().top - HEADROOM;
      if (stopped < to) {
        to = Math.max(box.scrollTop, stopped);
        this.#shown = stop;
      }
    }
    box.scrollTop = Math.ceil(to);
    this.pinned = this.below <= NEAR_END;
  }

  /** @param {boolean} told by a script: the reader has opened or folded a message, and nothing is to move for that */
  #scrolled(told) {
    const same = this.#sizes === this.#sizesNow();
    const byReader = told || (same && Math.abs(this.#box.scrollTop - this.#top) >= 1);
    if (byReader) this.pinned = this.below <= NEAR_END;
    if (same || told) this.#settle();
    this.#moved(byReader);
  }

  /** The text stays where it is on the screen, or the end does. */
  #resized() {
    if (this.#sizes === this.#sizesNow()) return;
    if (this.pinned) this.#follow(undefined);
    else this.#restore(this.#place);
    if (this.#shown?.isConnected && !this.#isInView(this.#shown)) this.#shown.scrollIntoView({ block: 'nearest' });
    this.#settle();
    this.#moved(false);
  }

  #settle() {
    this.#top = this.#box.scrollTop;
    this.#sizes = this.#sizesNow();
    this.#place = this.#firstInView();
  }

  /** The upper edge is part of it: a banner above moves it down. */
  #sizesNow() {
    const { clientHeight, clientWidth, scrollHeight } = this.#box;
    return `${clientWidth} ${clientHeight} ${scrollHeight} ${this.#box.getBoundingClientRect().top}`;
  }

  /** @param {Element} row */
  #isInView(row) {
    const box = this.#box.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    return top >= box.top && bottom <= box.bottom;
  }

  /** The first message of which something can be seen; days and dividers come and go with what stands above them. */
  #firstInView() {
    const edge = this.#box.getBoundingClientRect().top;
    const rows = this.#box.querySelectorAll('.message');
    const row = rows[indexBelow(rows, edge)];
    return row ? { row, top: row.getBoundingClientRect().top } : null;
  }

  /** @param {{row: Element, top: number} | null} place */
  #restore(place) {
    if (!place) return;
    const key = place.row.getAttribute('data-key') ?? '';
    const now = place.row.isConnected ? place.row : this.#box.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (now) this.#box.scrollTop += now.getBoundingClientRect().top - place.top;
  }
}

/**
 * Which of these, that stand one below the other, is the first to end below an edge.
 * @param {NodeListOf<Element>} rows
 * @param {number} edge
 * @returns {number} its index, or how many there are if none does
 */
export function indexBelow(rows, edge) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].getBoundingClientRect().bottom > edge) high = middle;
    else low = middle + 1;
  }
  return low;
}
