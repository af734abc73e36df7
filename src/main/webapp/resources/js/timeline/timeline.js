/**
 * One room on the screen: which stretch of its messages stands in the document, where one reads, and what that makes read.
 *
 * Read is what was on the screen while somebody looked. New messages scroll in at the end, but never push the first unread one
 * out of view. Where the page itself skips unread ones (it opened at the end, one wrote something), nothing counts as read
 * until the reader has gone there or said so.
 */
import { onceAFrame } from '../shell/frame.js';
import { Attention } from './attention.js';
import { Head } from './head.js';
import { LARGE_PAGE, PAGE } from './history.js';
import { retry } from '../live/retry.js';
import { Missing, MUCH } from './missed.js';
import { rowsOf } from './rows.js';
import { ScrollKeeper } from './scroll.js';
import { Span } from './span.js';
import { RowsView } from './view.js';

/** @typedef {import('./log.js').Said} Said */
/** @typedef {import('./parts.js').TimelineParts} TimelineParts */

/** Within so many pixels of an edge the next stretch is put there. */
const MARGIN = 900;
const JUMP_FROM = 240;

export class Timeline {
  /** The number of the message that is being edited, or 0. */
  editing = 0;
  /** @type {TimelineParts} */ #parts;
  #view;
  #head;
  #span = new Span();
  /** @type {ScrollKeeper} */ #scroll;
  /** @type {Attention} */ #attention;
  #missing = new Missing();
  /** The divider stands after this number. */
  #dividerAfter = Infinity;
  /** The highest number that was on the screen, or that the reader went past. */
  #passed = 0;
  #ready = false;
  #beginning = Promise.resolve();
  #look = onceAFrame(() => this.#looked());

  /** @param {TimelineParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#view = new RowsView(parts.rows, parts.me);
    this.#head = new Head(parts.head, () => this.#loadEarlier());
    this.#scroll = new ScrollKeeper(parts.box, parts.rows, () => this.#moved());
    this.#attention = new Attention(parts.uncovered, () => this.#look());
    parts.store.watcher = {
      appended: (before, fresh) => this.#appended(before, fresh),
      prepended: (count) => this.#span.shift(count),
      restarted: () => (this.#beginning = this.#begin()),
    };
  }

  /** The newest page, and back to the first unread unless that is far; begins at the first unread. */
  async open() {
    await this.#parts.store.load();
    await this.#beginning;
  }

  /** It can't be opened: the room was closed, or is not one's own any more. */
  refuse() {
    this.#head.refuse();
  }

  /** Fetches all that was missed, and begins at its first. */
  async toFirstUnread() {
    this.#missing.decided = true;
    while (this.#parts.store.unheld) await retry(() => this.#parts.store.loadBefore(LARGE_PAGE));
    this.#showUnread();
  }

  markAllRead() {
    const { store } = this.#parts;
    this.#passed = store.log.last;
    this.#missing.gap = false;
    store.advance(store.log.last);
    this.#dividerAfter = Infinity;
    this.refresh();
  }

  /** Something changed that is not in the log: the outbox, the message that is being edited, the day. */
  refresh() {
    if (!this.#ready) return;
    const { log } = this.#parts.store;
    this.#scroll.keep(() => {
      const stays = this.#next;
      this.#span.follow(log.said.length, this.#scroll.pinned, stays ? log.said.indexOf(stays) : Infinity);
      this.#render();
    }, () => this.#stop());
    this.#moved();
  }

  /** One wrote something oneself: the end comes into view, whatever stands before it. */
  posted() {
    if (!this.#parts.store.unread) this.#dividerAfter = Infinity;
    this.toEnd();
    this.#missing.gap = this.#unreadAbove > 0;
  }

  toEnd() {
    const { log } = this.#parts.store;
    this.#passed = log.last;
    this.#span.toEnd(log.said.length);
    this.#render();
    this.#scroll.toEnd();
    this.#moved();
  }

  /** Something covers the talk now, or nothing does any more. */
  look() {
    this.#attention.look();
  }

  /**
   * The message at or right after this number comes into view, for instance the one to be edited.
   * @param {number} seq
   */
  show(seq) {
    const { said } = this.#parts.store.log;
    const index = said.findIndex((one) => one.seq >= seq);
    if (index < 0) return;
    if (index < this.#span.start || index >= this.#span.end) {
      this.#span.around(index, said.length);
      this.#render();
    }
    const row = this.#view.rowOf(said[index].seq);
    if (row) this.#scroll.reveal(row);
  }

  /** The store holds another stretch: back to the first unread unless that is far. */
  async #begin() {
    this.#ready = false;
    const { log, read, unheld } = this.#parts.store;
    const missing = log.first - 1 - read.seq;
    // Not fetched: it opens at the end then, and says what stands above.
    if (unheld && missing <= MUCH) await this.#parts.store.loadBefore(missing + 20).catch(() => {});
    this.#ready = true;
    this.#showUnread();
  }

  #showUnread() {
    const { store } = this.#parts;
    const { said, last } = store.log;
    const first = store.unheld ? undefined : store.firstUnread;
    this.#dividerAfter = first ? first.seq - 1 : Infinity;
    this.#passed = first ? first.seq - 1 : last;
    this.#span = new Span();
    if (first) this.#span.around(said.indexOf(first), said.length);
    else this.#span.toEnd(said.length);
    this.#render();
    const divider = this.#view.find('unread');
    if (divider) this.#scroll.show(divider);
    else this.#scroll.toEnd();
    this.#missing.gap = this.#unreadAbove > 0;
    this.#moved();
  }

