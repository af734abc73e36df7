/** Which rooms are in the list, in which part, and in what order. Pure: no document. */

/** @typedef {{id: number, kind: string, unread: number, read: {seq: number}, saidAt: number}} Listable */

/** The parts of the list, in order. */
export const PARTS = /** @type {const} */ (['rooms', 'direct', 'notices']);

/** @typedef {typeof PARTS[number]} Part */

/**
 * There are many discussions of notices, and most are of no concern. Listed are those that one has visited or that have
 * unread posts; the others are found from the notice board.
 * @template {Listable} T
 * @param {T[]} all all rooms, in the server's order
 * @param {(room: T) => boolean} opened whether one has visited it on this device, even if there was nothing to read
 * @returns {Record<Part, T[]> & {left: number}} rooms by age; direct ones by their last word, discussions by age, both the
 *     newest first; how many discussions are left out
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
