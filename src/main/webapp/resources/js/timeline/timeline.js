/**
 * One room on the screen: what is held of it, which stretch of that stands in the document, and where one reads.
 */
import { again } from '../live/again.js';
import { CatchUp } from './catchup.js';
import { Head } from './head.js';
import { historyOf, LARGE_PAGE, PAGE } from './history.js';
import { RoomLog } from './log.js';
import { rowsOf } from './rows.js';
import { ScrollKeeper } from './scroll.js';
import { Span } from './span.js';
import { RowsView } from './view.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('./parts.js').TimelineParts} TimelineParts */

/** Within so many pixels of an edge the next stretch is put there. */
const MARGIN = 900;
const JUMP_FROM = 240;
/** Opening, so many are fetched to begin at the first unread; more only if one asks for it. */
const FETCHED_UNASKED = 480;

export class Timeline {
  log = new RoomLog();
  /** The number of the message that is being edited, or 0. */
  editing = 0;
  /** @type {TimelineParts} */ #parts;
  #history;
  #view;
  #head;
  #span = new Span();
  /** @type {ScrollKeeper} */ #scroll;
  #unreadAfter = Infinity;
  #catchUp;
  #ready = false;
  /** Where the room stood when the page opened: for somebody who never read here, what comes later is unread. */
  #opened = 0;

  /** @param {TimelineParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#history = historyOf(parts.room);
    this.#view = new RowsView(parts.rows, parts.me);
    this.#head = new Head(parts.head, () => this.#loadEarlier());
    this.#catchUp = new CatchUp({
      last: () => this.log.last,
      after: this.#history.after,
      take: (events) => this.#take(events),
      reopen: () => this.open(),
      receive: (frame) => this.receive(frame),
      hole: parts.hole,
    });
    this.#scroll = new ScrollKeeper(parts.box, () => this.#moved());
    parts.jump.addEventListener('click', () => {
      // The button goes; whoever came by the keyboard is at the end then, and not nowhere.
      parts.box.focus({ preventScroll: true });
      this.toEnd();
    });
    addEventListener('focus', () => this.look());
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** The newest page, and back to the first unread unless that is far; begins at the first unread. */
  async open() {
    const newest = await this.#history.newest();
    this.#ready = false;
    this.log.restart(newest);
    const unseen = this.#unseen;
    if (unseen && unseen <= FETCHED_UNASKED) await this.#prepend(unseen + 20);
    this.#settle();
    this.#opened = this.log.last;
    this.#ready = true;
    this.#showUnread();
  }

  /** Fetches all that came while one was away, and begins at its first. */
  async toFirstUnread() {
    while (this.#unseen) await again(() => this.#prepend(LARGE_PAGE));
    this.#showUnread();
  }

  markAllRead() {
    this.#parts.read.advance(this.log.last);
    this.refresh();
  }

  #showUnread() {
    const { read, me } = this.#parts;
    this.#unreadAfter = read.seq || Infinity;
    this.#span = new Span();
    const index = this.#unseen ? -1 : this.log.said.findIndex((said) => said.seq > this.#unreadAfter && said.by !== me.id);
    if (index < 0) this.#span.toEnd(this.log.said.length);
    else this.#span.around(index, this.log.said.length);
    this.#render();
    const divider = this.#view.find('unread');
    if (divider) this.#scroll.show(divider);
    else this.#scroll.toEnd();
    this.#moved();
  }

