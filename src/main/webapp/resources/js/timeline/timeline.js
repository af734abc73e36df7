/**
 * The room on the screen: which range of its messages is in the document, the reading position, and which messages count as read.
 *
 * Read is what was on the screen while somebody looked. New messages scroll in at the end, but never push the first unread one
 * out of view. Where the page itself skips unread ones (it opened at the end, one wrote something), nothing counts as read
 * until the reader has gone there or said so.
 */
import { onceAFrame } from '../shell/frame.js';
import { Attention } from './attention.js';
import { Edges } from './edges.js';
import { showFoldsOf } from './folding.js';
import { Going } from './going.js';
import { Head } from './head.js';
import { ScrollKeeper } from './scroll.js';
import { RowsView } from './view.js';

/** @typedef {import('./log.js').Said} Said */
/** @typedef {import('./parts.js').TimelineParts} TimelineParts */
/** @typedef {import('./reading.js').Reading} Reading */

/** In pixels: farther than this from the end, the button to it is shown. */
const JUMP_FROM = 240;

export class Timeline {
  /** The number of the message that is being edited, or 0. */
  editing = 0;
  /** @type {TimelineParts} */ #parts;
  #view;
  #head;
  /** @type {Reading} */ #reading;
  /** @type {ScrollKeeper} */ #scroll;
  /** @type {Attention} */ #attention;
  /** @type {Going} */ going;
  /** @type {Edges} */ #edges;
  #ready = false;
  /** Results of requests that began before this number are dropped. */
  #turn = 0;
  #beginning = Promise.resolve();
  #look = onceAFrame(() => this.#looked());

