/** The stretch of messages that stands in the document. Bounded, however much has been read. Pure. */

export const MOST = 280;
const STEP = 80;

export class Span {
  start = 0;
  end = 0;

  get size() {
    return this.end - this.start;
  }

  /**
   * The newest, and whatever of the older ones is on the page already and still fits.
   * @param {number} total
   */
  toEnd(total) {
    const kept = this.end && total - this.start <= MOST ? this.start : Math.max(0, total - STEP);
    this.end = total;
    this.start = Math.min(kept, total);
  }

  /**
   * As many of the newer ones as fit: whoever reads in this stretch keeps all of it.
   * @param {number} total
   */
  grow(total) {
    this.end = Math.max(this.end, Math.min(total, this.start + MOST));
  }

  /**
   * A stretch with this index in it.
   * @param {number} index
   * @param {number} total
   */
  around(index, total) {
    this.start = Math.max(0, index - STEP / 2);
    this.end = Math.min(total, this.start + MOST);
    this.start = Math.max(0, Math.min(this.start, this.end - STEP));
  }

  /** Further up; the far end is let go. */
  up() {
    this.start = Math.max(0, this.start - STEP);
    this.end = Math.min(this.end, this.start + MOST);
  }

  /**
   * Further down; the far end is let go.
   * @param {number} total
   */
  down(total) {
    this.end = Math.min(total, this.end + STEP);
    this.start = Math.max(this.start, this.end - MOST);
  }

  /**
   * So many came in above.
   * @param {number} count
   */
  shift(count) {
    this.start += count;
    this.end += count;
  }
}
