/** What concerns oneself in all rooms: whether the office has muted one, until when and why. Uses no document. */
import { t } from '../language/words.js';
import { serverNow } from '../shell/clock.js';
import { middleTime } from '../timeline/days.js';

/** The longest delay that a timer takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

export class OwnState {
  /** @type {import('../types.js').Muted | null} */ #muted = null;
  /** @type {(ended: boolean) => void} */ #changed;
  /** @type {number | undefined} */ #timer;

  /** @param {(ended: boolean) => void} changed one is muted, until another time, or not any more */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {{muted?: import('../types.js').Muted | null}} got as the server has it now */
  take({ muted = null }) {
    const before = this.muted;
    this.#muted = muted;
    this.#watch();
    if (before !== this.muted) this.#changed(before !== '' && !this.muted);
  }

  /** Until when and why one cannot write, in words; empty if one can. */
  get muted() {
    if (!this.#muted || this.#muted.until <= serverNow()) return '';
    const time = middleTime(this.#muted.until);
    const { why } = this.#muted;
    return why ? t('rooms.closed.muted.why', { time, why }) : t('rooms.closed.muted', { time });
  }

  /** It ends by itself. The clock may be set meanwhile, so it looks again then. */
  #watch() {
    clearTimeout(this.#timer);
    if (!this.#muted) return;
    const left = this.#muted.until - serverNow();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#watch(), Math.min(left + 50, LONGEST));
      return;
    }
    this.#muted = null;
    this.#changed(true);
  }
}
