/** Passes the server's frames to the parts of the page. */
import { t } from '../language/words.js';
import { setServerClock } from '../shell/clock.js';
import { toast } from '../shell/toast.js';
import { showPresence } from '../presence/list.js';

/** Kinds of rooms to which others add one. */
const BY_OTHERS = new Set(['GROUP', 'DIRECT']);
/** In milliseconds. A person who creates a room enters it within this time. */
const THERE_WITHIN = 2_000;

/** @typedef {import('../types.js').Welcome} Welcome */

/**
 * @typedef {object} ReceiverParts
 * @property {number} me
 * @property {import('../rooms/rooms.js').Rooms} rooms
 * @property {import('../rooms/screen.js').RoomScreen} screen
 * @property {import('../shell/roomhead.js').RoomHead} head
 * @property {import('../rooms/departures.js').Departures} departures
 * @property {import('../composer/outbox.js').Outbox} outbox
 * @property {import('../notices/pinned.js').Pinned} pinned
 * @property {import('../presence/online.js').OnlinePeople} online
 * @property {import('../rooms/own.js').OwnState} own
 * @property {Pick<ReturnType<typeof import('../shell/notifying.js').startNotifying>, 'heard' | 'missed' | 'choose'>} notifying
 * @property {(frame: {room: number, by: number, name: string}) => void} typing somebody is writing
 * @property {() => void} showLeftovers
 * @property {() => void} clockSet the server's time was received
 * @property {() => void} reload everything on this page is out of date
 */

export class Receiver {
  /** @type {ReceiverParts} */ #to;
  #epoch = '';

  /** @param {ReceiverParts} to */
  constructor(to) {
    this.#to = to;
  }

  /** @param {any} got a frame; unknown types are ignored */
  take(got) {
    const { rooms, outbox, online, pinned, me } = this.#to;
    pinned.heard(got.change);
    switch (got.type) {
      case 'welcome':
        return this.#welcome(got);
      case 'events':
        rooms.find(got.room)?.receive(got);
        return this.#to.notifying.heard(got);
      case 'limited':
        void rooms.find(got.room)?.limited(got);
        return this.#to.notifying.missed(got);
      case 'ack':
        return outbox.acknowledged(got);
      case 'refused':
        return this.#refused(got);
      case 'presence':
        online.change(got);
        return showPresence(online, me);
      case 'read':
        return rooms.find(got.room)?.learn(got.seq, got.back);
      case 'typing':
        return this.#to.typing(got);
      case 'room':
        return this.#came(got.room);
      case 'left':
        return this.#left(got.room);
      case 'notice':
        return this.#noticed(got.notice, got);
      case 'board':
        return this.#missed(got);
      case 'own':
        return this.#own(got);
      case 'receipt':
        return pinned.receipt(got);
      default:
        return undefined;
    }
  }

  /** @param {Welcome} got */
  #welcome(got) {
    const { rooms, screen, online, pinned, me, showLeftovers, clockSet, reload } = this.#to;
    // The database was restored from a backup, or another person has signed in.
    if ((this.#epoch && this.#epoch !== got.epoch) || got.me.id !== me) {
      reload();
      return;
    }
    this.#epoch = got.epoch;
    setServerClock(got.now);
    clockSet();
    rooms.welcome(got.rooms);
    this.#own(got);
    online.welcome(got.online, got.onlineCount);
    showPresence(online, me);
    // It may have been closed while there was no connection; nothing else reports that.
    if (rooms.find(screen.room)) screen.update();
    else this.#left(screen.room);
    screen.dropGone();
    showLeftovers();
    pinned.welcome(got.waitingNotices, got.changes).catch(() => {});
  }

  /** @param {import('../types.js').Own} got */
  #own(got) {
    this.#to.own.take(got);
    this.#to.notifying.choose(got.notifications);
  }

  /** @param {import('../types.js').Refused} got */
  #refused({ clientId, problem }) {
    const { outbox, own, screen } = this.#to;
    // In the reader's time zone; the refusal's own words are in the hostel's.
    const detail = (problem.type?.endsWith('/muted') && own.muted) || problem.detail;
    const why = outbox.refused(clientId, { ...problem, detail });
    if (!why) return;
    // In the room on the screen it stands under the message.
    if (!outbox.of(screen.room).some((entry) => entry.clientId === clientId)) toast(t('live.not-sent', { reason: why }));
    // One may no longer be a member of the room.
    this.#to.showLeftovers();
  }

  /** @param {import('../types.js').MissedBoard} got what happened to the board while there was no connection */
  #missed(got) {
    const { pinned, head } = this.#to;
    pinned.missed(got).catch(() => {});
    // Its name is in the welcome.
    for (const notice of got.notices ?? []) head.learn(notice);
  }

  /**
   * @param {import('../types.js').LiveNotice} notice posted or edited, or that concerns one since now
   * @param {{ reminded?: boolean, concerns?: boolean }} why
   */
  #noticed(notice, { reminded, concerns }) {
    const { pinned, rooms, screen, head } = this.#to;
    const changed = notice.editedAt && !concerns ? 'live.notice.changed' : 'live.notice.new';
    if (pinned.take(notice, { reminded, concerns })) toast(t(reminded ? 'live.notice.reminded' : changed, { title: notice.title }));
    rooms.rename(notice.room, notice.title);
    head.learn(notice);
    if (notice.room === screen.room) screen.update();
  }

  /** @param {import('../types.js').Room | import('../types.js').RoomDescription} room that one has joined, or that has changed */
  #came(room) {
    const { rooms, screen } = this.#to;
    const isNew = rooms.add(room);
    if (room.id === screen.room) screen.update();
    else if (isNew && BY_OTHERS.has(room.kind)) this.#tellSoon(room.id);
  }

  /**
   * Announces that somebody has added one to a room, unless one created the room, which one has entered by then.
   * @param {number} id
   */
  #tellSoon(id) {
    setTimeout(() => {
      const { rooms, screen } = this.#to;
      const room = rooms.find(id);
      if (room && id !== screen.room) toast(t(room.kind === 'DIRECT' ? 'live.direct.new' : 'live.room.new', { name: room.name }));
    }, THERE_WITHIN);
  }

  /** @param {number} room */
  #left(room) {
    const { rooms, pinned, screen, departures, showLeftovers } = this.#to;
    const store = rooms.find(room) ?? (room === screen.room ? screen.store : undefined);
    rooms.remove(room);
    pinned.closed(room);
    if (store) departures.left(store);
    screen.dropGone();
    showLeftovers();
  }
}
