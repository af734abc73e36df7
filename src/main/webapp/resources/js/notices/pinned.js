/** The notice that waits for one, pinned above the talk: one at a time, each until one is done with it. */
import { call, Refused } from '../api/http.js';
import { again } from '../live/again.js';
import { serverNow } from '../shell/clock.js';
import { byId } from '../shell/dom.js';
import { linked } from '../shell/linked.js';
import { Waiting } from './waiting.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

/** A finger that is on its way to a button can't know that the words above it have changed. */
const UNDER_THE_FINGER = 500;
const LOOK_EVERY = 60_000;

export class Pinned {
  #waiting;
  #fetched = false;
  /** @type {Notice | undefined} */ #shown;
  #changedAt = 0;
  #turn = 0;
  #busy = false;
  #place = byId('pinned', HTMLElement);
  #title = byId('pinned-title', HTMLElement);
  #more = byId('pinned-more', HTMLElement);
  #text = byId('pinned-text', HTMLElement);
  #done = byId('pinned-done', HTMLButtonElement);
  #whole = byId('pinned-whole', HTMLButtonElement);
  #discuss = byId('pinned-discuss', HTMLAnchorElement);
  #problem = byId('pinned-problem', HTMLElement);
  /** @type {(waiting: number) => void} */ #changed;

  /**
   * @param {number} me
   * @param {string | undefined} zone the hostel's time zone
   * @param {(waiting: number) => void} changed
   */
  constructor(me, zone, changed) {
    this.#waiting = new Waiting(me, zone);
    this.#changed = changed;
    this.#done.addEventListener('click', () => this.#finish());
    this.#whole.addEventListener('click', () => this.#open(!this.#place.classList.contains('pinned-open')));
    // The last day of a notice ends without anybody saying so.
    setInterval(() => this.#show(), LOOK_EVERY);
  }

  /** The day has changed, or what is known of the server's clock. */
  look() {
    this.#show();
  }

  /** @param {number} unread as the house counts */
  async welcome(unread) {
    // One that waits here may have been acknowledged elsewhere, or withdrawn, while there was no line.
    if (this.#fetched && !unread && !this.#waiting.list(serverNow()).length) return;
    const turn = ++this.#turn;
    this.#waiting.ask();
    // A later welcome asks by itself.
    const board = await again(async () => turn === this.#turn && call('GET', '/api/notices?limit=500'));
    if (turn !== this.#turn) return;
    this.#fetched = true;
    this.#waiting.restart(board.items);
    this.#show();
  }

  /**
   * @param {LiveNotice} notice posted or edited
   * @returns {boolean} whether it is a new one that waits for one
   */
  take(notice) {
    const fresh = this.#waiting.take(notice);
    this.#show();
    return fresh;
  }

  /** @param {number} room of a notice that was withdrawn */
  closed(room) {
    this.#waiting.closed(room);
    this.#show();
  }

  async #finish() {
    const notice = this.#shown;
    if (!notice || this.#busy || performance.now() - this.#changedAt < UNDER_THE_FINGER) return;
    this.#work(true);
    this.#problem.hidden = true;
    try {
      await call('PUT', `/api/notices/${notice.id}/${notice.acknowledge ? 'acknowledgement' : 'read'}`);
      this.#waiting.done(notice);
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 404) this.#waiting.closed(notice.room);
      this.#problem.textContent = /** @type {Error} */ (error).message;
      this.#problem.hidden = false;
    }
    this.#work(false);
    this.#show();
  }

  /** @param {boolean} busy */
  #work(busy) {
    this.#busy = busy;
    // Not disabled: that would drop the focus.
    this.#done.setAttribute('aria-disabled', String(busy));
  }

  #show() {
    const waiting = this.#waiting.list(serverNow());
    this.#changed(waiting.length);
    const before = this.#shown;
    const notice = waiting.find((one) => one.id === before?.id) ?? waiting[0];
    this.#shown = notice;
    const focused = this.#place.contains(document.activeElement);
    this.#place.hidden = !notice;
    if (!notice && focused) byId('timeline', HTMLElement).focus({ preventScroll: true });
    // In its own discussion a notice stands there once, not twice.
    const about = document.getElementById('about');
    if (about) about.hidden = location.pathname === `/rooms/${notice?.room}`;
    if (!notice) return;
    this.#more.textContent = waiting.length > 1 ? waiting.length === 2 ? '1 more notice' : `${waiting.length - 1} more notices` : '';
    if (notice === before) return;
    this.#changedAt = performance.now();
    if (notice.id !== before?.id) this.#problem.hidden = true;
    const own = location.pathname === `/rooms/${notice.room}`;
    this.#title.replaceChildren(...(own ? ['The notice'] : linked(notice.title)));
    this.#discuss.hidden = own;
    // What the office counts weighs more than what only clears the screen.
    this.#done.className = notice.acknowledge ? 'button button-main button-small' : 'button-plain';
    this.#text.replaceChildren(...linked(notice.text));
    this.#done.textContent = notice.acknowledge ? 'Yes, I have read it' : 'OK';
    this.#discuss.href = `/rooms/${notice.room}`;
    this.#open(notice.id === before?.id && this.#place.classList.contains('pinned-open'));
  }

  /** @param {boolean} open */
  #open(open) {
    this.#place.classList.toggle('pinned-open', open);
    const more = open || this.#text.scrollHeight > this.#text.clientHeight + 2;
    this.#whole.hidden = !more;
    this.#whole.textContent = open ? 'Show less' : 'Show all';
    this.#whole.setAttribute('aria-expanded', String(open));
  }
}