  /** How many numbers lie between what was read and what is held. Nobody new has to begin at the first word ever said. */
  get #unseen() {
    const { seq } = this.#parts.read;
    return seq && Math.max(0, this.log.first - 1 - seq);
  }

  /** @param {import('../types.js').Events} frame */
  receive(frame) {
    if (this.#catchUp.holds(frame)) return;
    if (frame.from > this.log.last + 1) this.#parts.hole();
    else this.#take(frame.events);
  }

  /** @param {import('../types.js').Limited} frame more was missed than the socket hands out */
  limited(frame) {
    return this.#catchUp.fill(frame);
  }

  /** The outbox changed, or the message that is being edited. */
  refresh() {
    if (!this.#ready) return;
    this.#scroll.keep(() => this.#render());
    this.#moved();
  }

  /** One wrote something oneself: no divider above it, and the end comes into view. */
  posted() {
    this.#unreadAfter = Infinity;
    this.toEnd();
  }

  toEnd() {
    this.#span.toEnd(this.log.said.length);
    this.#render();
    this.#scroll.toEnd();
    this.#moved();
  }

  /** Whoever looks at the end has read all, unless there is more above than they can have seen. */
  look() {
    const { read, me, attentive, unread, away } = this.#parts;
    if (this.#ready && !this.#unseen && this.#atEnd && this.#scroll.pinned && attentive()) read.advance(this.log.last);
    away(this.#unseen);
    unread(this.#unseen + this.log.countAfter(read.seq || this.#opened, me.id));
  }

  /**
   * The message at or right after this number comes into view, for instance the one to be edited.
   * @param {number} seq
   */
  show(seq) {
    const index = this.log.said.findIndex((said) => said.seq >= seq);
    if (index < 0) return;
    this.#scroll.release();
    if (index < this.#span.start || index >= this.#span.end) {
      this.#span.around(index, this.log.said.length);
      this.#render();
    }
    this.#parts.rows.querySelector(`[data-seq="${this.log.said[index].seq}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  get #atEnd() {
    return this.#span.end === this.log.said.length;
  }

  /** @param {RoomEvent[]} events */
  #take(events) {
    const { me, outbox, attentive, read, arrived } = this.#parts;
    const atEnd = this.#atEnd;
    const watched = atEnd && this.#scroll.pinned && attentive();
    const before = this.log.last;
    const held = this.log.said.length;
    if (!this.log.append(events)) {
      this.#parts.hole();
      return;
    }
    const fresh = this.log.said.slice(held);
    if (!watched && read.seq >= before && fresh.some((said) => said.by !== me.id)) this.#unreadAfter = before;
    for (const said of fresh) {
      if (said.by === me.id) outbox.seen(said.clientId);
      else arrived(said);
    }
    outbox.caughtUp(this.#parts.room);
    this.#scroll.keep(() => {
      if (atEnd && this.#scroll.pinned) this.#span.toEnd(this.log.said.length);
      else if (atEnd) this.#span.grow(this.log.said.length);
      this.#render();
    });
    this.#moved();
  }

  #render() {
    const { outbox, room, me } = this.#parts;
    const said = this.log.said.slice(this.#span.start, this.#span.end);
    const pending = this.#atEnd ? outbox.of(room) : [];
    const before = this.log.said[this.#span.start - 1];
    const unreadAfter = this.#unseen ? Infinity : this.#unreadAfter;
    this.#view.render(rowsOf({ said, before, pending, me: me.id, unreadAfter }), this.editing);
    this.#head.render(this.log.first <= 1 && this.#span.start === 0);
  }

  #moved() {
    if (!this.#ready) return;
    this.look();
    this.#parts.jump.hidden = this.#atEnd && this.#scroll.below < JUMP_FROM;
    if (this.#scroll.above < MARGIN) {
      if (this.#span.start > 0) this.#slide(() => this.#span.up());
      else if (this.log.first > 1 && this.#head.idle) void this.#loadEarlier();
    }
    if (this.#scroll.below < MARGIN && !this.#atEnd) {
      // The end of what stands there is not the end of the talk: the reader keeps the line.
      this.#scroll.pinned = false;
      this.#slide(() => this.#span.down(this.log.said.length));
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
    const done = await this.#scroll.keep(() => this.#head.during(() => this.#prepend(PAGE)));
    this.#scroll.keep(() => this.#render());
    if (done) this.#moved();
  }

  /** @param {number} limit */
  async #prepend(limit) {
    const { first, last } = this.log;
    const events = await this.#history.before(first, limit);
    // While that was on its way the talk may have begun anew.
    if (this.log.first !== first) return;
    const held = this.log.said.length;
    if (events.length) this.log.prepend(events, last);
    else this.log.first = 1;
    this.#span.shift(this.log.said.length - held);
    this.#settle();
  }

  /** What history holds of one's own does not wait to be sent, whatever this browser remembers. */
  #settle() {
    const { me, outbox, room } = this.#parts;
    for (const said of this.log.said) if (said.by === me.id) outbox.seen(said.clientId);
    outbox.caughtUp(room);
  }
}
