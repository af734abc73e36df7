/** Pages of history as the server makes them, of events. */

/**
 * @param {{seq: number, kind: string}[]} events contiguous, ascending
 * @param {object} [more]
 */
export function page(events, more = {}) {
  const to = events.at(-1)?.seq ?? 0;
  return { from: events[0]?.seq ?? to + 1, to, items: events.filter(({ kind }) => kind === 'posted'), asOf: to, pins: 0, ...more };
}

/**
 * The page that a request asks for; numbers count as messages.
 * @param {{seq: number, kind: string}[]} events of the room, ascending
 * @param {string} path
 */
export function answer(events, path) {
  const query = new URL(path, 'http://x').searchParams;
  const to = query.has('before') ? Number(query.get('before')) - 1 : events.at(-1)?.seq ?? 0;
  const all = events.filter(({ seq }) => seq <= to);
  const taken = all.slice(-Number(query.get('limit')));
  return page(taken, { from: taken[0]?.seq ?? to + 1, to, before: taken.length < all.length ? taken[0].seq : null, asOf: events.at(-1)?.seq ?? 0 });
}
