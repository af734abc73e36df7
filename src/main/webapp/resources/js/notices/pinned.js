/**
 * Which of the pending notices is shown above the messages: one at a time, until each is read or acknowledged, or they are
 * dismissed.
 */
import { call, Refused } from '../api/http.js';
import { retry } from '../live/retry.js';
import { serverNow } from '../shell/clock.js';
import { localStore } from '../shell/storage.js';
import { DismissedNotices } from './dismissed.js';
import { BoardCursor } from './boardcursor.js';
import { PinnedView } from './pinnedview.js';
import { Waiting } from './waiting.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

const LOOK_EVERY = 60_000;

export class Pinned {
  #waiting;
  #dismissed;
  #cursor = new BoardCursor();
  #fetched = false;
  #turn = 0;
  #view;
  /** @type {(waiting: number) => void} */ #changed;

  /**
   * @param {import('../types.js').Person} me
   * @param {string | undefined} zone the hostel's time zone
   * @param {(waiting: number) => void} changed
   */
  constructor(me, zone, changed) {
    this.#waiting = new Waiting(me.id, zone, me.role === 'ADMIN');
    this.#dismissed = new DismissedNotices(localStore(), me.id);
    this.#changed = changed;
    this.#view = new PinnedView({
      finish: (notice) => void this.#finish(notice),
      dismiss: () => {
        this.#dismissed.put(this.#waiting.list(serverNow()));
        this.#show();
      },
    });
    // Dismissed in another tab.
    addEventListener('storage', ({ key }) => {
      if (!this.#dismissed.isKey(key)) return;
      this.#dismissed.reload();
      this.#show();
    });
    // A notice expires at the end of its last day without an event.
    setInterval(() => this.#show(), LOOK_EVERY);
  }

  /** To be called when the day, the estimate of the server's clock, or the room on the screen has changed. */
  look() {
    this.#show();
  }

  /** The last number of the change log that is known here, for hello; undefined until the board has been fetched. */
  get held() {
    return this.#cursor.held;
  }

  /** @param {number | undefined} change the number of a live frame */
  heard(change) {
    this.#cursor.heard(change);
  }

  /**
   * @param {number} count the number of pending notices by the server's count
   * @param {number | undefined} changes the last number of the change log
   */
  async welcome(count, changes) {
    if (this.#cursor.welcomed(changes)) return;
    // A pending notice may have been acknowledged elsewhere, or withdrawn, while there was no connection.
    if (this.#fetched && !count && !this.#waiting.list(serverNow()).length) this.#cursor.complete();
    else await this.#fetch();
  }

  /** @param {import('../types.js').MissedBoard} missed what happened to the board while there was no connection */
  async missed(missed) {
    if (!missed.notices) {
      this.#cursor.lose();
      await this.#fetch();
      return;
    }
    this.#waiting.merge(missed.notices, missed.withdrawn);
    this.#cursor.complete();
    this.#show();
  }

  async #fetch() {
    const turn = ++this.#turn;
    this.#waiting.ask();
    // A later welcome has started a request of its own.
    const board = await retry(async () => turn === this.#turn && call('GET', '/api/notices?limit=500'));
    if (turn !== this.#turn) return;
    this.#fetched = true;
    this.#waiting.restart(board.items);
    this.#cursor.complete();
    this.#show();
  }

  /**
   * @param {LiveNotice} notice posted or edited
   * @param {{ reminded?: boolean, concerns?: boolean }} why
   * @returns {boolean} whether it has become pending, or one is reminded of it
   */
  take(notice, why) {
    const fresh = this.#waiting.take(notice, why, serverNow());
    if (why.reminded) this.#dismissed.drop(notice);
    this.#show();
    return fresh;
  }

  /** @param {import('../types.js').Receipt} receipt that one has read or acknowledged a notice, for instance on another device */
  receipt(receipt) {
    this.#waiting.receipt(receipt);
    this.#show();
  }

  /** @param {number} room of a notice that was withdrawn */
  closed(room) {
    this.#waiting.closed(room);
    this.#show();
  }

  /** @param {Notice} notice */
  async #finish(notice) {
    this.#view.work(true);
    let problem;
    try {
      await call('PUT', `/api/notices/${notice.id}/${notice.acknowledge ? `acknowledgement?version=${notice.version}` : 'read'}`);
      this.#waiting.done(notice);
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 404) this.#waiting.closed(notice.room);
      problem = /** @type {Error} */ (error).message;
    }
    this.#view.work(false, problem);
    this.#show();
  }

  /**
   * The notice to show: the first that is not dismissed. The one that is being read stays, unless a more urgent one arrives.
   * @param {Notice[]} waiting
   */
  #choose(waiting) {
    const fresh = waiting.filter((notice) => !this.#dismissed.has(notice));
    const stays = fresh.find((notice) => notice.id === this.#view.shown?.id);
    return stays && (stays.acknowledge || this.#view.isOpen || !fresh[0]?.acknowledge) ? stays : fresh[0];
  }

  #show() {
    const waiting = this.#waiting.list(serverNow());
    this.#changed(waiting.length);
    this.#view.show(this.#choose(waiting), waiting.length - 1);
  }
}
