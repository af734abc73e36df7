/** How long to wait before the next try of a broken line. */

const FIRST = 500;
const MOST = 20_000;

/**
 * Doubles from half a second to twenty, and spreads: a hostel that lost its line together must not come back in one blow.
 * @param {number} failures in a row, from 0
 * @param {() => number} [random]
 * @returns {number} milliseconds
 */
export function delay(failures, random = Math.random) {
  const full = Math.min(MOST, FIRST * 2 ** Math.min(failures, 10));
  return Math.round(full / 2 + (full / 2) * random());
}
