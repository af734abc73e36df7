/** Fetches earlier messages over HTTP. */
import { call, preloaded } from '../api/http.js';

/** @typedef {import('../types.js').RoomEvent} RoomEvent */
/** @typedef {import('../types.js').HistoryPage} HistoryPage */

/** The number of messages in one page. */
export const PAGE = 100;
/** The most that the server returns in one page. */
export const LARGE_PAGE = 200;

/** @param {number} room */
export function historyOf(room) {
  const path = `/api/rooms/${room}/history`;
  return {
    /** @returns {Promise<HistoryPage>} The address is the one that the page's head preloads. */
    newest: () => preloaded(`${path}?limit=50`),
    /** @param {number} seq @param {number} limit so many messages at most @returns {Promise<HistoryPage>} */
    before: (seq, limit) => call('GET', `${path}?before=${seq}&limit=${limit}`),
    /** @param {number} seq @returns {Promise<HistoryPage>} that message alone, if it is there */
    one: (seq) => call('GET', `${path}?around=${seq}&limit=1`),
    /** @param {number} seq @param {number} limit so many numbers at most @returns {Promise<RoomEvent[]>} what happened next */
    after: async (seq, limit) => (await call('GET', `/api/rooms/${room}/messages?after=${seq}&limit=${limit}`)).items,
  };
}
