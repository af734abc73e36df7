/**
 * What belongs to the text that one is writing in a room: the message that it answers, and whom it mentions. Kept in this tab, over a
 * reload, as long as the draft is.
 */
import { sessionStore } from '../shell/storage.js';

/** @typedef {import('../timeline/said.js').Quote} Quote */
/** @typedef {{replyTo?: Quote, mentions?: number[], everybody?: boolean, names?: [number, string][]}} Referring what is posted with the words; the names stay here */

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
    // Of two who are called the same the last one chosen is meant.
    for (const [other, named] of this.#mentioned) if (named === name) this.#mentioned.delete(other);
    this.#mentioned.set(person, name);
    this.#save();
  }

  /**
   * What is posted with a text: of those mentioned, whose names still stand in it.
   * @param {string} body
   * @returns {Referring}
   */
  take(body) {
    const names = standing(body, [...this.#mentioned]);
    const people = names.map(([id]) => id);
    const mentions = people.filter((id) => id !== EVERYBODY);
    /** @type {Referring} */
    const taken = {
      ...(this.#answered && { replyTo: this.#answered }),
      ...(mentions.length && { mentions }),
      ...(people.length > mentions.length && { everybody: true }),
      ...(names.length && { names }),
    };
    this.#mentioned.clear();
    this.answer(null);
    return taken;
  }

  /**
   * What was taken with a text belongs to the text in the box again. A message that one answers meanwhile stays.
   * @param {Referring} taken
   */
  restore({ replyTo, names = [] }) {
    for (const [person, name] of names) this.mention(person, name);
    if (replyTo && !this.#answered) this.answer(replyTo);
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

/**
 * Those whose names stand in a text: as a whole, so that a name is not found in the beginning of a longer one.
 * @param {string} body
 * @param {[number, string][]} mentioned
 */
function standing(body, mentioned) {
  let left = body;
  return mentioned.sort(([, a], [, b]) => b.length - a.length).filter(([, name]) => {
    const without = left.replace(new RegExp(`${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{M}\\p{N}])`, 'gu'), '\n');
    const stands = without !== left;
    left = without;
    return stands;
  });
}
