/**
 * One room on the screen: what is held of it, which stretch of that stands in the document, and where one reads.
 */
import { CatchUp } from './catchup.js';
import { Head } from './head.js';
import { historyOf, PAGE } from './history.js';
import { RoomLog } from './log.js';
import { rowsOf } from './rows.js';
import { ScrollKeeper } from './scroll.js';
import { Span } from './span.js';
import { RowsView } from './view.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('./log.js').Said} Said */

/** Within so many pixels of an edge the next stretch is put there. */
const MARGIN = 900;
const JUMP_FROM = 240;

/**
 * @typedef {object} TimelineParts
 * @property {number} room
 * @property {import('../types.js').Person} me
 * @property {HTMLElement} box the element that scrolls
 * @property {HTMLElement} rows
 * @property {HTMLElement} head what stands above the first row
 * @property {HTMLButtonElement} jump
 * @property {import('./readmark.js').ReadMark} read
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {() => boolean} attentive whether somebody is looking at the page
 * @property {() => void} hole what came does not fit what is held
 * @property {(unread: number) => void} unread
 * @property {(said: Said) => void} arrived somebody else's message came live
 */
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
  /** @type {'idle' | 'loading' | 'failed'} */ #earlier = 'idle';
  #catchUp;
  #ready = false;

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
      reopen: () => this.#reopen(),
      receive: (frame) => this.receive(frame),
      hole: parts.hole,
    });
    this.#scroll = new ScrollKeeper(parts.box, () => this.#moved());
    parts.jump.addEventListener('click', () => this.toEnd());
    addEventListener('focus', () => this.look());
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** The newest page, and back to the first unread unless that is far; begins at the first unread. */
  async open() {
    const { read, me } = this.#parts;
    this.log.restart(await this.#history.newest());
    const missing = this.log.first - 1 - read.seq;
    // Nobody who is new here has to begin at the first word ever said.
    if (read.seq > 0 && missing > 0 && missing <= 480) await this.#prepend(missing + 20);
    this.#unreadAfter = read.seq > 0 ? read.seq : Infinity;
    this.#settle();
    const index = this.log.said.findIndex((said) => said.seq > this.#unreadAfter && said.by !== me.id);
    if (index < 0 || read.seq < this.log.first - 1) this.#span.toEnd(this.log.said.length);
    else this.#span.around(index, this.log.said.length);
    this.#render();
    this.#ready = true;
    const divider = this.#view.find('unread');
    if (divider) this.#scroll.show(divider);
    else this.#scroll.toEnd();
    this.#moved();
  }

  /** Begins anew at the end. */
  async #reopen() {
    this.log.restart(await this.#history.newest());
    this.#unreadAfter = this.#parts.read.seq || Infinity;
    this.#span.end = 0;
    this.#span.toEnd(this.log.said.length);
    this.#settle();
    this.toEnd();
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

  /** Whoever looks at the end has read all. */
  look() {
    const { read, attentive } = this.#parts;
    if (this.#ready && this.#atEnd && this.#scroll.pinned && attentive()) read.advance(this.log.last);
    this.#tellUnread();
  }

  /**
   * The message at or right after this number comes into view, for instance the one to be edited.
   * @param {number} seq
   */
  show(seq) {
    const index = this.log.said.findIndex((said) => said.seq >= seq);
    if (index < 0) return;
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
    this.#scroll.keep(() => {
      if (atEnd && this.#scroll.pinned) this.#span.toEnd(this.log.said.length);
      else if (atEnd) this.#span.grow(this.log.said.length);
      this.#render();
    });
    this.#moved();
  }

  #render() {
    const { outbox, room, me, rows } = this.#parts;
    const said = this.log.said.slice(this.#span.start, this.#span.end);
    const pending = this.#atEnd ? outbox.of(room) : [];
    const before = this.log.said[this.#span.start - 1];
    this.#view.render(rowsOf({ said, before, pending, me: me.id, unreadAfter: this.#unreadAfter }), this.editing);
    rows.classList.toggle('rows-empty', !said.length && !pending.length);
    this.#head.show(this.log.first <= 1 && this.#span.start === 0 ? 'first' : this.#earlier);
  }

  #moved() {
    if (!this.#ready) return;
    this.look();
    this.#parts.jump.hidden = this.#atEnd && this.#scroll.below < JUMP_FROM;
    if (this.#scroll.above < MARGIN) {
      if (this.#span.start > 0) this.#slide(() => this.#span.up());
      else if (this.log.first > 1 && this.#earlier === 'idle') void this.#loadEarlier();
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
    this.#earlier = 'loading';
    this.#scroll.keep(() => this.#head.show('loading'));
    try {
      await this.#prepend(PAGE);
      this.#earlier = 'idle';
    } catch {
      this.#earlier = 'failed';
    }
    this.#scroll.keep(() => this.#render());
    if (this.#earlier === 'idle') this.#moved();
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
    const { me, outbox } = this.#parts;
    for (const said of this.log.said) if (said.by === me.id) outbox.seen(said.clientId);
  }

  #tellUnread() {
    const { read, me, unread } = this.#parts;
    unread(this.log.countAfter(read.seq || this.log.last, me.id));
  }
}
