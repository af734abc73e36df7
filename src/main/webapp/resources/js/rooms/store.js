/**
 * One room as this page holds it: a stretch of its messages, how far one has read, and how many are unread. A store that a
 * view has loaded is kept without a hole; of the others only the latest messages are held. No document.
 */
import { CatchUp } from '../timeline/catchup.js';
import { historyOf } from '../timeline/history.js';
import { RoomLog } from '../timeline/log.js';
import { ReadMark } from '../timeline/readmark.js';

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../timeline/log.js').Said} Said */

/**
 * @typedef {object} StoreEnds
 * @property {number} me
 * @property {(room: number, seq: number) => boolean} tellRead false while there is no line
 * @property {() => void} hole what came does not fit what is held: the line has to begin anew
 * @property {() => void} recount only the server can tell how many are unread here
 * @property {(store: RoomStore, fresh: Said[]) => void} said new messages, one's own among them
 * @property {(store: RoomStore) => void} changed its name, or how many are unread
 *
 * @typedef {object} Watcher what shows the room
 * @property {(before: number, fresh: Said[]) => void} appended new messages or changes of old ones; the last number held before
 * @property {(count: number) => void} prepended so many earlier messages
 * @property {() => void} restarted it holds another stretch now
 */

/** Of a room that no view has loaded so many messages are kept. */
const KEPT_UNSEEN = 200;

export class RoomStore {
  log = new RoomLog();
  /** Whether {@link load} has fetched its newest page. */
  loaded = false;
  /** The last number that the server promised; what is missing up to there is on its way. */
  promised = 0;
  /** @type {Watcher | null} */ watcher = null;
  /** @type {StoreEnds} */ #ends;
  #history;
  #catchUp;
  /** How many unread messages of others stand before the first number held. */
  #unheld = 0;
  /** @type {{last: number, unread: number} | null} the server's count, which goes further than what has come */ #counted = null;

