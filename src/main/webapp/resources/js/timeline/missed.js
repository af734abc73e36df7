/** Messages that the reader has missed, which do not count as read until the reader goes there or says so. Pure. */

/**
 * @typedef {{count: number, much: boolean}} Missed the number, and whether it is so large that the reader is asked where to
 *     begin
 */

/** With at least this many, the timeline does not begin at the first of them by itself. */
export const MUCH = 480;

export class Missing {
  /** There are unread messages above the view to which the reader has not scrolled. */
  gap = false;
  /** The reader has decided where to begin. */
  decided = false;

  /**
   * @param {{unread: number, unheld: number}} store
   * @param {number} held the number of unread messages that are held and above the view
   * @returns {Missed | null} what to report, if anything
   */
  tell({ unread, unheld }, held) {
    if (!unread) this.decided = false;
    if (this.gap) return { count: unheld || held, much: unheld > 0 };
    return unread > MUCH && !this.decided ? { count: unread, much: true } : null;
  }
}
