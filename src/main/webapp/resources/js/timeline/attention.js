/**
 * Whether somebody is looking at the messages: the page is visible and has the focus, nothing covers the messages, and that
 * has been so for a moment. Passing through the window on the way to another one does not count.
 */

/** In milliseconds: how long the page must have been visible and focused. */
const MOMENT = 1_000;

export class Attention {
  /** @type {() => boolean} */ #uncovered;
  /** @type {() => void} */ #changed;
  /** @type {() => void} */ #returned;
  /** When that began, in monotonic time; -Infinity for a page that was visible from its opening on. */
  #since = -Infinity;
  #present;
  /** @type {number | undefined} */ #timer;

  /**
   * @param {() => boolean} uncovered whether the messages are visible on the page
   * @param {() => void} changed called when it began or ended
   * @param {() => void} returned called at once when the messages are visible and focused again
   */
  constructor(uncovered, changed, returned) {
    this.#uncovered = uncovered;
    this.#changed = changed;
    this.#returned = returned;
    this.#present = this.#isPresent();
    for (const what of ['focus', 'blur', 'pageshow']) addEventListener(what, () => this.look());
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** Whether somebody is looking, and has been for a moment. */
  get looking() {
    this.#update();
    return this.#present && performance.now() - this.#since >= MOMENT;
  }

  /** To be called when it may have changed, for instance because another panel was opened. */
  look() {
    this.#update();
    this.#changed();
  }

  #update() {
    const present = this.#isPresent();
    if (present === this.#present) return;
    this.#present = present;
    clearTimeout(this.#timer);
    if (!present) return;
    this.#returned();
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#changed(), MOMENT);
  }

  #isPresent() {
    return document.visibilityState === 'visible' && document.hasFocus() && this.#uncovered();
  }
}
