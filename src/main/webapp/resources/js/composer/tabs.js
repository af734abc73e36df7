/**
 * Which of a browser's tabs this is, and which others are open: each keeps its own draft, and takes over only what a tab left
 * that is closed by now. Without Web Locks, which plain http does not have.
 */
import { mintId } from './ids.js';

/** How long the others have to answer. One that sleeps does not, and learns of what was taken over when it wakes. */
const ANSWER_WITHIN = 300;
const KEY = 'hostel.tab';

/** @typedef {{ask: string, page: string} | {here: string, page: string, settled: boolean}} TabMessage */
/** @typedef {Pick<BroadcastChannel, 'postMessage' | 'onmessage'>} Channel */

export class Tabs {
  /** Stays over a reload; another one once it turns out that this tab is a copy. */
  id;
  /** Which load of a page this is: a tab that was duplicated has the other's id, too. */
  #page = mintId();
  #channel;
  #session;
  /** @type {Promise<Set<string>> | undefined} */ #others;
  /** @type {Set<string>} */ #answered = new Set();
  #settled = false;
  #isCopy = false;
  #later;
  /** Later ones sort behind earlier ones. */
  #fresh;

  /**
   * @param {object} world
   * @param {Channel | null} world.channel null where the browser has none: the others count as closed
   * @param {Pick<Storage, 'getItem' | 'setItem'> | null} world.session what this tab alone remembers
   * @param {() => number} [world.now]
   * @param {(run: () => void, after: number) => unknown} [world.later]
   */
  constructor({ channel, session, now = () => Date.now(), later = (run, after) => setTimeout(run, after) }) {
    this.#channel = channel;
    this.#session = session;
    this.#later = later;
    this.#fresh = () => `${now().toString(36)}-${mintId()}`;
    this.id = session?.getItem(KEY) ?? this.#fresh();
    this.#remember();
    if (channel) channel.onmessage = ({ data }) => this.#hear(data);
  }

  /**
   * Asks the others once.
   * @returns {Promise<Set<string>>} the ids of those that are open; {@link id} may be another one from then on
   */
  others() {
    this.#others ??= new Promise((resolve) => {
      const settle = () => {
        this.#settled = true;
        if (this.#isCopy) {
          this.id = this.#fresh();
          this.#remember();
        }
        resolve(this.#answered);
      };
      if (!this.#channel) return settle();
      this.#channel.postMessage({ ask: this.id, page: this.#page });
      this.#later(settle, ANSWER_WITHIN);
    });
    return this.#others;
  }

  /** @param {TabMessage} message */
  #hear(message) {
    if ('ask' in message) {
      this.#channel?.postMessage({ here: this.id, page: this.#page, settled: this.#settled });
      return;
    }
    if (this.#settled) return;
    this.#answered.add(message.here);
    // Of two that were restored together, one has to give way.
    if (message.here === this.id && (message.settled || message.page < this.#page)) this.#isCopy = true;
  }

  #remember() {
    try {
      this.#session?.setItem(KEY, this.id);
    } catch {
      // Full or closed: after a reload this tab is taken for a new one.
    }
  }
}
