/** Under which address a room is found. Pure. */

/** The number of the common room. */
export const COMMON = 1;

/** @param {number} room */
export function pathOf(room) {
  return room === COMMON ? '/chat' : `/rooms/${room}`;
}

/**
 * @param {{pathname: string}} address
 * @returns {number} 0 if it is none of a room
 */
export function roomAt({ pathname }) {
  if (pathname === '/chat') return COMMON;
  return Number(/^\/rooms\/([1-9]\d{0,15})$/.exec(pathname)?.[1] ?? 0);
}
