/** How much is unread in the rooms that are not on the screen. Pure. */

/** @typedef {import('../types.js').Room & {unread: number}} Counted */

/**
 * Nobody has to catch up with a room they never read: of that only what comes while the page is open counts.
 * @param {import('../types.js').Room} room as the house has it
 * @param {Counted} [before] as it was before the line broke
 */
export function unreadOf(room, before) {
  if (room.read) return Math.max(0, room.last - room.read);
  return before ? before.unread + Math.max(0, room.last - before.last) : 0;
}

/**
 * Read on another device, perhaps not to its end.
 * @param {Counted} room
 * @param {number} seq
 */
export function unreadAfter(room, seq) {
  return Math.min(room.unread, Math.max(0, room.last - seq));
}
