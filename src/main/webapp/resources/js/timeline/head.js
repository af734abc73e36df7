/** What is above the first row: the beginning of the room, or the state of loading earlier messages. */
import { t } from '../language/words.js';
import { beginning } from '../rooms/words.js';
import { el } from '../shell/dom.js';

/** At first it contains what the server rendered: that messages are being loaded. */
export class Head {
  /** @type {HTMLElement} */ #place;
  /** @type {() => void} */ #again;
  #shown = '';
  #kind = '';
  /** @type {'idle' | 'loading' | 'failed'} */ #state = 'idle';
  /** Results of requests for an earlier room are ignored. */
  #turn = 0;

  /**
   * @param {HTMLElement} place
   * @param {() => void} again
   */
  constructor(place, again) {
    this.#place = place;
    this.#again = again;
  }

  /** Nothing is being loaded, and no failure waits for the reader's retry. */
  get idle() {
    return this.#state === 'idle';
  }

  /**
   * @param {boolean} first whether the room's first message is shown
   * @param {string} kind the kind of the room
   */
  render(first, kind) {
    this.#kind = kind;
    this.#show(first ? 'first' : this.#state);
  }

  /**
   * @param {() => Promise<void>} fetch
   * @returns {Promise<boolean>} whether it succeeded
   */
  async during(fetch) {
    const turn = this.#turn;
    this.#state = 'loading';
    this.#show('loading');
    let state = /** @type {'idle' | 'failed'} */ ('idle');
    try {
      await fetch();
    } catch {
      state = 'failed';
    }
    if (turn !== this.#turn) return false;
    this.#state = state;
    return this.idle;
  }

  /** Another room is shown, with no messages yet. */
  reset() {
    this.#turn++;
    this.#state = 'idle';
    this.#show('opening');
  }

  /** The room's messages are refused permanently. */
  refuse() {
    this.#show('refused');
  }

  /** @param {string} state */
  #show(state) {
    if (this.#shown === state) return;
    this.#shown = state;
    this.#place.replaceChildren(...this.#words(state));
  }

  /** @param {string} state */
  #words(state) {
    if (state === 'first') {
      const [title, words] = beginning(this.#kind);
      return [el('strong', {}, title), words];
    }
    if (state === 'opening') return [el('p', { class: 'loading' }, t('timeline.opening'))];
    if (state === 'loading') return [t('timeline.earlier.loading')];
    if (state === 'refused') return [t('timeline.refused')];
    if (state !== 'failed') return [];
    const again = el('button', { type: 'button', class: 'button button-small' }, t('timeline.try-again'));
    again.addEventListener('click', this.#again);
    return [el('p', {}, t('timeline.earlier.failed')), again];
  }
}
