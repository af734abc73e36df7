/** Whom one may mention in a room, by the beginning of any word of the name, in any script. */

/** @typedef {{id: number, name: string}} Person */

/** Of a room with members so many are fetched; beyond, those of the first pages are found. */
const MOST_MEMBERS = 2_000;
const SHOWN = 8;
/** What goes on longer is no name. */
const MOST_WORDS = 3;

/** Without case, width and accents; the vowel signs of Indian scripts distinguish words and are kept. @param {string} text */
export const fold = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase();

/**
 * @param {Person[]} people
 * @param {string} typed after the sign
 * @param {number} me
 * @returns {Person[]} those in whose name a word begins so, oneself left out
 */
export function matching(people, typed, me) {
  const wanted = fold(typed);
  return people.filter(({ id, name }) => id !== me && fold(` ${name}`).includes(` ${wanted}`)).slice(0, SHOWN);
}

/**
 * What is typed right before the cursor after a sign that begins a word.
 * @param {string} text up to the cursor
 * @returns {string | null} null if no name is being typed
 */
export function typedName(text) {
  const found = /(?:^|[\s([{"'“‘])@([^\s@][^\n@]{0,39}|)$/u.exec(text);
  return found && found[1].split(/\s+/).length <= MOST_WORDS ? found[1] : null;
}

export class PeopleOf {
  #call;
  /** @type {Map<number, Person[]>} members of rooms that have members */ #members = new Map();

  /** @param {(method: string, path: string) => Promise<any>} call */
  constructor(call) {
    this.#call = call;
  }

  /**
   * @param {{id: number, kind: string, people: Person[]}} room
   * @param {string} typed
   * @param {number} me
   * @returns {Promise<Person[]>}
   */
  async find(room, typed, me) {
    if (room.kind === 'DIRECT') return matching(room.people, typed, me);
    // Everybody is in these; the server knows who begins so.
    if (room.kind === 'COMMON' || room.kind === 'NOTICE') {
      if (!typed.trim()) return [];
      return matching((await this.#call('GET', `/api/people?text=${encodeURIComponent(typed.trim())}`)).items, typed, me);
    }
    return matching(await this.#membersOf(room.id), typed, me);
  }

  /** @param {number} room */
  async #membersOf(room) {
    const known = this.#members.get(room);
    if (known) return known;
    /** @type {Person[]} */
    const members = [];
    let after = 0;
    do {
      const page = await this.#call('GET', `/api/rooms/${room}/members?after=${after}&limit=500`);
      members.push(...page.items);
      after = page.next;
    } while (after && members.length < MOST_MEMBERS);
    this.#members.set(room, members);
    // Who came in meanwhile is to be found, too.
    setTimeout(() => this.#members.delete(room), 60_000);
    return members;
  }
}
