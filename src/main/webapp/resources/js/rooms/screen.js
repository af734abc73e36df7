/** Which room is on the screen. Another one takes its place without a new page and without a new line. */
import { retry } from '../live/retry.js';
import { closeMenu } from '../shell/menu.js';

/** @typedef {import('./session.js').RoomSession} RoomSession */
/** @typedef {import('./store.js').RoomStore} RoomStore */

/**
 * @typedef {object} ScreenParts
 * @property {import('./rooms.js').Rooms} rooms
 * @property {import('../timeline/timeline.js').Timeline} timeline
 * @property {import('../composer/box.js').Box} box
 * @property {import('../shell/roomhead.js').RoomHead} head
 * @property {(store: RoomStore) => RoomSession} open begins in a room
 * @property {(room: number) => void} entered another room is on the screen
 * @property {(isHere: () => boolean) => Promise<void>} refused its messages are refused, for good; whether it is still on the screen, to be asked after each wait
 */

export class RoomScreen {
  /** @type {ScreenParts} */ #parts;
  /** @type {RoomSession} */ #session;
  /** @type {Map<number, RoomSession>} */ #sessions = new Map();
  /** What was asked for in a room that one has left since is not shown any more. */
  #turn = 0;
  /** Ends the pause before the messages are asked for once more. */
  #wake = () => {};

  /**
   * @param {ScreenParts} parts
   * @param {RoomSession} first of the room that the page came with
   */
  constructor(parts, first) {
    this.#parts = parts;
    this.#session = first;
    this.#sessions.set(first.room, first);
    parts.rooms.hold(first.room);
  }

  get session() {
    return this.#session;
  }

  /** The number of the room. */
  get room() {
    return this.#session.room;
  }

  get store() {
    return this.#session.store;
  }

  /** Of every room that was on the screen, as long as one is in it. */
  get sessions() {
    return [...this.#sessions.values()];
  }

  /**
   * @param {number} room
   * @returns {boolean} false if one is not in this room: nothing changes
   */
  show(room) {
    const { rooms, timeline, box, head, entered } = this.#parts;
    const store = rooms.find(room);
    // One that was closed while it was on the screen stays there.
    if (store === this.store || (!store && room === this.room)) return true;
    if (!store) return false;
    // On a phone Back has closed it; elsewhere no step of the history stands for it.
    closeMenu();
    const session = this.#sessionOf(store);
    session.writing.closed = session.closed;
    this.#session = session;
    this.dropGone();
    rooms.hold(room);
    head.show(store);
    timeline.enter(session.reading);
    box.enter(session.writing);
    void this.fill();
    entered(room);
    return true;
  }

  /**
   * Has the messages of the room on the screen fetched, if they are not held, and goes on with what was begun there.
   * @returns {Promise<void>} resolved when they stand there, or are refused, or another room is on the screen
   */
  async fill() {
    const { timeline, box, refused } = this.#parts;
    const session = this.#session;
    const turn = ++this.#turn;
    const settled = session.settle((text) => {
      if (session === this.#session) box.replaceDraft(text);
    });
    try {
      await retry(async () => {
        if (turn === this.#turn) await timeline.open();
      }, (ms) => new Promise((done) => {
        this.#wake = () => done(undefined);
        setTimeout(done, ms);
      }));
    } catch {
      if (turn === this.#turn) await refused(() => turn === this.#turn);
    }
    await settled;
    if (turn === this.#turn) box.resume((seq) => session.find(seq));
  }

  /** The room on the screen has another name or topic, or other people may post. */
  update() {
    const { head, box, rooms } = this.#parts;
    head.update(this.store);
    if (rooms.find(this.room)) box.close(this.#session.closed);
  }

  /**
   * Forgets what one had begun in rooms that one is not in any more; what one was writing there is in the browser's storage. That of the
   * room on the screen stays until one goes to another.
   */
  dropGone() {
    for (const [room, session] of this.#sessions) {
      if (session !== this.#session && this.#parts.rooms.find(room) !== session.store) this.#sessions.delete(room);
    }
  }

  /**
   * What one was writing in a room.
   * @param {number} room
   */
  draftOf(room) {
    return this.#sessions.get(room)?.draft.text ?? '';
  }

  /** Asks at once for what could not be fetched. */
  tryNow() {
    this.#wake();
  }

  /** @param {RoomStore} store */
  #sessionOf(store) {
    const known = this.#sessions.get(store.id);
    // Whoever left a room and came back begins anew.
    const session = known?.store === store ? known : this.#parts.open(store);
    this.#sessions.set(store.id, session);
    return session;
  }
}
