/**
 * The banner above the messages that shows pending notices, one at a time, until each is read or acknowledged, or they are
 * dismissed.
 */
import { call, Refused } from '../api/http.js';
import { number } from '../language/locale.js';
import { counted, t } from '../language/words.js';
import { retry } from '../live/retry.js';
import { serverNow } from '../shell/clock.js';
import { byId, el } from '../shell/dom.js';
import { onceAFrame } from '../shell/frame.js';
import { linkify } from '../shell/linkify.js';
import { localStore } from '../shell/storage.js';
import { DismissedNotices } from './dismissed.js';
import { BoardCursor } from './boardcursor.js';
import { preview } from './preview.js';
import { Waiting } from './waiting.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

/**
 * In milliseconds. The button is inactive for this time after the notice changes, because a tap may have been meant for the
 * previous one.
 */
const IGNORE_TAPS_FOR = 500;
const LOOK_EVERY = 60_000;
/** The number of steps in which the banner shrinks until it fits; notice.css defines what each step hides. */
const SMALLEST = 6;

export class Pinned {
  #waiting;
  #dismissed;
  #cursor = new BoardCursor();
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
  #changedWords = byId('pinned-changed', HTMLElement);
  #problem = byId('pinned-problem', HTMLElement);
  /** Whether it was shown in its own discussion. */
  #wasOwn = false;
  #fitSoon = onceAFrame(() => this.#fit());
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
    this.#done.addEventListener('click', () => this.#finish());
    this.#whole.addEventListener('click', () => this.#open(!this.#isOpen));
    byId('pinned-aside', HTMLButtonElement).addEventListener('click', () => {
      this.#dismissed.put(this.#waiting.list(serverNow()));
      this.#show();
    });
    // Dismissed in another tab.
    addEventListener('storage', ({ key }) => {
      if (!this.#dismissed.isKey(key)) return;
      this.#dismissed.reload();
      this.#show();
    });
    addEventListener('resize', this.#fitSoon);
    // A phone was rotated, or its keyboard opened: there is no room for both the full text and the messages.
    matchMedia('(max-height: 30rem)').addEventListener('change', ({ matches }) => {
      if (matches && this.#isOpen) this.#open(false);
    });
    // Another font size, or a longer label.
    const sizes = new ResizeObserver(this.#fitSoon);
    for (const part of [this.#title, this.#done]) sizes.observe(part);
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

  async #finish() {
    const notice = this.#shown;
    if (!notice || this.#busy || performance.now() - this.#changedAt < IGNORE_TAPS_FOR) return;
    this.#work(true);
    this.#problem.hidden = true;
    try {
      await call('PUT', `/api/notices/${notice.id}/${notice.acknowledge ? `acknowledgement?version=${notice.version}` : 'read'}`);
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
    // Not `disabled`, which would lose the focus.
    this.#done.setAttribute('aria-disabled', String(busy));
  }

  get #isOpen() {
    return this.#place.classList.contains('pinned-open');
  }

  /**
   * The notice to show: the first that is not dismissed. The one that is being read stays, unless a more urgent one arrives.
   * @param {Notice[]} waiting
   */
  #choose(waiting) {
    const fresh = waiting.filter((notice) => !this.#dismissed.has(notice));
    const stays = fresh.find((notice) => notice.id === this.#shown?.id);
    return stays && (stays.acknowledge || this.#isOpen || !fresh[0]?.acknowledge) ? stays : fresh[0];
  }

  #show() {
    const waiting = this.#waiting.list(serverNow());
    this.#changed(waiting.length);
    const before = this.#shown;
    const notice = this.#choose(waiting);
    this.#shown = notice;
    const focused = this.#place.contains(document.activeElement);
    this.#place.hidden = !notice;
    if (!notice && focused) byId('timeline', HTMLElement).focus({ preventScroll: true });
    // In its own discussion the notice's text is shown once, not twice.
    const about = document.getElementById('about');
    about?.toggleAttribute('data-pinned', location.pathname === `/rooms/${notice?.room}`);
    if (!notice) return;
    const others = waiting.length - 1;
    this.#more.replaceChildren(...(others ? [el('span', {}, counted('notices.more', others))] : []));
    this.#more.dataset.short = others ? `+${number(others)}` : '';
    this.#fitSoon();
    const own = location.pathname === `/rooms/${notice.room}`;
    if (notice === before && own === this.#wasOwn) return;
    this.#wasOwn = own;
    this.#changedAt = performance.now();
    if (notice.id !== before?.id) this.#problem.hidden = true;
    this.#title.replaceChildren(...(own ? [t('notices.own')] : linkify(notice.title)));
    this.#discuss.hidden = own;
    this.#changedWords.hidden = !notice.acknowledge || notice.acknowledgedVersion === undefined;
    // An acknowledgement, which officials count, gets the prominent button.
    this.#done.className = notice.acknowledge ? 'button button-main button-small' : 'button-plain';
    this.#done.textContent = t(notice.acknowledge ? 'notices.confirm' : 'notices.ok');
    this.#discuss.href = `/rooms/${notice.room}`;
    this.#open(notice.id === before?.id && this.#isOpen);
  }

  /** @param {boolean} open */
  #open(open) {
    const text = this.#shown?.text ?? '';
    this.#place.classList.toggle('pinned-open', open);
    this.#text.replaceChildren(...linkify(open ? text : preview(text)));
    this.#whole.textContent = t(open ? 'shell.less' : 'shell.whole');
    this.#whole.setAttribute('aria-expanded', String(open));
    this.#fit();
  }

  /** Hides whole lines rather than cutting one. */
  #fit() {
    if (this.#place.hidden) return;
    const open = this.#isOpen;
    let tight = 0;
    do this.#place.dataset.tight = String(tight);
    while (!open && this.#place.scrollHeight > this.#place.clientHeight && tight++ < SMALLEST);
    const text = this.#shown?.text ?? '';
    const cut = [this.#text, this.#title].some((part) => part.scrollHeight > part.clientHeight + 2 || !part.clientHeight);
    this.#whole.hidden = !open && !cut && preview(text) === text;
  }
}
