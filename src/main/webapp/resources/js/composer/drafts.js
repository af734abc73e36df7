/** Drafts and begun edits per person, room and tab, in the browser's storage. */
import { localStore } from '../shell/storage.js';

/** @typedef {import('./tabs.js').Tabs} Tabs */

const DRAFT = 'hostel.draft.';
const EDITS = 'hostel.edits.';

/** @param {() => void} write */
function dare(write) {
  try {
    write();
  } catch {
    // The storage is full or not available: the text is still in the field.
  }
}

/**
 * What tabs that are closed by now have stored, newest first. In older versions, where tabs shared a draft, keys ended with
 * the room.
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

  /** @param {string} text empty once it is sent or discarded */
  save(text) {
    this.#text = text;
    if (text) dare(() => this.#storage?.setItem(this.#key, text));
    else this.#storage?.removeItem(this.#key);
  }

  /**
   * Finds out whether the draft belongs to this tab. If this tab is a copy of another one, it drops the copied draft. If it
   * has none, it takes over one of a closed tab, unless something was typed in the meantime.
   * @returns {Promise<string>} the text for the composer
   */
  async settle() {
    const open = await this.#tabs.others();
    const isCopy = this.#key !== this.#own();
    this.#key = this.#own();
    // The other tab's draft remains in its storage.
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
   * Another tab has removed something from the browser's storage.
   * @param {string | null} key null if all of it
   * @param {string | null} before
   * @returns {boolean} whether it was this draft in its present form: taken over while this tab was suspended, or deleted by
   *     signing out
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

/** Edits that are neither stored nor cancelled, by the number of their message. */
export class Edits {
  #prefix;
  #tabs;
  #storage = localStore();
  /** @type {Record<number, string>} used if the browser has no storage */ #unstored = {};

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

  /** Takes over the edits of closed tabs. */
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
 * Drafts for rooms of which one is no longer a member.
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
