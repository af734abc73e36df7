/** What is half written, per person, room and tab, kept in the browser: the draft, and edits that were begun. */
import { localStore } from '../shell/storage.js';

/** @typedef {import('./tabs.js').Tabs} Tabs */

const DRAFT = 'hostel.draft.';
const EDITS = 'hostel.edits.';

/** @param {() => void} write */
function dare(write) {
  try {
    write();
  } catch {
    // Full or closed: the text stays in the box.
  }
}

/**
 * What tabs left that are closed by now, the newest first. Until each tab kept its own, keys ended with the room.
 * @param {string} prefix
 * @param {string} own
 * @param {Set<string>} open
 */
function leftBehind(prefix, own, open) {
  return allKeys().filter((key) => key !== own && (key === prefix || (key.startsWith(`${prefix}.`) && !open.has(key.slice(prefix.length + 1)))))
    .sort().reverse();
}

function allKeys() {
  const storage = localStore();
  return storage ? Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '') : [];
}

export class Draft {
  #prefix;
  #tabs;
  #storage = localStore();
  #text;
  #loaded;
  #key;

  /**
   * @param {number} user
   * @param {number} room
   * @param {Tabs} tabs
   */
  constructor(user, room, tabs) {
    this.#prefix = `${DRAFT}${user}.${room}`;
    this.#tabs = tabs;
    this.#key = this.#own();
    this.#text = this.#loaded = this.#storage?.getItem(this.#key) ?? '';
  }

  get text() {
    return this.#text;
  }

  /** @param {string} text empty once it is sent, or given up */
  save(text) {
    this.#text = text;
    if (text) dare(() => this.#storage?.setItem(this.#key, text));
    else this.#storage?.removeItem(this.#key);
  }

  /**
   * Finds out whether the draft is this tab's. That of a tab that this one is a copy of goes; one that a closed tab left comes,
   * unless something was written here by then.
   * @returns {Promise<string>} what should stand in the box
   */
  async settle() {
    const open = await this.#tabs.others();
    const isCopy = this.#key !== this.#own();
    this.#key = this.#own();
    // The other's stays where it is stored.
    if (isCopy) this.save(this.#text === this.#loaded ? '' : this.#text);
    if (this.#text) return this.#text;
    const [left] = leftBehind(this.#prefix, this.#key, open);
    const text = (left && this.#storage?.getItem(left)) ?? '';
    if (text) {
      this.#storage?.removeItem(left);
      this.save(text);
    }
    return text;
  }

  /**
   * Another tab removed something from the browser's storage.
   * @param {string | null} key null if all of it
   * @param {string | null} before
   * @returns {boolean} whether it was this draft, as it stands: taken over while this tab slept, or dropped by signing out
   */
  removedElsewhere(key, before) {
    if (key !== this.#key || !this.#text || before !== this.#text) return false;
    this.#text = '';
    return true;
  }

  #own() {
    return `${this.#prefix}.${this.#tabs.id}`;
  }
}

/** Edits that are neither stored nor given up, by the number of their message. */
export class Edits {
  #prefix;
  #tabs;
  #storage = localStore();
  /** @type {Record<number, string>} where the browser keeps nothing */ #unstored = {};

  /**
   * @param {number} user
   * @param {number} room
   * @param {Tabs} tabs
   */
  constructor(user, room, tabs) {
    this.#prefix = `${EDITS}${user}.${room}`;
    this.#tabs = tabs;
  }

  get #key() {
    return `${this.#prefix}.${this.#tabs.id}`;
  }

  seqs() {
    return Object.keys(this.#read(this.#key)).map(Number);
  }

  /** @param {number} seq @returns {string | undefined} */
  load(seq) {
    return this.#read(this.#key)[seq];
  }

  /** @param {number} seq @param {string} text */
  save(seq, text) {
    this.#write({ ...this.#read(this.#key), [seq]: text });
  }

  /** @param {number} seq */
  drop(seq) {
    const { [seq]: _, ...rest } = this.#read(this.#key);
    this.#write(rest);
  }

  /** Takes over what closed tabs left. */
  async settle() {
    const open = await this.#tabs.others();
    for (const left of leftBehind(this.#prefix, this.#key, open)) {
      this.#write({ ...this.#read(left), ...this.#read(this.#key) });
      this.#storage?.removeItem(left);
    }
  }

  /** @param {string} key @returns {Record<number, string>} */
  #read(key) {
    if (!this.#storage) return this.#unstored;
    try {
      return JSON.parse(this.#storage.getItem(key) ?? '{}');
    } catch {
      return {};
    }
  }

  /** @param {Record<number, string>} edits */
  #write(edits) {
    if (!this.#storage) this.#unstored = edits;
    else if (Object.keys(edits).length) dare(() => this.#storage?.setItem(this.#key, JSON.stringify(edits)));
    else this.#storage?.removeItem(this.#key);
  }
}

/**
 * Drafts for rooms that one can't open any more.
 * @param {number} user
 * @param {(room: number) => boolean} open
 * @returns {{body: string, forget: () => void}[]}
 */
export function strandedDrafts(user, open) {
  const storage = localStore();
  const prefix = `${DRAFT}${user}.`;
  return allKeys().filter((key) => key.startsWith(prefix) && !open(Number(key.slice(prefix.length).split('.', 1)[0])))
    .map((key) => ({ body: storage?.getItem(key) ?? '', forget: () => storage?.removeItem(key) }));
}
