/** Which rooms stand in the list, and in what order. Pure: no document. */

/** @typedef {{id: number, kind: string, unread: number, read: {seq: number}}} Listable */

/**
 * Discussions of notices are many, and most concern one no more: those stand in the list that one has been in, or that hold something
 * unread. The others are found from the board.
 *
 * @template {Listable} T
 * @param {T[]} rooms as the server has them
 * @param {(room: T) => boolean} opened whether one has had it on the screen, though nothing was to be read there
 * @returns {{shown: T[], left: number}} discussions behind the other rooms, the newest first; how many are left out
 */
export function listed(rooms, opened) {
  const others = rooms.filter(({ kind }) => kind !== 'NOTICE');
  const discussions = rooms.filter(({ kind }) => kind === 'NOTICE');
  const own = discussions.filter((room) => room.unread > 0 || room.read.seq > 0 || opened(room));
  return { shown: [...others, ...own.sort((a, b) => b.id - a.id)], left: discussions.length - own.length };
}
