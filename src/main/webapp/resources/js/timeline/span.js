/** The stretch of messages that stands in the document. Bounded, however much has been read. Pure. */

export const MOST = 280;
const STEP = 80;
/** So many messages above the one that has to stay are kept with it. */
const CONTEXT = 20;

export class Span {
  start = 0;
  end = 0;
  /** Whether it reaches to the newest message, and is to go on doing so. */
  tail = true;

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
    this.tail = true;
  }

  /**
   * More was said. A stretch that reached to the end goes on doing so while that is possible: at the end as well as it can, but
   * never without the message that has to stay; elsewhere as far as there is room below what one reads.
   * @param {number} total
   * @param {boolean} atEnd whether the end is in view
   * @param {number} stays the index of a message that must not go
   */
  follow(total, atEnd, stays) {
    if (!this.tail) return;
    if (atEnd && total - stays <= MOST) {
      this.toEnd(total);
      this.start = Math.max(0, total - MOST, Math.min(this.start, stays - CONTEXT));
    } else {
      this.grow(total);
    }
  }

  /**
   * As many of the newer ones as fit: whoever reads in this stretch keeps all of it.
   * @param {number} total
   */
  grow(total) {
    this.end = Math.max(this.end, Math.min(total, this.start + MOST));
    this.tail = this.end === total;
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
    this.tail = this.end === total;
  }

  /** Further up; the far end is let go. */
  up() {
    this.start = Math.max(0, this.start - STEP);
    const end = Math.min(this.end, this.start + MOST);
    this.tail &&= end === this.end;
    this.end = end;
  }

  /**
   * Further down; the far end is let go.
   * @param {number} total
   */
  down(total) {
    this.end = Math.min(total, this.end + STEP);
    this.start = Math.max(this.start, this.end - MOST);
    this.tail = this.end === total;
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
