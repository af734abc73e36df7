/** The range of messages in the document, of bounded size. Pure. */

export const MOST = 280;
const STEP = 80;
/** Messages that are kept above the one that has to stay. */
const CONTEXT = 20;

export class Span {
  start = 0;
  end = 0;
  /** Whether it extends to the newest message and follows new ones. */
  tail = true;

  get size() {
    return this.end - this.start;
  }

  /**
   * Moves to the newest messages, with as many older ones as fit.
   * @param {number} total
   */
  toEnd(total) {
    const kept = this.end && total - this.start <= MOST ? this.start : Math.max(0, total - STEP);
    this.end = total;
    this.start = Math.min(kept, total);
    this.tail = true;
  }

  /**
   * Follows new messages. If the end is in view, it extends to the new end as far as possible without dropping the message
   * that must stay; otherwise as far as there is room below what one reads.
   * @param {number} total
   * @param {boolean} atEnd whether the end is in view
   * @param {number} stays the index of the message that must stay
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
   * Extends towards newer messages as far as there is room, without dropping any.
   * @param {number} total
   */
  grow(total) {
    this.end = Math.max(this.end, Math.min(total, this.start + MOST));
    this.tail = this.end === total;
  }

  /**
   * Moves so that it contains this index.
   * @param {number} index
   * @param {number} total
   */
  around(index, total) {
    this.start = Math.max(0, index - STEP / 2);
    this.end = Math.min(total, this.start + MOST);
    this.start = Math.max(0, Math.min(this.start, this.end - STEP));
    this.tail = this.end === total;
  }

  /** Moves up; messages at the lower end are dropped. */
  up() {
    this.start = Math.max(0, this.start - STEP);
    const end = Math.min(this.end, this.start + MOST);
    this.tail &&= end === this.end;
    this.end = end;
  }

  /**
   * Moves down; messages at the upper end are dropped.
   * @param {number} total
   */
  down(total) {
    this.end = Math.min(total, this.end + STEP);
    this.start = Math.max(this.start, this.end - MOST);
    this.tail = this.end === total;
  }

  /**
   * Messages were added above.
   * @param {number} count
   */
  shift(count) {
    this.start += count;
    this.end += count;
  }
}
