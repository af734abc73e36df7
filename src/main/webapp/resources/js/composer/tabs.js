/**
 * Identifies this tab, and finds out which other tabs are open: each has its own draft, and takes over only those of closed
 * tabs. Works without Web Locks, which plain http does not have.
 */
import { mintId } from './ids.js';

/**
 * How long other tabs have to answer, in milliseconds. A suspended tab does not answer; it notices when it wakes that its
 * draft was taken over.
 */
const ANSWER_WITHIN = 300;
const KEY = 'hostel.tab';

/** @typedef {{ask: string, page: string} | {here: string, page: string, settled: boolean}} TabMessage */
/** @typedef {Pick<BroadcastChannel, 'postMessage' | 'onmessage'>} Channel */

export class Tabs {
  /** Survives a reload. Replaced if this tab turns out to be a copy of another one. */
  id;
  /** Identifies this load of the page: a duplicated tab has the same {@link id}. */
  #page = mintId();
  #channel;
  #session;
  /** @type {Promise<Set<string>> | undefined} */ #others;
  /** @type {Set<string>} */ #answered = new Set();
  #settled = false;
  #isCopy = false;
  #later;
  /** A new id; later ones sort after earlier ones. */
  #fresh;

  /**
   * @param {object} world
   * @param {Channel | null} world.channel null if the browser has none: other tabs then count as closed
   * @param {Pick<Storage, 'getItem' | 'setItem'> | null} world.session the tab's session storage
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
   * Asks the other tabs, once.
   * @returns {Promise<Set<string>>} the ids of open tabs; {@link id} may be replaced meanwhile
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
    // Two tabs with the same id were restored at the same time: one must take another id.
    if (message.here === this.id && (message.settled || message.page < this.#page)) this.#isCopy = true;
  }

  #remember() {
    try {
      this.#session?.setItem(KEY, this.id);
    } catch {
      // The storage is full or not available: after a reload this tab counts as a new one.
    }
  }
}