  /**
   * @param {number} before
   * @param {Said[]} fresh
   */
  #appended(before, fresh) {
    const { me, arrived, store } = this.#parts;
    for (const said of fresh) if (said.by !== me.id) arrived(said);
    if (!this.#ready) return;
    const first = store.unheld ? undefined : store.firstUnread;
    // All before it was read: it is where one left off, unless one sees it come.
    const leftOff = !!first && first.seq > before;
    const watched = this.#span.tail && this.#scroll.pinned && this.#attention.looking;
    if (leftOff && !watched) this.#dividerAfter = first.seq - 1;
    this.refresh();
    if (leftOff && watched && !this.#scroll.pinned) {
      this.#dividerAfter = first.seq - 1;
      this.refresh();
    }
  }

  /** The first message that has neither been read nor passed. */
  get #next() {
    const { store, me } = this.#parts;
    return store.log.firstAfter(Math.max(store.read.seq, this.#passed), me.id);
  }

  /** The row that new ones must not push out of view, with the day or divider above it. */
  #stop() {
    const next = this.#next;
    let row = next && this.#view.rowOf(next.seq);
    while (row?.previousElementSibling && !row.previousElementSibling.matches('.message')) row = row.previousElementSibling;
    return row;
  }

  /** How many unread messages stand above the first one in view. */
  get #unreadAbove() {
    const { store, me, box } = this.#parts;
    const { first } = this.#view.inView(box);
    return store.unheld + (first ? store.log.countAfter(store.read.seq, me.id, first - 1) : 0);
  }

  #looked() {
    if (!this.#ready) return;
    const { store, me, box, jump, missed } = this.#parts;
    const { log } = store;
    const above = this.#unreadAbove;
    if (!above) this.#missing.gap = false;
    let { last } = this.#view.inView(box);
    // What was edited or deleted after the last message takes numbers, too.
    if (this.#span.tail && last === (log.said.at(-1)?.seq ?? 0)) last = log.last;
    if (this.#attention.looking) {
      this.#passed = Math.max(this.#passed, last);
      if (!this.#missing.gap) store.advance(last);
    }
    const below = log.countAfter(Math.max(store.read.seq, last), me.id);
    jump(below || !this.#span.tail || this.#scroll.below >= JUMP_FROM ? below : null);
    missed(this.#missing.tell(store, above));
  }

  #render() {
    const { store, outbox, me } = this.#parts;
    const { log } = store;
    this.#view.render(rowsOf({
      said: log.said.slice(this.#span.start, this.#span.end),
      before: log.said[this.#span.start - 1],
      pending: this.#span.tail ? outbox.of(store.id) : [],
      me: me.id,
      unreadAfter: this.#dividerAfter,
    }), this.editing);
    this.#head.render(log.first <= 1 && this.#span.start === 0);
  }

  #moved() {
    if (!this.#ready) return;
    this.#look();
    if (this.#scroll.above < MARGIN) {
      if (this.#span.start > 0) this.#slide(() => this.#span.up());
      else if (this.#parts.store.log.first > 1 && this.#head.idle) void this.#loadEarlier();
    }
    if (this.#scroll.below < MARGIN && !this.#span.tail) {
      // The end of what stands there is not the end of the talk: the reader keeps the line.
      this.#scroll.pinned = false;
      this.#slide(() => this.#span.down(this.#parts.store.log.said.length));
    }
  }

  /** @param {() => void} move */
  #slide(move) {
    this.#scroll.keep(() => {
      move();
      this.#render();
    });
  }

  async #loadEarlier() {
    const done = await this.#scroll.keep(() => this.#head.during(() => this.#parts.store.loadBefore(PAGE)));
    this.#scroll.keep(() => this.#render());
    if (done) this.#moved();
  }

}
