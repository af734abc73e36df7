/**
 * The state of one room in this page: the user's read position, the count of unread messages and, after load(), a contiguous range of
 * messages. Of a room that is not loaded only the sequence numbers and authors of its latest messages are kept, to count by. Does not use
 * the DOM.
 */
import { CatchUp } from '../timeline/catchup.js';
import { historyOf } from '../timeline/history.js';
import { RoomLog } from '../timeline/log.js';
import { ReadMark } from '../timeline/readmark.js';
import { DeferredFrames } from './deferred.js';
import { DescribedRoom } from './described.js';
import { UnreadCount } from './unread.js';

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('../types.js').RoomDescription} RoomDescription */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../timeline/log.js').Said} Said */
/** @typedef {import('./parts.js').StoreEnds} StoreEnds */
/** @typedef {import('./parts.js').Watcher} Watcher */

/** The most messages kept of a loaded room that is not on the screen. */
const KEPT_LOADED = 400;
/** The most messages whose number and author are kept of a room that is not loaded. */
const KEPT_COUNTED = 100;

export class RoomStore extends DescribedRoom {
  /** @type {RoomLog} */ log;
  /** Whether {@link load} has fetched its newest page. */
  loaded = false;
  /** The last sequence number that the server announced in a welcome frame; events up to it are being delivered. */
  promised = 0;
  /** @type {Watcher | null} */ watcher = null;
  /** The user marked it as unread while it was on the screen. Scrolling does not mark it as read until the user returns to the room or the page, posts, or reads further on another device. */
  keptUnread = false;
  /** @type {StoreEnds} */ #ends;
  #history;
  #catchUp;
  #unread;
  #deferred = new DeferredFrames();
  /** Whether the answer of the running request for the newest page is to be ignored. */ #abandoned = false;

