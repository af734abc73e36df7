/** A draft per person and room, kept in the browser. */
import { localStore } from '../shell/storage.js';

/**
 * @param {number} user
 * @param {number} room
 */
export function draftOf(user, room) {
  const key = `hostel.draft.${user}.${room}`;
  const storage = localStore();
  return {
    load: () => storage?.getItem(key) ?? '',
    /** @param {string} text */
    save(text) {
      try {
        if (text) storage?.setItem(key, text);
        else storage?.removeItem(key);
      } catch {
        // Full or closed: the text stays in the box.
      }
    },
  };
}
