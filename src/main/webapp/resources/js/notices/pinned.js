/** The notice that waits for one, pinned above the talk: one at a time, each until one is done with it or has put them aside. */
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

/** A finger that is on its way to a button can't know that the words above it have changed. */
const UNDER_THE_FINGER = 500;
const LOOK_EVERY = 60_000;
/** Steps by which it gets smaller until it fits; notice.css knows what each leaves out. */
const TIGHTEST = 6;

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
   * @param {number} me
   * @param {string | undefined} zone the hostel's time zone
   * @param {(waiting: number) => void} changed
   */
  constructor(me, zone, changed) {
    this.#waiting = new Waiting(me, zone);
    this.#dismissed = new DismissedNotices(localStore(), me);
    this.#changed = changed;
    this.#done.addEventListener('click', () => this.#finish());
    this.#whole.addEventListener('click', () => this.#open(!this.#isOpen));
    byId('pinned-aside', HTMLButtonElement).addEventListener('click', () => {
      this.#dismissed.put(this.#waiting.list(serverNow()));
      this.#show();
    });
    // Put aside in another tab.
    addEventListener('storage', ({ key }) => {
      if (!this.#dismissed.isKey(key)) return;
      this.#dismissed.reload();
      this.#show();
    });
    addEventListener('resize', this.#fitSoon);
    // A phone that is turned, or whose keyboard comes up, has no room for the whole text and the talk.
    matchMedia('(max-height: 30rem)').addEventListener('change', ({ matches }) => {
      if (matches && this.#isOpen) this.#open(false);
    });
    // Letters of another size, a longer word on a button.
    const sizes = new ResizeObserver(this.#fitSoon);
    for (const part of [this.#title, this.#done]) sizes.observe(part);
    // The last day of a notice ends without anybody saying so.
    setInterval(() => this.#show(), LOOK_EVERY);
  }

  /** The day has changed, or what is known of the server's clock, or another room is on the screen. */
  look() {
    this.#show();
  }

  /** The last change of the board that is known here, for hello; undefined until the board has been fetched. */
  get held() {
    return this.#cursor.held;
  }

  /** @param {number | undefined} change the number of what a live frame tells */
  heard(change) {
    this.#cursor.heard(change);
  }

  /**
   * @param {number} count how many wait, as the server counts
   * @param {number | undefined} changes the last change that the server has told of
   */
  async welcome(count, changes) {
    if (this.#cursor.welcomed(changes)) return;
    // One that waits here may have been acknowledged elsewhere, or withdrawn, while there was no line.
    if (this.#fetched && !count && !this.#waiting.list(serverNow()).length) this.#cursor.complete();
    else await this.#fetch();
  }

  /** @param {import('../types.js').MissedBoard} missed what happened to the board while there was no line */
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
    // A later welcome asks by itself.
    const board = await retry(async () => turn === this.#turn && call('GET', '/api/notices?limit=500'));
    if (turn !== this.#turn) return;
    this.#fetched = true;
    this.#waiting.restart(board.items);
    this.#cursor.complete();
    this.#show();
  }

  /**
   * @param {LiveNotice} notice posted or edited
   * @returns {boolean} whether it waits for one and did not before
   */
  take(notice) {
    const fresh = this.#waiting.take(notice);
    this.#show();
    return fresh;
  }

  /** @param {import('../types.js').Receipt} receipt what one has done about a notice, on another device for instance */
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
    if (!notice || this.#busy || performance.now() - this.#changedAt < UNDER_THE_FINGER) return;
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
    // Not disabled: that would drop the focus.
    this.#done.setAttribute('aria-disabled', String(busy));
  }

  get #isOpen() {
    return this.#place.classList.contains('pinned-open');
  }

  /**
   * The one to be shown: the first that was not put aside. What one is reading stays, unless something more urgent comes.
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
    // In its own discussion a notice stands there once, not twice.
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
    // What the office counts weighs more than what only clears the screen.
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

  /** Lines are left out whole, not cut through. */
  #fit() {
    if (this.#place.hidden) return;
    const open = this.#isOpen;
    let tight = 0;
    do this.#place.dataset.tight = String(tight);
    while (!open && this.#place.scrollHeight > this.#place.clientHeight && tight++ < TIGHTEST);
    const text = this.#shown?.text ?? '';
    const cut = [this.#text, this.#title].some((part) => part.scrollHeight > part.clientHeight + 2 || !part.clientHeight);
    this.#whole.hidden = !open && !cut && preview(text) === text;
  }
}
