/**
 * What belongs to the text that one is writing in a room: the message that it answers, and whom it mentions. Kept in this tab, over a
 * reload, as long as the draft is.
 */
import { sessionStore } from '../shell/storage.js';

/** @typedef {import('../timeline/said.js').Quote} Quote */
/** @typedef {{replyTo?: Quote, mentions?: number[], everybody?: boolean}} Referring what is posted with the words */

/** Stands for everybody in the room. No account has this number. */
export const EVERYBODY = 0;

export class References {
  /** @type {Quote | null} */ #answered = null;
  /** @type {Map<number, string>} names as they stand in the text, by account */ #mentioned = new Map();
  #key;
  #storage = sessionStore();

  /**
   * @param {number} user
   * @param {number} room
   */
  constructor(user, room) {
    this.#key = `hostel.reply.${user}.${room}`;
    try {
      const { answered = null, mentioned = [] } = JSON.parse(this.#storage?.getItem(this.#key) ?? '{}');
      this.#answered = answered;
      this.#mentioned = new Map(mentioned);
    } catch {
      // Nothing that this page has written: it begins without.
    }
  }

  /** The message that one answers. */
  get answered() {
    return this.#answered;
  }

  /** @param {Quote | null} quote */
  answer(quote) {
    this.#answered = quote;
    this.#save();
  }

  /**
   * A name was completed in the text.
   * @param {number} person an account, or {@link EVERYBODY}
   * @param {string} name as it stands there, with its sign
   */
  mention(person, name) {
    this.#mentioned.set(person, name);
    this.#save();
  }

  /**
   * What is posted with a text: of those mentioned, whose names still stand in it.
   * @param {string} body
   * @returns {Referring}
   */
  take(body) {
    const people = [...this.#mentioned].filter(([, name]) => body.includes(name)).map(([id]) => id);
    const mentions = people.filter((id) => id !== EVERYBODY);
    /** @type {Referring} */
    const taken = {
      ...(this.#answered && { replyTo: this.#answered }),
      ...(mentions.length && { mentions }),
      ...(people.length > mentions.length && { everybody: true }),
    };
    this.#mentioned.clear();
    this.answer(null);
    return taken;
  }

  #save() {
    const isEmpty = !this.#answered && !this.#mentioned.size;
    try {
      if (isEmpty) this.#storage?.removeItem(this.#key);
      else this.#storage?.setItem(this.#key, JSON.stringify({ answered: this.#answered, mentioned: [...this.#mentioned] }));
    } catch {
      // A full storage: it holds until the page is left.
    }
  }
}
