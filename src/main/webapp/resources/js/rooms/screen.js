/** The room on the screen. Another room replaces it without loading a page and over the same connection. */
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
 * @property {(store: RoomStore) => RoomSession} open begins a session in a room
 * @property {(room: number) => void} entered another room is shown
 * @property {(isHere: () => boolean) => Promise<void>} refused its messages are refused permanently; `isHere` says whether it
 *     is still on the screen, and must be checked after each wait
 */

export class RoomScreen {
  /** @type {ScreenParts} */ #parts;
  /** @type {RoomSession} */ #session;
  /** @type {Map<number, RoomSession>} */ #sessions = new Map();
  /** Results of requests from before this changed belong to a room that one has left, and are dropped. */
  #turn = 0;
  /** Ends the pause before messages are requested again. */
  #wake = () => {};

  /**
   * @param {ScreenParts} parts
   * @param {RoomSession} first of the room that the page was opened with
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

  /** The id of the room. */
  get room() {
    return this.#session.room;
  }

  get store() {
    return this.#session.store;
  }

  /** The sessions of all rooms that were shown, as long as one is a member. */
  get sessions() {
    return [...this.#sessions.values()];
  }

  /**
   * @param {number} room
   * @returns {boolean} false, without any change, if one is not a member
   */
  show(room) {
    const { rooms, timeline, box, head, entered } = this.#parts;
    const store = rooms.find(room);
    // A room that was closed while it was on the screen stays there.
    if (store === this.store || (!store && room === this.room)) return true;
    if (!store) return false;
    // On phones going back has closed the menu; elsewhere it has no entry in the history.
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
   * Fetches the messages of the room on the screen if they are not held, and restores what one was writing there.
   * @returns {Promise<void>} resolves when they are shown, or refused, or another room is on the screen
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

  /** The name, the topic or the right to post of the room on the screen has changed. */
  update() {
    const { head, box, rooms } = this.#parts;
    head.update(this.store);
    if (rooms.find(this.room)) box.close(this.#session.closed);
  }

  /**
   * Drops the sessions of rooms of which one is no longer a member; drafts are in the browser's storage. The session of the
   * room on the screen is kept until another room is shown.
   */
  dropGone() {
    for (const [room, session] of this.#sessions) {
      if (session !== this.#session && this.#parts.rooms.find(room) !== session.store) this.#sessions.delete(room);
    }
  }

  /**
   * The draft for a room.
   * @param {number} room
   */
  draftOf(room) {
    return this.#sessions.get(room)?.draft.text ?? '';
  }

  /** Repeats a failed request at once. */
  tryNow() {
    this.#wake();
  }

  /** @param {RoomStore} store */
  #sessionOf(store) {
    const known = this.#sessions.get(store.id);
    // After leaving and rejoining a room, a new session begins.
    const session = known?.store === store ? known : this.#parts.open(store);
    this.#sessions.set(store.id, session);
    return session;
  }
}
