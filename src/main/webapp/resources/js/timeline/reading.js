/**
 * The reading state of a room: which messages are in the document, and which count as passed. Kept while another room is on
 * the screen. Pure.
 */
import { retry } from '../live/retry.js';
import { LARGE_PAGE } from './history.js';
import { MUCH, Missing } from './missed.js';
import { rowsOf } from './rows.js';
import { Span } from './span.js';

/** @typedef {import('./log.js').Said} Said */
/** @typedef {{seq: number, top: number}} Place a message, and its distance in CSS pixels from the upper edge of the view */

/** How many read messages are shown above the first unread one. */
const CONTEXT = 20;

export class Reading {
  /** The range of messages in the document. */
  span = new Span();
  missing = new Missing();
  /** The unread divider is after this number. */
  dividerAfter = Infinity;
  /** The highest number that was on the screen, or that the reader has skipped. */
  passed = 0;
  /** Whether the reader asked for the end before the room was loaded, which then opens there. */
  endAwaited = false;
  /** @type {Place | null} where one was when one left; null: at the end, or never here */ #place = null;
  #wasCaughtUp = false;

  /**
   * @param {import('../rooms/store.js').RoomStore} store
   * @param {number} me
   */
  constructor(store, me) {
    this.store = store;
    this.me = me;
  }

  /** The first message that is neither read nor passed. */
  get next() {
    return this.store.log.firstAfter(Math.max(this.store.read.seq, this.passed), this.me);
  }

  /** The first unread message; undefined as long as some earlier unread ones are not held. */
  get firstUnread() {
    return this.store.unheld ? undefined : this.store.firstUnread;
  }

  /**
   * Fetches the unread messages before those held, unless there are many: then it opens at the end and reports them.
   * @returns {Promise<void> | undefined} undefined if there is nothing to fetch, so that a loaded room is shown at once
   */
  fetchUnread() {
    const { unheld } = this.store;
    return unheld && unheld <= MUCH ? this.#fetchBack(unheld + CONTEXT).catch(() => {}) : undefined;
  }

