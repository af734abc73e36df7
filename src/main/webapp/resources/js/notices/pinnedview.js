/** The banner above the messages: one pending notice, shortened until it fits, or in full. */
import { number } from '../language/locale.js';
import { counted, t } from '../language/words.js';
import { byId, el } from '../shell/dom.js';
import { onceAFrame } from '../shell/frame.js';
import { linkify } from '../shell/linkify.js';
import { preview } from './preview.js';

/** @typedef {import('../types.js').Notice} Notice */

/**
 * In milliseconds. The button is inactive for this time after the notice changes, because a tap may have been meant for the
 * previous one.
 */
const IGNORE_TAPS_FOR = 500;
/** The number of steps in which the banner shrinks until it fits; notice.css defines what each step hides. */
const SMALLEST = 6;

export class PinnedView {
  /** @type {Notice | undefined} */ #shown;
  #changedAt = 0;
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

  /** @param {{ finish: (notice: Notice) => void, dismiss: () => void }} acts what its buttons do */
  constructor({ finish, dismiss }) {
    this.#done.addEventListener('click', () => {
      if (this.#shown && !this.#busy && performance.now() - this.#changedAt >= IGNORE_TAPS_FOR) finish(this.#shown);
    });
    this.#whole.addEventListener('click', () => this.#open(!this.isOpen));
    byId('pinned-aside', HTMLButtonElement).addEventListener('click', dismiss);
    addEventListener('resize', this.#fitSoon);
    // A phone was rotated, or its keyboard opened: there is no room for both the full text and the messages.
    matchMedia('(max-height: 30rem)').addEventListener('change', ({ matches }) => {
      if (matches && this.isOpen) this.#open(false);
    });
    // Another font size, or a longer label.
    const sizes = new ResizeObserver(this.#fitSoon);
    for (const part of [this.#title, this.#done]) sizes.observe(part);
  }

  /** The notice in the banner. */
  get shown() {
    return this.#shown;
  }

  /** Whether its full text is shown. */
  get isOpen() {
    return this.#place.classList.contains('pinned-open');
  }

  /** A call to the server begins or ends; a problem is shown until another notice comes. @param {boolean} busy @param {string} [problem] */
  work(busy, problem) {
    this.#busy = busy;
    // Not `disabled`, which would lose the focus.
    this.#done.setAttribute('aria-disabled', String(busy));
    if (busy || problem) this.#problem.hidden = !problem;
    this.#problem.textContent = problem ?? '';
  }

  /**
   * @param {Notice | undefined} notice
   * @param {number} others how many more are pending
   */
  show(notice, others) {
    const before = this.#shown;
    this.#shown = notice;
    const focused = this.#place.contains(document.activeElement);
    this.#place.hidden = !notice;
    if (!notice && focused) byId('timeline', HTMLElement).focus({ preventScroll: true });
    // In its own discussion the notice's text is shown once, not twice.
    const about = document.getElementById('about');
    about?.toggleAttribute('data-pinned', location.pathname === `/rooms/${notice?.room}`);
    if (!notice) return;
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
    this.#open(notice.id === before?.id && this.isOpen);
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
    const open = this.isOpen;
    let tight = 0;
    do this.#place.dataset.tight = String(tight);
    while (!open && this.#place.scrollHeight > this.#place.clientHeight && tight++ < SMALLEST);
    const text = this.#shown?.text ?? '';
    const cut = [this.#text, this.#title].some((part) => part.scrollHeight > part.clientHeight + 2 || !part.clientHeight);
    this.#whole.hidden = !open && !cut && preview(text) === text;
  }
}
