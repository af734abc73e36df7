/** Which rooms stand in the list, in which part of it, and in what order. Pure: no document. */

/** @typedef {{id: number, kind: string, unread: number, read: {seq: number}, saidAt: number}} Listable */

/** The parts of the list, in their order. */
export const PARTS = /** @type {const} */ (['rooms', 'direct', 'notices']);

/** @typedef {typeof PARTS[number]} Part */

/**
 * Discussions of notices are many, and most concern one no more: those stand in the list that one has been in, or that hold something
 * unread. The others are found from the board.
 *
 * @template {Listable} T
 * @param {T[]} all as the server has them
 * @param {(room: T) => boolean} opened whether one has had it on the screen, though nothing was to be read there
 * @returns {Record<Part, T[]> & {left: number}} rooms by age; direct ones by their last word, discussions by age, both the newest first;
 *   how many discussions are left out
 */
export function listed(all, opened) {
  const of = (/** @type {string} */ kind) => all.filter((room) => room.kind === kind);
  const discussions = of('NOTICE');
  const own = discussions.filter((room) => room.unread > 0 || room.read.seq > 0 || opened(room));
  return {
    rooms: all.filter(({ kind }) => kind !== 'NOTICE' && kind !== 'DIRECT'),
    direct: of('DIRECT').sort((a, b) => b.saidAt - a.saidAt || b.id - a.id),
    notices: own.sort((a, b) => b.id - a.id),
    left: discussions.length - own.length,
  };
}
