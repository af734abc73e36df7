/**
 * Whether somebody is looking at the talk: the page is visible and has the focus, nothing covers the talk, and that has been
 * so for a moment. Passing through a window on the way to another is no reading.
 */

/** So long, in milliseconds, one has been back before anything counts as looked at. */
const MOMENT = 1_000;

export class Attention {
  /** @type {() => boolean} */ #uncovered;
  /** @type {() => void} */ #changed;
  /** When it began, by the clock that only goes forward; -Infinity for a page that was looked at from its opening on. */
  #since = -Infinity;
  #present;
  /** @type {number | undefined} */ #timer;

  /**
   * @param {() => boolean} uncovered whether the talk can be seen on this page
   * @param {() => void} changed it began or ended
   */
  constructor(uncovered, changed) {
    this.#uncovered = uncovered;
    this.#changed = changed;
    this.#present = this.#isPresent();
    for (const what of ['focus', 'blur', 'pageshow']) addEventListener(what, () => this.look());
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** Whether somebody looks, and has for a moment. */
  get looking() {
    this.#update();
    return this.#present && performance.now() - this.#since >= MOMENT;
  }

  /** Something happened that may have changed it, such as another panel that was opened. */
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
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#changed(), MOMENT);
  }

  #isPresent() {
    return document.visibilityState === 'visible' && document.hasFocus() && this.#uncovered();
  }
}
