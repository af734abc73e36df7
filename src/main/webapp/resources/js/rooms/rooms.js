/** The rooms of which one is a member, with a store for each, in the server's order. Uses no document. */
import { call } from '../api/http.js';
import { retry } from '../live/retry.js';
import { RoomStore } from './store.js';

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('./parts.js').StoreEnds} StoreEnds */

/**
 * In milliseconds: requests for a count are sent after a random delay within this, so that clients do not send them at the
 * same moment.
 */
const RECOUNT_WITHIN = 3_000;
const RECOUNT_AFTER = 300;
/** How long to wait for the frame that tells that one has joined a room, in milliseconds. */
const ARRIVES_WITHIN = 4_000;
/** The number of rooms whose messages are kept; for the others only unread posts are counted. */
const MOST_HELD = 8;

export class Rooms {
  /** @type {Map<number, RoomStore>} */ #stores = new Map();
  /** @type {StoreEnds} */ #ends;
  /** @type {(store?: RoomStore) => void} */ #changed;
  /** Whether the server has told of all of them. */
  complete = false;
  /** @type {number | undefined} */ #timer;
  #asking = false;
  /** @type {Map<number, () => void>} */ #awaited = new Map();
  /** @type {number[]} the rooms shown most recently, the latest at the end */ #looked = [];

  /** @param {Omit<StoreEnds, 'recount' | 'changed'> & {changed: (store?: RoomStore) => void}} ends */
  constructor(ends) {
    this.#changed = ends.changed;
    this.#ends = { ...ends, recount: () => this.#recount() };
  }

  /** @returns {IterableIterator<RoomStore>} */
  [Symbol.iterator]() {
    return this.#stores.values();
  }

  /** @param {number} id */
  find(id) {
    return this.#stores.get(id);
  }

  /**
   * Adds the room that the page was opened with, before the server has reported all rooms.
   * @param {Room} room
   */
  open(room) {
    const store = new RoomStore(room, this.#ends);
    this.#stores.set(room.id, store);
    this.#awaited.get(room.id)?.();
    return store;
  }

  /**
   * A room is shown. Of more than {@link MOST_HELD} rooms the least recently shown ones drop their messages, which are
   * fetched again when they are shown.
   * @param {number} id
   */
  hold(id) {
    this.#looked = [...this.#looked.filter((one) => one !== id), id];
    for (const old of this.#looked.splice(0, this.#looked.length - MOST_HELD)) this.find(old)?.unload();
  }

  /**
   * Waits for the connection's report that one has joined a room.
   * @param {number} id
   * @returns {Promise<boolean>} whether it has arrived within some seconds
   */
  async arrival(id) {
    if (this.find(id)) return true;
    await new Promise((done) => {
      this.#awaited.set(id, () => done(undefined));
      setTimeout(done, ARRIVES_WITHIN);
    });
    this.#awaited.delete(id);
    return !!this.find(id);
  }

  /**
   * Adds a room that one has joined, or updates its name and topic.
   * @param {Room | import('../types.js').RoomDescription} room
   * @returns {boolean} whether it is a new one
   */
  add(room) {
    const known = this.#stores.get(room.id);
    if (known) known.change(room);
    else if ('last' in room) this.open(room).welcome(room);
    return !known && this.#stores.has(room.id);
  }

  /** @param {number} id */
  remove(id) {
    if (this.#stores.delete(id)) this.#changed();
  }

  /** @param {Room[]} rooms all rooms; others are removed */
  welcome(rooms) {
    this.complete = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#stores;
    this.#stores = new Map(rooms.map((room) => [room.id, before.get(room.id) ?? new RoomStore(room, this.#ends)]));
    for (const room of rooms) this.#stores.get(room.id)?.welcome(room);
    this.#changed();
  }

  /**
   * @param {number} id
   * @param {string} name
   */
  rename(id, name) {
    const store = this.#stores.get(id);
    if (!store) return;
    const before = store.name;
    store.rename(name);
    if (store.name !== before) this.#changed();
  }

  /** The number of unread posts in all rooms of which one wants to be notified. */
  get unread() {
    return this.#sum(() => true);
  }

  /**
   * The same without one room.
   * @param {number} room
   */
  unreadBeside(room) {
    return this.#sum((store) => store.id !== room);
  }

  /** The last number held of each room that is held without a gap, for hello. */
  get cursors() {
    /** @type {Record<number, number>} */
    const held = {};
    for (const store of this) if (store.loaded) held[store.id] = store.log.last;
    return held;
  }

  /** Whether the server has announced more than has arrived. */
  get behind() {
    return [...this].some((store) => store.loaded && store.log.last < store.promised);
  }

  /** The connection broke. While it was behind, that may have been noticed late. */
  broke() {
    const { behind } = this;
    for (const store of this) store.read.broke(behind);
  }

  /** Reports what was read while there was no connection. */
  reportRead() {
    for (const store of this) store.read.report();
  }

  /** @param {(store: RoomStore) => boolean} which */
  #sum(which) {
    let sum = 0;
    for (const store of this) if (which(store)) sum += store.noticed;
    return sum;
  }

  #recount() {
    // Not needed before the welcome, or without a connection: the next welcome contains the counts.
    if (!this.complete || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#ask().catch(() => {});
    }, RECOUNT_AFTER + Math.random() * RECOUNT_WITHIN);
  }

  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    try {
      let next = 0;
      do {
        const page = await retry(() => call('GET', `/api/rooms?after=${next}&limit=500`));
        for (const room of page.items) this.#stores.get(room.id)?.count(room);
        next = page.next;
      } while (next);
    } finally {
      this.#asking = false;
    }
  }
}
