/** Finds rooms and people by part of their name, in any script. Pure. */

/** Accents of Latin, Greek and Cyrillic letters. The vowel signs of Indian scripts distinguish words and are kept. */
const ACCENTS = /[\u0300-\u036f]/g;

/** @param {string} text returned without case and accents */
export const folded = (text) => text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();

/**
 * @param {string} text a name matches if it contains every word of this
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
 * @param {(room: number) => number} lately how recently a room was on the screen: higher is later, -1 for never
 * @returns {T[]} the matching rooms: first those with unread posts, then the most recently visited
 */
export function matching(rooms, text, lately) {
  const matches = matcher(text);
  return rooms.filter(({ name }) => matches(name))
    .sort((a, b) => Number(b.noticed > 0) - Number(a.noticed > 0) || lately(b.id) - lately(a.id) || a.id - b.id);
}
