/** What stands above the first row: the beginning of the room, or how the fetching of what came before is going. */
import { el } from '../shell/dom.js';

export class Head {
  /** @type {HTMLElement} */ #place;
  /** @type {() => void} */ #again;
  #state = '';

  /**
   * @param {HTMLElement} place
   * @param {() => void} again
   */
  constructor(place, again) {
    this.#place = place;
    this.#again = again;
  }

  /** @param {'first' | 'idle' | 'loading' | 'failed'} state */
  show(state) {
    if (this.#state === state) return;
    this.#state = state;
    this.#place.replaceChildren(...this.#words(state));
  }

  /** @param {string} state */
  #words(state) {
    if (state === 'first') return [el('strong', {}, 'This is where it begins.'), 'What is said here stays for those who come later.'];
    if (state === 'loading') return ['Fetching what was said before …'];
    if (state !== 'failed') return [];
    const again = el('button', { type: 'button', class: 'button button-small' }, 'Try again');
    again.addEventListener('click', this.#again);
    return [el('p', {}, 'What was said before could not be fetched.'), again];
  }
}
