/** The URLs of rooms. Pure. */

/** The id of the common room. */
export const COMMON = 1;

/** @param {number} room */
export function pathOf(room) {
  return room === COMMON ? '/chat' : `/rooms/${room}`;
}

/**
 * @param {{pathname: string}} address
 * @returns {number} the room's id; 0 if it is not a room's URL
 */
export function roomAt({ pathname }) {
  if (pathname === '/chat') return COMMON;
  return Number(/^\/rooms\/([1-9]\d{0,15})$/.exec(pathname)?.[1] ?? 0);
}
