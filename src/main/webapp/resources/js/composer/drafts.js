/** What is half written, per person and room, kept in the browser: the draft, and edits that were begun. */
import { localStore } from '../shell/storage.js';

const DRAFT = 'hostel.draft.';

/** @param {() => void} write */
function dare(write) {
  try {
    write();
  } catch {
    // Full or closed: the text stays in the box.
  }
}

/**
 * @param {number} user
 * @param {number} room
 */
export function draftOf(user, room) {
  const key = `${DRAFT}${user}.${room}`;
  const storage = localStore();
  let mine = storage?.getItem(key) ?? '';
  return {
    load: () => mine,
    /** @param {string} text */
    save(text) {
      const before = mine;
      mine = text;
      if (text) dare(() => storage?.setItem(key, text));
      // Another tab may have begun a text of its own since: only this tab's is thrown away.
      else if (storage?.getItem(key) === before) storage.removeItem(key);
    },
  };
}

/**
 * Edits that are neither stored nor given up, by the number of their message.
 * @param {number} user
 * @param {number} room
 */
export function editsOf(user, room) {
  const key = `hostel.edits.${user}.${room}`;
  const storage = localStore();
  /** @returns {Record<number, string>} */
  const all = () => {
    try {
      return JSON.parse(storage?.getItem(key) ?? '{}');
    } catch {
      return {};
    }
  };
  return {
    seqs: () => Object.keys(all()).map(Number),
    /** @param {number} seq @returns {string | undefined} */
    load: (seq) => all()[seq],
    /** @param {number} seq @param {string} text */
    save: (seq, text) => dare(() => storage?.setItem(key, JSON.stringify({ ...all(), [seq]: text }))),
    /** @param {number} seq */
    drop(seq) {
      const { [seq]: _, ...rest } = all();
      if (Object.keys(rest).length) dare(() => storage?.setItem(key, JSON.stringify(rest)));
      else storage?.removeItem(key);
    },
  };
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
  const keys = storage ? Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '') : [];
  return keys.filter((key) => key.startsWith(prefix) && !open(Number(key.slice(prefix.length))))
    .map((key) => ({ body: storage?.getItem(key) ?? '', forget: () => storage?.removeItem(key) }));
}