  /** @param {number} count of messages, by pages */
  async #fetchBack(count) {
    for (let left = count; left > 0 && this.store.log.first > 1; left -= LARGE_PAGE) await this.store.loadBefore(Math.min(left, LARGE_PAGE));
  }

  /**
   * Fetches all missed messages, however many.
   * @param {() => boolean} wanted whether they are still needed; checked before each attempt
   */
  async fetchMissed(wanted) {
    this.missing.decided = true;
    const load = async () => {
      if (wanted()) await this.store.loadBefore(LARGE_PAGE);
    };
    while (wanted() && this.store.unheld) await retry(load);
  }

  /** @returns {boolean} whether to begin at the end, because one asked for it before the room was loaded */
  beginAtEnd() {
    if (!this.endAwaited) return false;
    this.endAwaited = false;
    this.begin();
    return true;
  }

  /** Begins at the first unread message, else at the end. */
  begin() {
    const first = this.firstUnread;
    const { said, last } = this.store.log;
    this.dividerAfter = first ? first.seq - 1 : Infinity;
    this.passed = first ? first.seq - 1 : last;
    this.span = new Span();
    if (first) this.span.around(said.indexOf(first), said.length);
    else this.span.toEnd(said.length);
  }

  /**
   * Puts the divider after this number, if everything before it was read.
   * @param {number} last
   * @returns {boolean} whether it was read
   */
  divideAfter(last) {
    const first = this.firstUnread;
    if (!first || first.seq <= last) return false;
    this.dividerAfter = first.seq - 1;
    return true;
  }

  /**
   * Marks everything after this number as unread, even while it is on the screen.
   * @param {number} seq
   * @returns {boolean} whether that has changed anything
   */
  markUnread(seq) {
    if (!this.store.markUnread(seq)) return false;
    this.dividerAfter = seq;
    return true;
  }

  /**
   * Another room is shown.
   * @param {Place | null} place null at the end
   */
  leave(place) {
    this.#place = place;
    this.#wasCaughtUp = !this.store.unread;
  }

  /**
   * Where the reader stopped, if that was not the end and is still held.
   * @returns {Place | null}
   */
  resume() {
    const place = this.#place;
    this.#place = null;
    const { said } = this.store.log;
    const index = place ? said.findIndex(({ seq }) => seq === place.seq) : -1;
    if (index < 0) return null;
    const first = this.firstUnread;
    if (first && this.#wasCaughtUp) this.dividerAfter = first.seq - 1;
    this.span = new Span();
    this.span.around(index, said.length);
    return place;
  }

  /**
   * New messages were added, with the end in view or not.
   * @param {boolean} atEnd
   */
  follow(atEnd) {
    const { said } = this.store.log;
    const stays = this.next;
    this.span.follow(said.length, atEnd, stays ? said.indexOf(stays) : Infinity);
  }

  toEnd() {
    const { said, last } = this.store.log;
    this.passed = last;
    this.span.toEnd(said.length);
  }

  /**
   * Moves the range so that it contains the message at or after this number.
   * @param {number} seq
   * @returns {Said | undefined} that message
   */
  include(seq) {
    const { said } = this.store.log;
    const index = said.findIndex((one) => one.seq >= seq);
    if (index < 0) return undefined;
    if (index < this.span.start || index >= this.span.end) this.span.around(index, said.length);
    return said[index];
  }

  markAllRead() {
    this.passed = this.store.log.last;
    this.missing.gap = this.store.keptUnread = false;
    this.dividerAfter = Infinity;
    this.store.advance(this.store.log.last);
  }

  /**
   * The number of unread messages above the first one in view.
   * @param {number} first its number, 0 for none
   */
  unreadAbove(first) {
    return this.store.unheld + (first ? this.store.log.countAfter(this.store.read.seq, this.me, first - 1) : 0);
  }

  /**
   * The page itself has scrolled: unread messages that it skipped do not count as read until the reader goes there or says
   * so.
   * @param {number} first the number of the first message in view, 0 for none
   */
  markGap(first) {
    this.missing.gap = this.unreadAbove(first) > 0;
  }

  /**
   * Messages on the screen count as read if somebody is looking, except those before a gap that the page itself skipped.
   * @param {{first: number, last: number}} inView the first and the last message in view, 0 for none
   * @param {boolean} looking
   * @returns {{below: number, missed: import('./missed.js').Missed | null}} the number of unread messages below the view, and
   *     what to report about those above
   */
  see({ first, last }, looking) {
    const { log, read } = this.store;
    const above = this.unreadAbove(first);
    if (!above) this.missing.gap = false;
    // Edits and deletions after the last message have numbers too.
    const end = this.span.tail && last === (log.said.at(-1)?.seq ?? 0) ? log.last : last;
    if (looking) {
      this.passed = Math.max(this.passed, end);
      if (!this.missing.gap) this.store.advance(end);
    }
    return { below: log.countAfter(Math.max(read.seq, end), this.me), missed: this.missing.tell(this.store, above) };
  }

  /**
   * The rows while the room is being loaded, when only numbers and authors of messages may be held.
   * @param {import('../composer/outbox.js').Pending[]} pending one's own messages that are not stored yet
   */
  rowsBefore(pending) {
    return rowsOf({ said: [], before: undefined, pending, me: this.me, unreadAfter: Infinity });
  }

  /**
   * The rows in the document.
   * @param {import('../composer/outbox.js').Pending[]} pending one's own messages that are not stored yet
   */
  rows(pending) {
    const { said } = this.store.log;
    return rowsOf({
      said: said.slice(this.span.start, this.span.end),
      before: said[this.span.start - 1],
      pending: this.span.tail ? pending : [],
      me: this.me,
      unreadAfter: this.dividerAfter,
      quoteOf: (one) => this.store.log.quoteOf(one),
    });
  }
}
