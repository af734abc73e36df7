/** Delays between attempts to reconnect. */

const FIRST = 500;
const MOST = 20_000;

/**
 * Doubles from half a second to twenty seconds, with jitter, so that clients that lost their connections at the same time do
 * not reconnect at the same time.
 * @param {number} failures consecutive failures, from 0
 * @param {() => number} [random]
 * @returns {number} milliseconds
 */
export function delay(failures, random = Math.random) {
  const full = Math.min(MOST, FIRST * 2 ** Math.min(failures, 10));
  return Math.round(full / 2 + (full / 2) * random());
}
