/**
 * One room as this page holds it: how far one has read, how many are unread, and, once a view has loaded it, a stretch of its
 * messages without a hole. Of a room that is not loaded, numbers and authors are held of the latest messages, and no words. No document.
 */
import { CatchUp } from '../timeline/catchup.js';
import { historyOf } from '../timeline/history.js';
import { RoomLog } from '../timeline/log.js';
import { ReadMark } from '../timeline/readmark.js';
import { DescribedRoom } from './described.js';
import { UnreadCount } from './unread.js';

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('../types.js').RoomDescription} RoomDescription */
/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../timeline/log.js').Said} Said */
/** @typedef {import('./parts.js').StoreEnds} StoreEnds */
/** @typedef {import('./parts.js').Watcher} Watcher */

/** So many messages are kept of a room that is loaded and not on the screen. */
const KEPT_LOADED = 400;
/** Of so many messages it is kept who wrote them, in a room that is not loaded. */
const KEPT_COUNTED = 100;

export class RoomStore extends DescribedRoom {
  /** @type {RoomLog} */ log;
  /** Whether {@link load} has fetched its newest page. */
  loaded = false;
  /** The last number that the server promised; what is missing up to there is on its way. */
  promised = 0;
  /** @type {Watcher | null} */ watcher = null;
  /** Marked as unread while it was on the screen: it stays so until one comes back to it or to the page, posts, or reads on elsewhere. */
  keptUnread = false;
  /** @type {StoreEnds} */ #ends;
  #history;
  #catchUp;
  #unread;
  /** @type {Promise<void> | null} */ #loading = null;
  /** Whether its newest page, which is on its way, is not wanted any more. */ #abandoned = false;
  /** @type {(() => void)[]} what came while its newest page was on its way */ #waiting = [];

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

  /** How many of the unread stand before the messages that are held here. */
  get unheld() {
    return this.#unread.unheld;
  }

  /** The first unread message that is held here. */
  get firstUnread() {
    return this.log.firstAfter(this.read.seq, this.#ends.me);
  }

  /** As the server has it, in a welcome or in the list of rooms. @param {Room} room */
  welcome(room) {
    this.describe(room);
    this.promised = Math.max(this.promised, room.last);
    if (room.read > this.read.seq) this.keptUnread = false;
    this.read.welcome(room.read);
    if (!this.loaded) this.#unread.keep(() => this.log.clear(room.last));
    this.#unread.asked = 0;
    this.count(room);
  }

  /** It has another name or topic, or other people may post. @param {RoomDescription} room */
  change(room) {
    this.describe(room);
    this.#ends.changed(this);
  }

  /**
   * Takes over what the server counts. If it has not heard yet how far one has read, it is asked again, once: it is being told.
   * @param {Room} room
   */
  count(room) {
    this.describe(room);
    if (this.#unread.take(room)) this.#ends.recount();
    this.#unread.settle();
    this.#ends.changed(this);
  }

  /** The newest page of history: what was held before is let go. */
  load() {
    this.#abandoned = false;
    this.#loading ??= this.#loadNewest().finally(() => {
      this.#loading = null;
      for (const happened of this.#waiting.splice(0)) happened();
    });
    return this.#loading;
  }

  async #loadNewest() {
    const newest = await this.#history.newest();
    if (this.#abandoned) return;
    const { last } = this.log;
    const { unread, mentions } = this;
    this.loaded = this.log.wordy = true;
    this.log.restart(newest);
    // A line that came back meanwhile goes on after what it told then, which may be more than this page has.
    if (this.promised > this.log.last) void this.#catchUp.fill({ to: this.promised });
    this.promised = Math.max(this.promised, this.log.last);
    // Nobody new has to begin at the first word that was ever said to everybody.
    if (this.kind === 'COMMON' && !this.read.seq) this.read.advance(this.log.last);
    if (this.#unread.restart(unread, mentions, last === this.log.last)) this.#ends.recount();
    this.watcher?.restarted();
    this.#ends.said(this, this.log.said);
    this.#ends.changed(this);
  }

  /** Lets its messages go. What is unread is counted on. */
  unload() {
    this.#abandoned = true;
    this.loaded = this.log.wordy = false;
    this.#unread.keep(() => this.log.clear(this.log.last));
    this.#ends.said(this, []);
  }

  /**
   * An earlier page.
   * @param {number} limit so many messages at most
   */
  async loadBefore(limit) {
    const { first, last, said } = this.log;
    const page = await this.#history.before(first, limit);
    // While that was on its way the stretch may have become another one.
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
    if (this.#loading) {
      this.#waiting.push(() => this.receive(frame));
      return;
    }
    if (this.#catchUp.holds(frame)) return;
    if (frame.from <= this.log.last + 1) this.#take(frame.events);
    else if (this.loaded) this.#ends.hole();
    else this.#skip(frame.to);
  }

  /** More was missed than the socket hands out. @param {import('../types.js').Limited} frame */
  async limited(frame) {
    if (this.#loading) {
      this.#waiting.push(() => void this.limited(frame));
      return;
    }
    this.promised = Math.max(this.promised, frame.to);
    if (!this.loaded) {
      this.#skip(frame.to);
      return;
    }
    await this.#catchUp.fill(frame);
    this.#ends.recount();
  }

  /** One has read up to here. @param {number} seq */
  advance(seq) {
    if (this.keptUnread || !this.read.advance(seq)) return;
    this.#unread.readTo(seq);
    this.#ends.changed(this);
  }

  /** Everything after this number is to be unread. @param {number} seq @returns {boolean} whether that has changed anything */
  markUnread(seq) {
    return this.read.retreat(seq) && this.#keepUnread(seq);
  }

  /** Read on another device, or marked as unread there. @param {number} seq @param {boolean} [back] */
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

  /** @param {number} to all up to here is missing, and is not fetched */
  #skip(to) {
    this.log.clear(to);
    this.#ends.recount();
  }
}
