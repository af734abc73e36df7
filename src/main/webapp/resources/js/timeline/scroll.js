/**
 * Keeps the scroll position: what one reads stays in place, or the end stays in view if it was. Only the reader's own
 * scrolling decides which of the two; scrolling by the browser after a change of size does not.
 */

/** In CSS pixels: closer than this to the end counts as being there. */
const NEAR_END = 48;
/** In CSS pixels: space above a row that is scrolled to the upper edge, for the date. */
const HEADROOM = 52;

export class ScrollKeeper {
  /** @type {HTMLElement} */ #box;
  /** @type {(byReader: boolean) => void} */ #moved;
  /** Whether the end is in view: new rows then scroll in by themselves. */
  pinned = true;
  /** @type {Element | null} the row that was scrolled into view, until the reader scrolls */ #shown = null;
  /** @type {{row: Element, top: number} | null} the first message in view and its position on the screen */ #place = null;
  /** Position and sizes when they were last handled. */
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
    // For instance a banner above, a growing composer, a phone's keyboard, a rotated screen, a font that was loaded.
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
   * Changes the rows, and then scrolls so that the end is in view, or the first message in view stays in place.
   * @template T
   * @param {() => T} change
   * @param {() => Element | undefined} [stop] called afterwards: a row that must stay in view when following the end
   * @returns {T}
   */
  keep(change, stop) {
    const pinned = this.pinned;
    const place = this.#anchor();
    const result = change();
    if (pinned) this.#follow(stop?.());
    else this.#restore(place);
    this.#settle();
    return result;
  }

  /** The first message in view and its distance from the upper edge; null if there is none. */
  get place() {
    const { row, top } = this.#firstInView() ?? {};
    const seq = Number(row?.getAttribute('data-seq') ?? 0);
    return row && seq ? { seq, top: (top ?? 0) - this.#box.getBoundingClientRect().top } : null;
  }

  /**
   * Scrolls a row back to a position.
   * @param {Element} row
   * @param {number} top distance from the upper edge
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
   * Scrolls a row to the upper part of the view.
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
   * Scrolls a row into view by the shortest way.
   * @param {Element} row
   */
  reveal(row) {
    this.#shown = row;
    row.scrollIntoView({ block: 'nearest' });
    this.pinned = this.below <= NEAR_END;
    this.#settle();
  }

  /** The row that was scrolled into view need not be kept there any more. */
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

  /**
   * @param {boolean} told the event was dispatched by a script, because the reader expanded or collapsed a message: nothing
   *     moves
   */
  #scrolled(told) {
    const same = this.#sizes === this.#sizesNow();
    const byReader = told || (same && Math.abs(this.#box.scrollTop - this.#top) >= 1);
    if (byReader) this.pinned = this.below <= NEAR_END;
    if (same || told) this.#settle();
    this.#moved(byReader);
  }

  /** Keeps the text in place, or the end in view. */
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

  /** Includes the upper edge, which a banner above moves down. */
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

  /** The first message that is partly visible. Days and dividers are skipped, because they change with what is above them. */
  #firstInView() {
    const edge = this.#box.getBoundingClientRect().top;
    const rows = this.#box.querySelectorAll('.message');
    const row = rows[indexBelow(rows, edge)];
    return row ? { row, top: row.getBoundingClientRect().top } : null;
  }

  /** What stays where it is: the first message that begins in view, so that what grows above it pushes nothing down; else the first in view. */
  #anchor() {
    const first = this.#firstInView();
    const { top, bottom } = this.#box.getBoundingClientRect();
    if (!first || first.top >= top) return first;
    const rows = this.#box.querySelectorAll('.message');
    const next = rows[indexBelow(rows, top) + 1];
    const begins = next?.getBoundingClientRect().top;
    return next && begins !== undefined && begins < bottom ? { row: next, top: begins } : first;
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
 * The first of these consecutive rows that ends below an edge.
 * @param {NodeListOf<Element>} rows
 * @param {number} edge
 * @returns {number} its index; the number of rows if there is none
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
