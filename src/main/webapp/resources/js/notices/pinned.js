/** The notice that waits for one, pinned above the talk: one at a time, the newest first. */
import { call } from '../api/http.js';
import { byId } from '../shell/dom.js';
import { Waiting } from './waiting.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').LiveNotice} LiveNotice */

export class Pinned {
  #waiting;
  #fetched = false;
  #place = byId('pinned', HTMLElement);
  #title = byId('pinned-title', HTMLElement);
  #text = byId('pinned-text', HTMLElement);
  #done = byId('pinned-done', HTMLButtonElement);
  #whole = byId('pinned-whole', HTMLButtonElement);
  #discuss = byId('pinned-discuss', HTMLAnchorElement);
  #problem = byId('pinned-problem', HTMLElement);
  /** @type {(waiting: number) => void} */ #changed;

  /**
   * @param {number} me
   * @param {(waiting: number) => void} changed
   */
  constructor(me, changed) {
    this.#waiting = new Waiting(me);
    this.#changed = changed;
    this.#done.addEventListener('click', () => this.#finish());
    this.#whole.addEventListener('click', () => this.#open(!this.#place.classList.contains('pinned-open')));
  }

  /** @param {number} unread as the house counts */
  async welcome(unread) {
    if (this.#fetched && !unread) return;
    const { items } = await call('GET', '/api/notices?limit=500');
    this.#fetched = true;
    this.#waiting.restart(items);
    this.#show();
  }

  /** @param {LiveNotice} notice posted or edited */
  take(notice) {
    this.#waiting.take(notice);
    this.#show();
  }

  /** @param {number} room of a notice that was withdrawn */
  closed(room) {
    this.#waiting.closed(room);
    this.#show();
  }

  async #finish() {
    const [notice] = this.#waiting.list;
    this.#problem.hidden = true;
    try {
      await call('PUT', `/api/notices/${notice.id}/${notice.acknowledge ? 'acknowledgement' : 'read'}`);
      this.#waiting.done(notice);
      this.#show();
    } catch (error) {
      this.#problem.textContent = /** @type {Error} */ (error).message;
      this.#problem.hidden = false;
    }
  }

  #show() {
    const waiting = this.#waiting.list;
    const [notice] = waiting;
    this.#changed(waiting.length);
    this.#place.hidden = !notice;
    // In its own discussion a notice stands there once, not twice.
    const about = document.getElementById('about');
    if (about) about.hidden = location.pathname === `/rooms/${notice?.room}`;
    if (!notice) return;
    this.#title.textContent = notice.title;
    this.#text.textContent = notice.text;
    this.#done.textContent = notice.acknowledge ? 'Yes, I have read it' : 'Got it';
    this.#discuss.href = `/rooms/${notice.room}`;
    this.#open(false);
  }

  /** @param {boolean} open */
  #open(open) {
    this.#place.classList.toggle('pinned-open', open);
    const more = open || this.#text.scrollHeight > this.#text.clientHeight + 2;
    this.#whole.hidden = !more;
    this.#whole.textContent = open ? 'Less' : 'Read it all';
    this.#whole.setAttribute('aria-expanded', String(open));
  }
}
