/**
 * Notifies of messages that come while the page is not in view: one notification for each room, which the newest message
 * replaces, and a sound. What is read meanwhile, on whichever device, is not told, and taken back if it was. Uses no document.
 */
import { isQuiet, isWanted, wantedOf } from './rules.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../types.js').NotificationChoice} NotificationChoice */
/** @typedef {{id: number, name: string, kind: string, involvement: 'ALL' | 'MENTIONS' | 'NOTHING', people: {id: number}[], read: {seq: number}}} ToldRoom */
/** @typedef {{title: string, body: string, room: number, seq: number}} Told */
/** @typedef {{room: number, from: number, to: number}} Range of the numbers of a room, both included */

/**
 * @typedef {object} NotifierWorld
 * @property {number} me
 * @property {string} [zone] the hostel's time zone
 * @property {() => number} now
 * @property {(id: number) => ToldRoom | undefined} room
 * @property {() => boolean} isInView
 * @property {(room: number, seq: number) => boolean} claim false if another tab of this browser has told of it, or shows it
 * @property {(told: Told) => (() => void)} show shows it in place of the room's last one; the result takes it back
 * @property {() => void} ring
 * @property {(run: () => void, after: number) => void} later
 * @property {(key: string, values?: Record<string, string>) => string} t
 * @property {(said: {body: string, files?: {name: string}[]}) => string} wordsOf
 * @property {(range: Range, level: 'ALL' | 'MENTIONS') => Promise<RoomEvent[]>} missed asks the server for the latest posts in a range,
 *     oldest first: of all, or of those that mention one
 */

/** In milliseconds: another device, or another tab that is in view, tells that it was read within this time. */
const READ_WITHIN = 1_500;
/** In milliseconds: one sound for all that comes within this time. */
const RINGS_EVERY = 3_000;
/** In code points. */
const EXCERPT = 140;

export class Notifier {
  /** @type {NotifierWorld} */ #world;
  /** @type {NotificationChoice} */ #choice;
  /** @type {Map<number, RoomEvent>} what is to be told, by room */ #waiting = new Map();
  /** @type {Map<number, {seq: number, close: () => void}>} by room */ #shown = new Map();
  /** @type {Map<number, Range>} what the server has to be asked for, by room */ #missed = new Map();
  #rang = -Infinity;

  /**
   * @param {NotifierWorld} world
   * @param {NotificationChoice} choice
   */
  constructor(world, choice) {
    this.#world = world;
    this.#choice = choice;
  }

  /** @param {NotificationChoice} choice from now on */
  choose(choice) {
    this.#choice = choice;
  }

  /** @param {{room: number, events: RoomEvent[]}} frame */
  heard({ room: id, events }) {
    const room = this.#world.room(id);
    if (!room) return;
    for (const event of events) {
      if (isWanted(this.#choice, room, event, this.#world.me)) this.#await(id, event);
      else if (event.kind === 'deleted') this.#takeBack(id, (seq) => seq === event.target);
      else if (event.kind === 'erased') this.#takeBack(id, () => true);
    }
  }

  /**
   * Messages came that the connection does not deliver, because they are many. Only the newest that one wants to hear of is told, and the
   * server is asked at most once at a time for each room. What it does not answer is not told: it is counted as unread all the same.
   * @param {Range} range
   */
  async missed({ room: id, from, to }) {
    const asked = this.#missed.get(id);
    if (asked) {
      asked.to = Math.max(asked.to, to);
      return;
    }
    const { room: find, isInView, missed } = this.#world;
    const room = find(id);
    const level = room && wantedOf(this.#choice, room);
    if (!level || level === 'NOTHING' || isInView()) return;
    const range = { room: id, from, to };
    this.#missed.set(id, range);
    let end;
    /** @type {RoomEvent[]} */
    let events;
    do {
      end = range.to;
      events = await missed({ ...range }, level).catch(() => []);
    } while (range.to > end);
    // Nothing is told any more once it has been stopped.
    if (this.#missed.get(id) !== range) return;
    this.#missed.delete(id);
    this.heard({ room: id, events });
  }

  /** @param {ToldRoom} room whose read mark may have moved */
  changed({ id, read }) {
    this.#takeBack(id, (seq) => seq <= read.seq);
  }

  /** Takes everything back: the page is left, or notifications are turned off. */
  stop() {
    this.#missed.clear();
    for (const id of [...this.#shown.keys(), ...this.#waiting.keys()]) this.#takeBack(id, () => true);
  }

  /**
   * @param {number} id
   * @param {RoomEvent} event
   */
  #await(id, event) {
    // Tells other tabs that this one shows it.
    if (this.#world.isInView()) {
      this.#world.claim(id, event.seq);
      return;
    }
    const awaited = this.#waiting.get(id);
    // What was missed may be older than what came since.
    if (event.seq <= Math.max(awaited?.seq ?? 0, this.#shown.get(id)?.seq ?? 0)) return;
    this.#waiting.set(id, event);
    if (!awaited) this.#world.later(() => this.#tell(id), READ_WITHIN);
  }

  /** @param {number} id */
  #tell(id) {
    const event = this.#waiting.get(id);
    this.#waiting.delete(id);
    const { room: find, isInView, now, zone, claim, show } = this.#world;
    const room = find(id);
    if (!event || !room || isInView() || event.seq <= room.read.seq || isQuiet(this.#choice, now(), zone)) return;
    // It may have been chosen meanwhile that one does not want it.
    if (!isWanted(this.#choice, room, event, this.#world.me) || !claim(id, event.seq)) return;
    this.#shown.set(id, { seq: event.seq, close: show({ title: this.#title(room, event), body: this.#body(event), room: id, seq: event.seq }) });
    this.#ring();
  }

  #ring() {
    const { now, ring } = this.#world;
    if (!this.#choice.sound || Math.abs(now() - this.#rang) < RINGS_EVERY) return;
    this.#rang = now();
    ring();
  }

  /**
   * @param {ToldRoom} room
   * @param {RoomEvent} event
   */
  #title({ kind, name: room, people }, { name = '' }) {
    return kind === 'DIRECT' && people.length <= 2 ? name : this.#world.t('notify.title', { name: name ?? '', room });
  }

  /** @param {RoomEvent} event */
  #body({ body = '', files, mentions, room }) {
    const { t, wordsOf, me } = this.#world;
    if (!this.#choice.words) return t(room === true || mentions?.includes(me) ? 'timeline.mentions-you' : 'notify.message');
    const words = [...wordsOf({ body, files })];
    return words.length <= EXCERPT ? words.join('') : `${words.slice(0, EXCERPT).join('')}…`;
  }

  /**
   * @param {number} id
   * @param {(seq: number) => boolean} which
   */
  #takeBack(id, which) {
    const shown = this.#shown.get(id);
    if (shown && which(shown.seq)) {
      this.#shown.delete(id);
      shown.close();
    }
    const waiting = this.#waiting.get(id);
    if (waiting && which(waiting.seq)) this.#waiting.delete(id);
  }
}
