/** Marks notices that arrive while the board is open as read, once they were on the screen while the page had the focus. */
import { call } from '../api/http.js';
import { counted } from '../language/words.js';

export class Seen {
  #button;
  /** @type {Set<HTMLElement>} arrived and not on the screen yet */ #unseen = new Set();
  /** @type {Set<HTMLElement>} on the screen */ #shown = new Set();
  #watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#shown.add(/** @type {HTMLElement} */ (target));
      else this.#shown.delete(/** @type {HTMLElement} */ (target));
    }
    this.#look();
  });

  /** @param {HTMLButtonElement} button shows how many new ones are not on the screen, and scrolls to them */
  constructor(button) {
    this.#button = button;
    button.addEventListener('click', () => {
      const title = this.#first?.querySelector('h2');
      title?.scrollIntoView({ block: 'center' });
      title?.focus({ preventScroll: true });
    });
    addEventListener('focus', () => this.#look());
    document.addEventListener('visibilitychange', () => this.#look());
  }

  /** @param {HTMLElement} added */
  watch(added) {
    const title = added.querySelector('h2');
    if (!added.classList.contains('notice-new') || !title) return;
    this.#unseen.add(title);
    this.#watch.observe(title);
    this.#tell();
  }

  /** The uppermost one that still exists. */
  get #first() {
    return [...document.querySelectorAll('#board > article')].find((article) => [...this.#unseen].some((title) => article.contains(title)));
  }

  #look() {
    if (document.visibilityState === 'hidden' || !document.hasFocus()) return;
    for (const title of this.#shown) {
      this.#shown.delete(title);
      this.#unseen.delete(title);
      this.#watch.unobserve(title);
      const id = title.closest('article')?.id.replace('notice-', '');
      // A failure is ignored: the next visit marks it.
      if (id) call('PUT', `/api/notices/${id}/read`).catch(() => {});
    }
    this.#tell();
  }

  #tell() {
    for (const title of this.#unseen) if (!title.isConnected) this.#unseen.delete(title);
    const count = this.#unseen.size;
    this.#button.hidden = !count;
    this.#button.textContent = counted('notices.new', count);
  }
}
