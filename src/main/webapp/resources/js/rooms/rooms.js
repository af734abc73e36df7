/** The rooms one is in, a store for each, in the order in which the server tells them. No document. */
import { call } from '../api/http.js';
import { retry } from '../live/retry.js';
import { RoomStore } from './store.js';

/** @typedef {import('../types.js').Room} Room */
/** @typedef {import('./parts.js').StoreEnds} StoreEnds */

/** Whoever can't tell how many are unread asks the server, within so many milliseconds: not everybody at the same moment. */
const RECOUNT_WITHIN = 3_000;
const RECOUNT_AFTER = 300;
/** In milliseconds. */
const ARRIVES_WITHIN = 4_000;
/** So many rooms are kept with their messages; of the others only what is unread is counted. */
const MOST_HELD = 8;

export class Rooms {
  /** @type {Map<number, RoomStore>} */ #stores = new Map();
  /** @type {StoreEnds} */ #ends;
  /** @type {() => void} */ #changed;
  /** Whether the server has told of all of them. */
  complete = false;
  /** @type {number | undefined} */ #timer;
  #asking = false;
  /** @type {Map<number, () => void>} */ #awaited = new Map();
  /** @type {number[]} which were on the screen last, the newest at the end */ #looked = [];

  /** @param {Omit<StoreEnds, 'recount' | 'changed'> & {changed: () => void}} ends */
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
   * The room that the page was opened with, before the server has told of all of them.
   * @param {Room} room
   */
  open(room) {
    const store = new RoomStore(room, this.#ends);
    this.#stores.set(room.id, store);
    this.#awaited.get(room.id)?.();
    return store;
  }

  /**
   * A room comes on the screen. Those that have not been there for longest let their messages go; they are fetched again on coming back.
   * @param {number} id
   */
  hold(id) {
    this.#looked = [...this.#looked.filter((one) => one !== id), id];
    for (const old of this.#looked.splice(0, this.#looked.length - MOST_HELD)) this.find(old)?.unload();
  }

  /**
   * One has just come into a room, and the line is going to tell of it.
   * @param {number} id
   * @returns {Promise<boolean>} whether it has, within some seconds
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
   * One has come into this room, or it has another name or topic.
   * @param {Room | import('../types.js').RoomDescription} room
   * @returns {boolean} whether it is new to one
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

  /** @param {Room[]} rooms all of them; one that is not among these is gone */
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

  /** How many are unread in all rooms, of those that one wants to be told of. */
  get unread() {
    return this.#sum(() => true);
  }

  /**
   * The same, but for this room.
   * @param {number} room
   */
  unreadBeside(room) {
    return this.#sum((store) => store.id !== room);
  }

  /** The last number held of each room that is kept without a hole, for hello. */
  get cursors() {
    /** @type {Record<number, number>} */
    const held = {};
    for (const store of this) if (store.loaded) held[store.id] = store.log.last;
    return held;
  }

  /** Whether more was promised than has come. */
  get behind() {
    return [...this].some((store) => store.loaded && store.log.last < store.promised);
  }

  /** What was read while there was no line is told now. */
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
    // Until the welcome, and without a line, the next welcome tells.
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