  /**
   * @param {TimelineParts} parts
   * @param {Reading} reading of the room that comes first
   */
  constructor(parts, reading) {
    this.#parts = parts;
    this.#reading = reading;
    this.#view = new RowsView(parts.rows, parts.me);
    this.#head = new Head(parts.head, () => void this.#edges.loadEarlier());
    this.#scroll = new ScrollKeeper(parts.box, parts.rows, () => this.#moved());
    this.#edges = new Edges({ head: this.#head, scroll: this.#scroll, reading: () => this.#reading, ready: () => this.#ready, render: () => this.#render(), moved: () => this.#moved() });
    this.going = new Going({ view: this.#view, scroll: this.#scroll, reading: () => this.#reading, render: () => this.#render(), moved: () => this.#moved() });
    this.#attention = new Attention(parts.uncovered, () => this.#look(), () => (this.#store.keptUnread = false));
  }

  get #store() {
    return this.#reading.store;
  }

  /**
   * Another room is to be shown: {@link open} has its messages fetched and goes on where one left off.
   * @param {Reading} reading
   */
  enter(reading) {
    if (this.#ready) this.#reading.leave(this.#scroll.pinned && this.#reading.span.tail ? null : this.#scroll.place);
    this.#store.watcher = null;
    this.#store.keptUnread = false;
    this.#turn++;
    this.#ready = false;
    this.#reading = reading;
    this.editing = 0;
    this.#view.clear();
    this.#head.reset();
    this.#scroll.release();
    this.going.forget();
    this.#parts.jump(null);
    this.#parts.missed(null);
  }

  /**
   * Loads the newest page of a room that is not held, and back to the first unread message unless that is far. Opens where the reader left off, else at
   * the first unread.
   * @throws {import('../api/http.js').Refused} if that failed: the room stands there, empty
   */
  async open() {
    const store = this.#store;
    showFoldsOf(store.id);
    store.watcher = {
      appended: (before, fresh) => this.#appended(before, fresh),
      prepended: (count) => this.#reading.span.shift(count),
      restarted: () => (this.#beginning = this.#begin()),
    };
    if (store.loaded) this.#beginning = this.#begin();
    else await store.load();
    if (store === this.#store) await this.#beginning;
  }

  /** It can't be opened: the room was closed, or is not one's own any more. */
  refuse() {
    this.#head.refuse();
  }

  /** Fetches all that was missed, and begins at its first. */
  async toFirstUnread() {
    const reading = this.#reading;
    await reading.fetchMissed(() => reading === this.#reading);
    if (reading === this.#reading) this.#showUnread();
  }

  markAllRead() {
    this.#reading.markAllRead();
    this.refresh();
  }

  /** Everything after this number is to be unread. @param {number} seq @returns {boolean} whether that has changed anything */
  markUnread(seq) {
    const changed = this.#reading.markUnread(seq);
    if (changed) this.refresh();
    return changed;
  }

  /** Something changed that is not in the log: the outbox, the message that is being edited, the day. */
  refresh() {
    if (this.#reading.endAwaited) this.#awaitsEnd();
    if (!this.#ready) return;
    this.#scroll.keep(() => {
      this.#reading.follow(this.#scroll.pinned);
      this.#render();
    }, () => this.#view.headOf(this.#reading.next?.seq));
    this.#moved();
  }

  /** The reader posted something: scrolls to the end, whatever is unread before it. */
  posted() {
    this.#store.keptUnread = false;
    if (this.#awaitsEnd()) return;
    if (!this.#store.unread) this.#reading.dividerAfter = Infinity;
    this.toEnd();
    this.#reading.markGap(this.#view.inView(this.#parts.box).first);
  }

  toEnd() {
    if (this.#awaitsEnd()) return;
    this.going.forget();
    this.#reading.toEnd();
    this.#render();
    this.#scroll.toEnd();
    this.#moved();
  }

  /**
   * A room that is not loaded yet has no end: it opens there once it is loaded, and shows the reader's own posts until then.
   * @returns {boolean} whether that is so
   */
  #awaitsEnd() {
    if (this.#ready) return false;
    this.#reading.endAwaited = true;
    this.#view.render(this.#reading.rowsBefore(this.#parts.outbox.of(this.#store.id)), 0);
    return true;
  }

  /** Whether something covers the messages has changed. */
  look() {
    this.#attention.look();
  }

  /** The store holds another range: goes back to the reading position, else to the first unread message unless that is far. */
  async #begin() {
    const turn = ++this.#turn;
    this.#ready = false;
    const fetching = this.#reading.fetchUnread();
    if (fetching) await fetching;
    if (turn !== this.#turn) return;
    this.#ready = true;
    const place = this.#reading.resume();
    if (this.#reading.beginAtEnd()) return this.posted();
    if (!place) return this.#showUnread();
    this.#render();
    const row = this.#view.rowOf(place.seq);
    if (row) this.#scroll.putBack(row, place.top);
    this.#moved();
  }

  #showUnread() {
    this.#reading.begin();
    this.#render();
    const divider = this.#view.find('unread');
    if (divider) this.#scroll.show(divider);
    else this.#scroll.toEnd();
    this.#reading.markGap(this.#view.inView(this.#parts.box).first);
    this.#moved();
  }

  /**
   * @param {number} before
   * @param {Said[]} fresh
   */
  #appended(before, fresh) {
    const { me, arrived } = this.#parts;
    for (const said of fresh) if (said.by !== me.id) arrived(said);
    if (!this.#ready) return;
    const watched = this.#reading.span.tail && this.#scroll.pinned && this.#attention.looking;
    if (!watched) this.#reading.divideAfter(before);
    this.refresh();
    // Whoever watches sees the message arrive and needs no divider, unless there was no space to scroll to it.
    if (watched && !this.#scroll.pinned && this.#reading.divideAfter(before)) this.refresh();
  }

  #looked() {
    if (!this.#ready) return;
    const { box, jump, missed } = this.#parts;
    const seen = this.#reading.see(this.#view.inView(box), this.#attention.looking);
    jump(seen.below || !this.#reading.span.tail || this.#scroll.below >= JUMP_FROM ? seen.below : null);
    missed(seen.missed);
  }

  #render() {
    const { id, kind, log } = this.#store;
    this.#view.render(this.#reading.rows(this.#parts.outbox.of(id)), this.editing);
    this.#head.render(log.first <= 1 && this.#reading.span.start === 0, kind);
  }

  #moved() {
    if (!this.#ready) return;
    this.#look();
    this.#edges.extend();
  }
}
