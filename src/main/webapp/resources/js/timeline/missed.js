/** What one has missed, and does not count as read until one says so or goes there. Pure. */

/** @typedef {{count: number, much: boolean}} Missed how many; whether that is for the reader to say where to begin */

/** From so many on the talk does not begin at the first of them by itself. */
export const MUCH = 480;

export class Missing {
  /** Unread messages stand above what is in view, and the reader has not been past them. */
  gap = false;
  /** The reader has said where to begin. */
  decided = false;

  /**
   * @param {{unread: number, unheld: number}} store
   * @param {number} held how many of the unread that are held stand above what is in view
   * @returns {Missed | null} what is to be told, if anything
   */
  tell({ unread, unheld }, held) {
    if (!unread) this.decided = false;
    if (this.gap) return { count: unheld || held, much: unheld > 0 };
    return unread > MUCH && !this.decided ? { count: unread, much: true } : null;
  }
}