  /**
   * @param {Room} room
   * @param {StoreEnds} ends
   */
  constructor(room, ends) {
    this.id = room.id;
    this.name = room.name;
    this.kind = room.kind;
    this.#ends = ends;
    this.#history = historyOf(room.id);
    this.read = new ReadMark(room.read, (seq) => ends.tellRead(room.id, seq));
    this.#count(room);
    this.#catchUp = new CatchUp({
      last: () => this.log.last,
      after: this.#history.after,
      take: (events) => this.#take(events),
      reopen: () => this.load(),
      receive: (frame) => this.receive(frame),
      hole: ends.hole,
    });
  }

  /** Posts by others after the last one read, deleted ones left out. */
  get unread() {
    return this.#unheld + this.#held();
  }

  /** How many of the unread stand before the messages that are held here. */
  get unheld() {
    return this.#unheld;
  }

  /** The first unread message that is held here. */
  get firstUnread() {
    return this.log.firstAfter(this.read.seq, this.#ends.me);
  }

  /**
   * As the server has it, in a welcome or in the list of rooms.
   * @param {Room} room
   */
  welcome(room) {
    this.name = room.name;
    this.kind = room.kind;
    this.promised = Math.max(this.promised, room.last);
    this.read.welcome(room.read);
    if (!this.loaded) this.log.restart([], room.last);
    this.count(room);
  }

  /**
   * Takes over what the server counts.
   * @param {Room} room
   */
  count(room) {
    this.#count(room);
    this.#settle();
    this.#ends.changed(this);
  }

  /** The newest page of history: what was held before is let go. */
  async load() {
    const newest = await this.#history.newest();
    const { last } = this.log;
    const { unread } = this;
    this.log.restart(newest);
    this.loaded = true;
    this.promised = Math.max(this.promised, this.log.last);
    // Nobody new has to begin at the first word that was ever said to everybody.
    if (this.kind === 'COMMON' && !this.read.seq) this.read.advance(this.log.last);
    // Where more has come than was counted, the numbers in between are as near as one gets without the server.
    const known = last === this.log.last;
    this.#unheld = Math.max(0, known ? unread - this.#held() : this.log.first - 1 - this.read.seq);
    this.#settle();
    if (!known && this.#unheld) this.#ends.recount();
    this.watcher?.restarted();
    this.#ends.said(this, this.log.said);
    this.#ends.changed(this);
  }

  /**
   * An earlier page.
   * @param {number} limit so many numbers at most
   */
  async loadBefore(limit) {
    const { first, last, said } = this.log;
    const events = await this.#history.before(first, limit);
    // While that was on its way the stretch may have become another one.
    if (this.log.first !== first) return;
    const held = said.length;
    const unread = this.#held();
    if (events.length) this.log.prepend(events, last);
    else this.log.first = 1;
    this.#unheld = this.#isAllHeld ? 0 : Math.max(0, this.#unheld - (this.#held() - unread));
    const brought = this.log.said.length - held;
    this.watcher?.prepended(brought);
    this.#ends.said(this, this.log.said.slice(0, brought));
    this.#ends.changed(this);
  }

  /** @param {import('../types.js').Events} frame */
  receive(frame) {
    if (this.#catchUp.holds(frame)) return;
    if (frame.from <= this.log.last + 1) this.#take(frame.events);
    else if (this.loaded) this.#ends.hole();
    else this.#skip(frame.to);
  }

  /**
   * More was missed than the socket hands out.
   * @param {import('../types.js').Limited} frame
   */
  async limited(frame) {
    this.promised = Math.max(this.promised, frame.to);
    if (!this.loaded) {
      this.#skip(frame.to);
      return;
    }
    await this.#catchUp.fill(frame);
    this.#ends.recount();
  }

  /**
   * One has read up to here.
   * @param {number} seq
   */
  advance(seq) {
    if (!this.read.advance(seq)) return;
    if (seq >= this.log.first - 1) this.#unheld = 0;
    this.#ends.changed(this);
  }

  /**
   * Read on another device.
   * @param {number} seq
   */
  learn(seq) {
    this.read.learn(seq);
    if (seq >= this.log.first - 1) this.#unheld = 0;
    else if (this.#unheld) this.#ends.recount();
    this.#ends.changed(this);
  }

  /** @param {RoomEvent[]} events */
  #take(events) {
    // What the server counted is settled at exactly the number that it counted up to.
    const until = this.#counted ? this.#counted.last : Infinity;
    const parts = [events.filter((event) => event.seq <= until), events.filter((event) => event.seq > until)];
    for (const part of parts) if (part.length && !this.#append(part)) return;
  }

  /** @param {RoomEvent[]} events */
  #append(events) {
    const before = this.log.last;
    const held = this.log.said.length;
    if (!this.log.append(events)) {
      this.#ends.hole();
      return false;
    }
    const fresh = this.log.said.slice(held);
    if (events.some((event) => event.seq > before && this.#reachesUnheld(event))) this.#ends.recount();
    if (!this.loaded) this.#trim();
    this.#settle();
    this.#ends.said(this, fresh);
    this.watcher?.appended(before, fresh);
    this.#ends.changed(this);
    return true;
  }

  /**
   * Whether it takes away an unread message that is not held here.
   * @param {RoomEvent} event
   */
  #reachesUnheld({ kind, target = 0 }) {
    if (!this.#unheld) return false;
    return kind === 'erased' || (kind === 'deleted' && target > this.read.seq && target < this.log.first);
  }

  /**
   * How many of the unread are held here.
   * @param {number} [to] up to this number
   */
  #held(to) {
    return this.log.countAfter(this.read.seq, this.#ends.me, to);
  }

  /** Whether all that is unread is held here. */
  get #isAllHeld() {
    return this.log.first - 1 <= this.read.seq;
  }

  /** @param {Room} room */
  #count({ last, read, unread }) {
    this.read.learn(read);
    // Counted before what was read since: a later count is on its way, or everything unread is held here.
    if (read === this.read.seq) this.#counted = { last, unread };
  }

  /** Once what is held reaches as far as the server counted, the rest of its count stands before that. */
  #settle() {
    if (this.#isAllHeld) this.#unheld = 0;
    const counted = this.#counted;
    if (!counted || this.log.last < counted.last) return;
    this.#counted = null;
    if (!this.#isAllHeld) this.#unheld = Math.max(0, counted.unread - this.#held(counted.last));
  }

  /** @param {number} to all up to here is missing, and is not fetched */
  #skip(to) {
    this.log.restart([], to);
    this.#ends.recount();
  }

  #trim() {
    const before = this.unread;
    this.log.trim(KEPT_UNSEEN);
    this.#unheld += before - this.unread;
  }
}
