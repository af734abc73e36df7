/** Finding rooms and people by a part of their name, in any script. Pure. */

/** Accents of Latin, Greek and Cyrillic letters; the vowel signs of Indian scripts belong to the word and stay. */
const ACCENTS = /[\u0300-\u036f]/g;

/** @param {string} text as it is compared: without case and accents */
export const folded = (text) => text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();

/**
 * @param {string} text what was typed: each word of it has to be in the name
 * @returns {(name: string) => boolean}
 */
export function matcher(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return (name) => {
    const whole = folded(name);
    return words.every((word) => whole.includes(word));
  };
}

/**
 * @template {{name: string, noticed: number, id: number}} T
 * @param {T[]} rooms
 * @param {string} text
 * @param {(room: number) => number} lately the higher the more lately it was on the screen; -1 if it was not
 * @returns {T[]} those whose name matches: what waits for one first, then what one had on the screen last
 */
export function matching(rooms, text, lately) {
  const matches = matcher(text);
  return rooms.filter(({ name }) => matches(name))
    .sort((a, b) => Number(b.noticed > 0) - Number(a.noticed > 0) || lately(b.id) - lately(a.id) || a.id - b.id);
}