  /**
   * @param {Room} room
   * @param {StoreEnds} ends
   */
  constructor(room, ends) {
    super();
    this.id = room.id;
    this.describe(room);
    this.#ends = ends;
    this.#history = historyOf(room.id);
    this.read = new ReadMark(room.read, (seq, back) => ends.tellRead(room.id, seq, back));
    this.log = new RoomLog(ends.me);
    this.log.wordy = false;
    this.#unread = new UnreadCount(this.log, this.read, ends.me);
    this.#unread.take(room);
    this.#catchUp = new CatchUp({
      last: () => this.log.last,
      after: this.#history.after,
      take: (events) => this.#take(events),
      reopen: () => this.load(),
      receive: (frame) => this.receive(frame),
      hole: ends.hole,
    });
  }

  get unread() {
    return this.#unread.total;
  }

  get mentions() {
    return this.#unread.mentions;
  }

  /** The number of unread messages older than the first message in the log. */
  get unheld() {
    return this.#unread.unheld;
  }

  /** The first unread message in the log. */
  get firstUnread() {
    return this.log.firstAfter(this.read.seq, this.#ends.me);
  }

  /** Updates it from the server, from a welcome frame or the list of rooms. @param {Room} room */
  welcome(room) {
    this.describe(room);
    this.promised = Math.max(this.promised, room.last);
    if (room.read > this.read.seq) this.keptUnread = false;
    this.read.welcome(room.read);
    if (!this.loaded) this.#unread.keep(() => this.log.clear(room.last));
    this.#unread.asked = 0;
    this.count(room);
  }

  /** Applies a change of name, topic or of who may post. @param {RoomDescription} room */
  change(room) {
    this.describe(room);
    this.#ends.changed(this);
  }

  /**
   * Applies the server's count of unread messages. If that was made before the server received the present read position, it is requested
   * once more.
   * @param {Room} room
   */
  count(room) {
    this.describe(room);
    if (this.#unread.take(room)) this.#ends.recount();
    this.#unread.settle();
    this.#ends.changed(this);
  }

  /** Loads the newest page of history and replaces the present log by it. */
  load() {
    this.#abandoned = false;
    return this.#deferred.during(() => this.#loadNewest());
  }

  async #loadNewest() {
    const newest = await this.#history.newest();
    if (this.#abandoned) return;
    const { last } = this.log;
    const { unread, mentions } = this;
    this.loaded = this.log.wordy = true;
    this.log.restart(newest);
    // A connection that was renewed meanwhile resumes after its own last event, which may be newer than this page.
    if (this.promised > this.log.last) void this.#catchUp.fill({ to: this.promised });
    this.promised = Math.max(this.promised, this.log.last);
    // For somebody new the history of the common room does not count as unread.
    if (this.kind === 'COMMON' && !this.read.seq) this.read.advance(this.log.last);
    if (this.#unread.restart(unread, mentions, last === this.log.last)) this.#ends.recount();
    this.watcher?.restarted();
    this.#ends.said(this, this.log.said);
    this.#ends.changed(this);
  }

  /** Discards its messages; the count of unread messages goes on. */
  unload() {
    this.#abandoned = true;
    this.loaded = this.log.wordy = false;
    this.#unread.keep(() => this.log.clear(this.log.last));
    this.#ends.said(this, []);
  }

  /**
   * Loads the page before the first message of the log.
   * @param {number} limit the most messages
   */
  async loadBefore(limit) {
    const { first, last, said } = this.log;
    const page = await this.#history.before(first, limit);
    // The log may have been replaced during the request.
    if (this.log.first !== first) return;
    const held = said.length;
    this.#unread.extend(() => this.log.prepend(page, last));
    const brought = this.log.said.length - held;
    this.watcher?.prepended(brought);
    this.#ends.said(this, this.log.said.slice(0, brought));
    this.#ends.changed(this);
  }

  /** @param {import('../types.js').Events} frame */
  receive(frame) {
    if (this.#deferred.defers(() => this.receive(frame))) return;
    if (this.#catchUp.holds(frame)) return;
    if (frame.from <= this.log.last + 1) this.#take(frame.events);
    else if (this.loaded) this.#ends.hole();
    else this.#skip(frame.to);
  }

  /** More events were missed than the socket delivers: they are fetched by HTTP. @param {import('../types.js').Limited} frame */
  async limited(frame) {
    if (this.#deferred.defers(() => void this.limited(frame))) return;
    this.promised = Math.max(this.promised, frame.to);
    if (!this.loaded) {
      this.#skip(frame.to);
      return;
    }
    await this.#catchUp.fill(frame);
    this.#ends.recount();
  }

  /** The user has read up to this number. @param {number} seq */
  advance(seq) {
    if (this.keptUnread || !this.read.advance(seq)) return;
    this.#unread.readTo(seq);
    this.#ends.changed(this);
  }

  /** Marks everything after this number as unread. @param {number} seq @returns {boolean} whether that changed anything */
  markUnread(seq) {
    return this.read.retreat(seq) && this.#keepUnread(seq);
  }

  /** The read position was changed on another device, forward or (back) to mark as unread. @param {number} seq @param {boolean} [back] */
  learn(seq, back = false) {
    if (back) this.read.learnBack(seq);
    else this.read.learn(seq);
    if (back) this.#keepUnread(seq);
    else if (this.#unread.readTo(seq)) this.#ends.recount();
    this.#ends.changed(this);
  }

  /** @param {number} seq */
  #keepUnread(seq) {
    this.keptUnread = !!this.watcher;
    if (this.#unread.readBackTo(seq)) this.#ends.recount();
    this.#ends.changed(this);
    return true;
  }

  /** @param {RoomEvent[]} events */
  #take(events) {
    for (const part of this.#unread.split(events)) if (part.length && !this.#append(part)) return;
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
    this.saidAt = Math.max(this.saidAt, fresh.at(-1)?.at ?? 0);
    if (events.some((event) => event.seq > before && this.#unread.isReachedBy(event))) this.#ends.recount();
    if (!this.watcher) this.#unread.keep(() => this.log.trim(this.loaded ? KEPT_LOADED : KEPT_COUNTED));
    this.#unread.settle();
    this.#ends.said(this, fresh);
    this.watcher?.appended(before, fresh);
    this.#ends.changed(this);
    return true;
  }

  /** @param {number} to everything up to this number is missing and is not fetched */
  #skip(to) {
    this.log.clear(to);
    this.#ends.recount();
  }
}
